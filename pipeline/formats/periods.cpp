#include "formats/dates.hpp"
#include "formats/months.hpp"
#include "formats/scan.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace paraphe {
namespace {

using namespace scan;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (space(text.front()) || text.front() == ':' || text.front() == ',' || text.front() == '.')) text.remove_prefix(1);
    while (!text.empty() && (space(text.back()) || text.back() == ':' || text.back() == ',')) text.remove_suffix(1);
    return text;
}

template <std::size_t N>
bool any_end(std::string_view text, const std::array<std::string_view, N>& ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) {
        return text.ends_with(end) && (text.size() == end.size() || !letter(text[text.size() - end.size() - 1]) || !letter(end.front()));
    });
}

/// What leads from a period's first day to its last.
bool leads_to_end(std::string_view between) {
    static constexpr std::array<std::string_view, 9> words{"AU", "JUSQU'AU", "JUSQU AU", "JUSQUAU", "ET LE", "TO", "UNTIL", "THROUGH", "INCLUS AU"};
    between = trimmed(between);
    if (between == "-" || between == "A" || between == "->" || between == ">") return true;
    // "du 01/01/2017 à 0 h au 31/12/2017 à 24 h"; the end of a sentence or of an item of a list is no bridge.
    const bool another = std::ranges::any_of(std::array{". ", ", ", " - "}, [between](std::string_view end) { return between.find(end) != std::string_view::npos; });
    return between.size() <= 40 && !another && any_end(between, words);
}

constexpr std::array<std::string_view, 13> kFrom{"COMPTER DU", "EFFET DU", "EFFET LE", "EFFET AU", "PARTIR DU", "DEPUIS LE", "DEBUT", "DATE D'EFFET", "PRISE D'EFFET",
                                                 "FROM", "DEBUTANT LE", "STARTING", "COMMENCANT LE"};
constexpr std::array<std::string_view, 14> kTo{"JUSQU'AU", "JUSQU AU", "JUSQUAU", "EXPIRE LE", "EXPIRANT LE", "EXPIRATION", "FIN", "ECHEANCE", "ECHEANCE LE",
                                               "ECHEANCE DU", "UNTIL", "EXPIRES", "EXPIRES ON", "FIN LE"};

/// The day and month (no year) that end just before `end`: "du 1er janvier", "du 01/01".
std::optional<Found<Date>> yearless_before(std::string_view text, std::size_t end, std::chrono::year year) {
    const std::size_t from = end > 40 ? end - 40 : 0;
    const auto du = text.substr(from, end - from).rfind("DU ");
    if (du == std::string_view::npos) return {};
    const std::size_t begin = from + du;
    if (letter(before(text, begin))) return {};
    const std::string with_year = std::string(trimmed(text.substr(begin + 3, end - begin - 3))) + " " + std::to_string(static_cast<int>(year));
    std::string slashed = with_year;
    if (const auto gap = slashed.rfind(' '); slashed.find('/') != std::string::npos) slashed[gap] = '/';
    for (const auto& tried : {with_year, slashed}) {
        const auto dates = find_dates(tried);
        if (dates.size() == 1 && dates[0].begin == 0 && dates[0].end == tried.size()) return Found<Date>{dates[0].value, begin, end, dates[0].confidence * 0.95, dates[0].repaired};
    }
    return {};
}

/// Where a period's last words "AU" before `begin` start; npos when none stand there.
std::size_t start_of_au(std::string_view text, std::size_t begin) {
    auto head = text.substr(0, begin);
    while (!head.empty() && space(head.back())) head.remove_suffix(1);
    for (const std::string_view au : {"JUSQU'AU", "AU"})
        if (head.ends_with(au) && head.size() > au.size() && !letter(head[head.size() - au.size() - 1])) return head.size() - au.size();
    return std::string_view::npos;
}

}  // namespace

std::vector<Found<Period>> find_periods(std::string_view text) {
    std::vector<Found<Period>> all;
    const auto dates = find_dates(text);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto& date = dates[i];
        const auto head = trimmed(text.substr(date.begin > 40 ? date.begin - 40 : 0, date.begin - (date.begin > 40 ? date.begin - 40 : 0)));
        // The end of one period and that of the next are no period.
        const bool an_end = any_end(head, kTo);
        if (i + 1 < dates.size() && !an_end && date.value < dates[i + 1].value && leads_to_end(text.substr(date.end, dates[i + 1].begin - date.end))) {
            const auto& last = dates[++i];
            all.push_back({{date.value, last.value}, date.begin, last.end, std::min(date.confidence, last.confidence), date.repaired || last.repaired});
            continue;
        }
        if (const auto au = start_of_au(text, date.begin); au != std::string_view::npos) {
            if (const auto first = yearless_before(text, au, date.value.year())) {
                auto from = first->value;
                if (from > date.value) from = months_after(from, -12);
                all.push_back({{from, date.value}, first->begin, date.end, std::min(first->confidence, date.confidence), date.repaired});
                continue;
            }
        }
        if (an_end) all.push_back({{std::nullopt, date.value}, date.begin, date.end, date.confidence, date.repaired});
        else if (any_end(head, kFrom)) all.push_back({{date.value, std::nullopt}, date.begin, date.end, date.confidence, date.repaired});
    }
    return all;
}

}  // namespace paraphe
