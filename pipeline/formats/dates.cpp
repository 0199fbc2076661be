#include "formats/dates.hpp"

#include "formats/months.hpp"
#include "formats/number_words.hpp"
#include "formats/scan.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace paraphe {
namespace {

using namespace scan;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

/// A number in figures that a scanner may have spoiled.
struct Figures {
    int value = 0, length = 0, guessed = 0;
    std::size_t end = 0;
};

std::optional<Figures> figures_at(std::string_view text, std::size_t i, int most) {
    Figures f{0, 0, 0, i};
    while (f.length < most && f.end < text.size() && digit_like(text[f.end]) != '\0') {
        f.guessed += !digit(text[f.end]);
        f.value = f.value * 10 + (digit_like(text[f.end]) - '0');
        ++f.length, ++f.end;
    }
    if (f.length == 0) return {};
    return f;
}

std::optional<Date> day_of(int y, int m, int d) {
    if (m < 1 || m > 12 || d < 1 || d > 31 || y < 1900 || y > 2099) return {};
    const Date date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

int full_year(const Figures& f) { return f.length == 2 ? f.value + (f.value < 70 ? 2000 : 1900) : f.value; }

bool separator(char c) { return c == '/' || c == '.' || c == '-'; }

/// "20 16": a century and a gap before its year are one year in two pieces.
Figures with_lost_half(std::string_view text, const Figures& year) {
    if (year.length != 2 || (year.value != 19 && year.value != 20) || at(text, year.end) != ' ') return year;
    const auto half = figures_at(text, year.end + 1, 4);
    if (!half || half->length != 2 || half->guessed > 0 || separator(at(text, half->end)) || at(text, half->end) == ',' || at(text, half->end) == ':') return year;
    Figures whole = *half;
    whole.value = year.value * 100 + half->value;
    whole.length = 4;
    whole.guessed = year.guessed;
    return whole;
}

/// "20/02/2017", "20.02.17", "20 - 02 - 2017", "20 02 2017", "2017-02-20".
std::optional<Found<Date>> figures_date_at(std::string_view text, std::size_t i) {
    const char previous = before(text, i);
    if (digit(previous) || (separator(previous) && i > 1 && digit(text[i - 2])) || previous == ',') return {};
    if (!digit(text[i]) && alnum(previous)) return {};
    const auto part_after = [&](std::size_t j, int most, char& sign) -> std::optional<Figures> {
        if (at(text, j) == ' ' && separator(at(text, j + 1))) ++j;
        const char c = at(text, j);
        if (j >= text.size() || (!separator(c) && c != ' ' && c != ':') || (sign != '\0' && c != sign)) return {};
        sign = c, ++j;
        if (c != ' ' && at(text, j) == ' ') ++j;
        return figures_at(text, j, most);
    };
    char sign = '\0';
    const auto first = figures_at(text, i, 4);
    if (!first) return {};
    const auto second = part_after(first->end, 2, sign);
    if (!second || (first->length == 3)) return {};
    auto third = part_after(second->end, first->length == 4 ? 2 : 4, sign);
    if (third && first->length != 4) third = with_lost_half(text, *third);
    if (!third || third->length == 3 || third->length == 1) return {};
    const bool iso = first->length == 4;
    const std::size_t end = third->end;
    const char next = at(text, end);
    if (digit(next) || (separator(next) && digit(at(text, end + 1)))) return {};
    const int guessed = first->guessed + second->guessed + third->guessed;
    if (guessed > 0 && (letter(next) || guessed > 4 || digit_like(next) != '\0')) return {};
    if (iso ? sign != '-' || second->length != 2 : first->length > 2) return {};
    if (sign == ' ' && (third->length != 4 || second->length != 2 || guessed > 0)) return {};
    // A poor scan's "01:01:2017": two figures, two figures, a whole year, which no time of day has.
    if (sign == ':' && (first->length != 2 || second->length != 2 || third->length != 4)) return {};
    const auto date = iso ? day_of(first->value, second->value, third->value) : day_of(full_year(*third), second->value, first->value);
    if (!date) return {};
    double confidence = sign == ' ' ? 0.7 : sign == ':' ? 0.85 : 0.97;
    if (!iso && third->length == 2) confidence = sign == '/' ? 0.9 : 0.8;
    if (guessed > 0) confidence *= guessed > 2 ? 0.65 : 0.8;
    return Found<Date>{*date, i, end, confidence, guessed > 0};
}

struct Part {
    int value = 0;
    std::size_t begin = 0, end = 0;
    double confidence = 1;
    bool guessed = false;
};

/// The day that ends just before a month's name at `month_begin`: "20", "1ER", "L ER", "PREMIER", "VINGT ET UN".
std::optional<Part> day_before(std::string_view text, std::size_t month_begin) {
    std::size_t j = month_begin;
    while (j > 0 && (space(text[j - 1]) || text[j - 1] == '.' || text[j - 1] == '-' || text[j - 1] == '/') && month_begin - j < 3) --j;
    const auto one = [&](std::size_t end) -> std::optional<Part> {  // the figure of "1er", seen as 1, L, I or |
        if (end == 0 || digit_like(text[end - 1]) != '1' || alnum(before(text, end - 1))) return {};
        return Part{1, end - 1, month_begin, digit(text[end - 1]) ? 1 : 0.9, !digit(text[end - 1])};
    };
    const std::size_t raised = j > 0 && text[j - 1] == '}' ? j - 1 : j;  // "1^{er}", as some converters write it
    if (raised >= 2 && text.substr(raised - 2, 2) == "ER") {
        auto k = raised - 2;
        while (k > 0 && raised - k < 6 && (text[k - 1] == ' ' || text[k - 1] == '^' || text[k - 1] == '{')) --k;
        if (const auto day = one(k)) return day;
    }
    if (j >= 2 && text.substr(j - 2, 2) == "°")
        if (const auto day = one(j - 2)) return day;
    if (j >= 7 && word_at(text, j - 7, "PREMIER")) return Part{1, j - 7, month_begin, 1, false};
    if (j > 0 && digit_like(text[j - 1]) != '\0') {
        std::size_t begin = j - 1;
        if (begin > 0 && digit_like(text[begin - 1]) != '\0' && !(letter(text[begin - 1]) && begin > 1 && letter(text[begin - 2]))) --begin;
        const auto f = figures_at(text, begin, 2);
        const char previous = before(text, begin);
        if (f && f->guessed < 2 && f->value >= 1 && f->value <= 31 && !digit(previous) && !(f->guessed > 0 && letter(previous)) && previous != ',')
            return Part{f->value, begin, month_begin, f->guessed > 0 ? 0.8 : 1, f->guessed > 0};
    }
    std::optional<Part> longest;
    std::size_t k = j;
    for (int words = 0; words < 4 && k > 0; ++words) {
        std::size_t begin = k;
        while (begin > 0 && letter(letter_like(text[begin - 1]))) --begin;
        if (begin == k) break;
        if (const auto number = number_words_at(text, begin); number && number->end == j && number->value >= 1 && number->value <= 31)
            longest = Part{static_cast<int>(number->value), begin, month_begin, number->confidence, number->repaired};
        k = begin;
        while (k > 0 && (space(text[k - 1]) || text[k - 1] == '-') && begin - k < 2) --k;
    }
    return longest;
}

/// The year after a month's name: "2017", "20l7", "DEUX MILLE DIX-SEPT", "17".
std::optional<Part> year_after(std::string_view text, std::size_t i) {
    std::size_t j = i;
    while (j < text.size() && (space(text[j]) || text[j] == '.' || text[j] == ',' || text[j] == '-' || text[j] == '/' || text[j] == '\'') && j - i < 4) ++j;
    if (const auto f = figures_at(text, j, 4); f && f->length == 4 && f->guessed < 3 && f->value >= 1900 && f->value <= 2099 && !alnum(at(text, f->end)))
        return Part{f->value, j, f->end, f->guessed > 0 ? 0.75 : 1, f->guessed > 0};
    if (const auto f = figures_at(text, j, 4); f && f->length == 4 && f->guessed == 0 && f->value >= 1900 && f->value <= 2099 && !digit(at(text, f->end)))
        return Part{f->value, j, f->end, 0.95, false};  // a text layer glued the next word to it
    if (const auto number = number_words_at(text, j); number && number->value >= 1900 && number->value <= 2099)
        return Part{static_cast<int>(number->value), j, number->end, number->confidence, number->repaired};
    if ((starts_with_at(text, j, "20") || starts_with_at(text, j, "19")) && at(text, j + 2) == ' ')
        if (const auto f = figures_at(text, j + 3, 2); f && f->length == 2 && f->guessed == 0 && !alnum(at(text, f->end)))
            return Part{(text[j] == '2' ? 2000 : 1900) + f->value, j, f->end, 0.7, true};
    if (const auto f = figures_at(text, j, 3); f && f->length == 2 && f->guessed == 0 && !alnum(at(text, f->end)) && at(text, f->end) != ':' &&
                                               at(text, f->end) != '%' && at(text, f->end) != '/')
        return Part{full_year(*f), j, f->end, 0.85, false};
    return {};
}

/// A month's name that begins at `i`, by letters alone or with figures read for letters.
std::optional<std::pair<MonthName, std::size_t>> month_at(std::string_view text, std::size_t i) {
    std::size_t letters = i, any = i;
    while (letters < text.size() && letter(text[letters]) && letters - i < 12) ++letters;
    std::string word(text.substr(i, letters - i));
    if (const auto named = month_named(word)) return std::pair{*named, letters};
    word.clear();
    while (any < text.size() && letter(letter_like(text[any])) && any - i < 12) word += letter_like(text[any++]);
    if (any == letters) return {};
    if (auto named = month_named(word)) return std::pair{MonthName{named->month, named->confidence * 0.85}, any};
    return {};
}

/// English order, "FEBRUARY 20, 2017": only a name can come first, never a figure.
std::optional<Found<Date>> english_date(std::string_view text, std::size_t i, const MonthName& named, std::size_t end) {
    const std::size_t j = skip_spaces(text, at(text, end) == '.' ? end + 1 : end);
    const auto d = figures_at(text, j, 2);
    if (!d || d->guessed > 0 || j == end) return {};
    std::size_t k = d->end;
    for (const std::string_view tail : {"ST", "ND", "RD", "TH"})
        if (starts_with_at(text, k, tail)) k += 2;
    if (at(text, k) != ',' && at(text, k) != ' ') return {};
    k = skip_spaces(text, at(text, k) == ',' ? k + 1 : k);
    const auto y = figures_at(text, k, 4);
    if (!y || y->length != 4 || y->guessed > 0 || digit(at(text, y->end))) return {};
    const auto date = day_of(y->value, static_cast<int>(named.month), d->value);
    if (!date) return {};
    return Found<Date>{*date, i, y->end, 0.95 * named.confidence, named.confidence < 1};
}

std::optional<Found<Date>> named_date_at(std::string_view text, std::size_t i) {
    // The name may stand right after the day's figures, never inside a word.
    if (letter(before(text, i))) {
        const bool glued = i >= 3 && text.substr(i - 2, 2) == "ER" && digit_like(text[i - 3]) == '1';
        if (!glued) return {};
    }
    const auto named = month_at(text, i);
    if (!named) return {};
    if (const auto d = day_before(text, i)) {
        const auto y = year_after(text, named->second);
        if (!y) return {};
        const auto date = day_of(y->value, static_cast<int>(named->first.month), d->value);
        if (!date) return {};
        const double confidence = 0.98 * named->first.confidence * d->confidence * y->confidence;
        return Found<Date>{*date, d->begin, y->end, confidence, d->guessed || y->guessed || named->first.confidence < 1};
    }
    return english_date(text, i, named->first, named->second);
}

}  // namespace

std::vector<Found<Date>> find_dates(std::string_view text) {
    std::vector<Found<Date>> all;
    const auto add = [&](const Found<Date>& date) {
        if (all.empty() || date.begin >= all.back().end) all.push_back(date);
        else if (date.confidence > all.back().confidence) all.back() = date;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::optional<Found<Date>> date;
        if (digit_like(text[i]) != '\0') date = figures_date_at(text, i);
        if (!date && letter(text[i])) date = named_date_at(text, i);
        if (!date) continue;
        add(*date);
        i = date->end - 1;
    }
    return all;
}

std::optional<Found<Date>> date_at(std::string_view text, std::size_t begin, std::size_t within) {
    if (begin >= text.size()) return {};
    for (auto date : find_dates(text.substr(begin, within + 60))) {
        if (date.begin > within) return {};
        date.begin += begin, date.end += begin;
        return date;
    }
    return {};
}

std::vector<Found<int>> find_years(std::string_view text) {
    std::vector<Found<int>> all;
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const char previous = before(text, i);
        if (alnum(previous) || ((separator(previous) || previous == ',') && i > 1 && digit(text[i - 2]))) continue;
        const auto f = figures_at(text, i, 4);
        if (!f || f->length != 4 || f->guessed > 0 || f->value < 1900 || f->value > 2099) continue;
        const char next = at(text, f->end);
        if (alnum(next) || ((next == '.' || next == ',') && digit(at(text, f->end + 1)))) continue;
        all.push_back({f->value, i, f->end, 0.95, false});
    }
    return all;
}

bool time_at(std::string_view text, std::size_t i) {
    const auto hours = figures_at(text, i, 2);
    if (!hours || hours->guessed > 0 || hours->value > 24) return false;
    const char sign = at(text, hours->end);
    const auto minutes = figures_at(text, hours->end + 1, 2);
    return (sign == ':' || sign == 'H') && minutes && minutes->length == 2 && minutes->guessed == 0 && minutes->value < 60;
}

std::string in_french(Date date) {
    static constexpr std::array months{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"};
    const auto d = static_cast<unsigned>(date.day());
    const auto m = static_cast<unsigned>(date.month());
    if (m < 1 || m > 12) return {};
    return (d == 1 ? std::string("1er") : std::to_string(d)) + " " + months[m - 1] + " " + std::to_string(static_cast<int>(date.year()));
}

}  // namespace paraphe
