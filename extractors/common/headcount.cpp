#include "extractors/common/headcount.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace paraphe::extractors {
namespace {

constexpr std::array labels{Label{"Effectif de l'entreprise"}, Label{"Effectif de la société"}, Label{"Effectif salarié"},   Label{"Effectif total"},
                            Label{"Effectif déclaré"},         Label{"Nombre de salariés"},     Label{"Nombre d'employés"}, Label{"Effectif", 0.9}};
constexpr std::array<std::string_view, 4> people{"salariés", "employés", "collaborateurs", "personnes"};
constexpr std::array<std::string_view, 6> employing{"EFFECTIF", "EMPLOI", "EMPLOY", "SALARIE", "COMPT", "COMPOSE"};
constexpr std::array<std::string_view, 8> bounds{"PLUS DE", "MOINS DE", "ENTRE", "JUSQU", "MAXIMUM", "MINIMUM", "AU PLUS", "AU MOINS"};
/// A statement of a headcount is short: so far from its words the number stands.
constexpr std::size_t reach = 40;
/// Of a number that stands in a sentence, not beside a label.
constexpr double in_a_sentence = 0.85;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool holds_any(std::string_view text, auto const& words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

struct Number {
    long value;
    std::size_t begin, end;
};

/// The whole numbers of a text that may count people: no years, no parts of dates, codes, sums or shares.
std::vector<Number> counts_in(std::string_view text) {
    std::vector<Number> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        Number number{0, at, at};
        while (number.end < text.size() && is_digit(text[number.end])) ++number.end;
        std::from_chars(text.data() + number.begin, text.data() + number.end, number.value);
        const auto joins = [&](std::size_t i) { return i < text.size() && (std::string_view("/.,-%").find(text[i]) != std::string_view::npos || (text[i] >= 'A' && text[i] <= 'Z')); };
        const bool part = (number.begin > 0 && joins(number.begin - 1)) || (joins(number.end) && number.end + 1 < text.size() && is_digit(text[number.end + 1])) ||
                          (number.end < text.size() && (text[number.end] == '%' || text[number.end] == '/'));
        const bool year = number.value >= 1900 && number.value <= 2100;
        if (!part && !year && number.end - number.begin <= 4) found.push_back(number);
        at = number.end;
    }
    return found;
}

/// The one number of people that the text gives; none where it gives bounds or several.
std::optional<Number> headcount_in(std::string_view text) {
    if (holds_any(text, bounds)) return {};
    const auto counts = counts_in(text);
    return counts.size() == 1 ? std::optional{counts.front()} : std::nullopt;
}

void add(const Sheet& sheet, const Span& span, const Number& number, double quality, std::string why, Pool& pool) {
    const auto where = part_of(span, number.begin, number.end);
    pool.add("employee_count", static_cast<double>(number.value), quality * sureness(sheet, where), place_of(sheet, where), std::move(why));
}

void read_labels(const Sheet& sheet, Pool& pool) {
    for (const auto& labelled : labelled_values(sheet, labels)) {
        const auto text = sheet.text.folded(labelled.value).substr(0, reach);
        if (const auto number = headcount_in(text)) add(sheet, labelled.value, *number, labelled.quality, because_of(*labelled.label), pool);
    }
}

/// "Nous employons 12 personnes", "notre effectif est de 12 salariés": the number stands just before the people, words of employment on the line.
void read_sentences(const Sheet& sheet, Pool& pool) {
    for (const auto phrase : people)
        for (const auto& match : sheet.text.find(phrase)) {
            const std::string_view line = sheet.text.lines()[match.line].folded;
            const auto before = line.substr(0, match.begin);
            if (before.empty() || before.back() != ' ' || !holds_any(line, employing)) continue;
            const Span head{match.line, before.size() - std::min(before.size(), reach), match.begin, match.quality};
            const auto text = sheet.text.folded(head);
            const auto number = headcount_in(text);
            if (number && number->end + 1 == text.size()) add(sheet, head, *number, in_a_sentence * match.quality, after_words(phrase), pool);
        }
}

}  // namespace

void read_headcount(const std::vector<Sheet>& sheets, Pool& pool) {
    for (const auto& sheet : sheets) {
        read_labels(sheet, pool);
        read_sentences(sheet, pool);
    }
}

}  // namespace paraphe::extractors
