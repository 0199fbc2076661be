#include "classify/shapes.hpp"

#include "formats/amounts.hpp"
#include "formats/number_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>

namespace paraphe::classify {
namespace {

bool digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// The text with each digit as '9' and each letter as 'A', so that shapes are plain searches.
std::string pattern_of(std::string_view text) {
    std::string pattern(text);
    for (char& c : pattern) {
        if (digit(c)) c = '9';
        else if (std::isupper(static_cast<unsigned char>(c)) != 0) c = 'A';
    }
    return pattern;
}

bool holds(std::string_view pattern, std::string_view shape) {
    for (std::size_t at = pattern.find(shape); at != std::string_view::npos; at = pattern.find(shape, at + 1)) {
        const bool clear_left = at == 0 || !digit(pattern[at - 1]);
        const std::size_t end = at + shape.size();
        if (clear_left && (end == pattern.size() || !digit(pattern[end]))) return true;
    }
    return false;
}

template <std::size_t N>
bool holds_one_of(std::string_view pattern, const std::array<std::string_view, N>& shapes) {
    return std::ranges::any_of(shapes, [pattern](std::string_view shape) { return holds(pattern, shape); });
}

bool has_date(std::string_view pattern) {
    return holds_one_of(pattern, std::array<std::string_view, 4>{"99/99/9999", "99/99/99", "99.99.9999", "99-99-9999"});
}

bool has_amount_at_end(std::string_view line) {
    const std::string pattern = pattern_of(line.substr(line.size() > 14 ? line.size() - 14 : 0));
    return holds_one_of(pattern, std::array<std::string_view, 2>{"9,99", "9.99"}) || holds_one_of(pattern, std::array<std::string_view, 2>{"99,99", "999,99"});
}

/// How many distinct heights of the page hold a line that `wanted` accepts.
template <class Wanted>
int rows_with(const PageText& page, Wanted wanted) {
    std::set<int> rows;
    for (const auto& line : page.lines())
        if (wanted(std::string_view(line.folded))) rows.insert(static_cast<int>(line.box.centre_y() * 150));
    return static_cast<int>(rows.size());
}

double grade(int rows, int few, int many) {
    if (rows < few) return 0;
    return rows >= many ? 1 : 0.5 + 0.5 * (rows - few) / (many - few);
}

/// Length of the longest run of digits.
std::size_t longest_number(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = digit(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// Zones of 7, 12 and 12 digits; an IBAN stands in groups of four, a RIB in groups of five.
double cmc7(const PageText& page) {
    for (const auto& line : page.lines()) {
        const auto digits = std::ranges::count_if(line.folded, digit);
        const auto letters = std::ranges::count_if(line.folded, [](unsigned char c) { return std::isalpha(c) != 0; });
        if (digits >= 22 && digits <= 40 && letters <= 6 && longest_number(line.folded) >= 12) return 1;
    }
    return 0;
}

/// The part of a line beside `found`: "# " and " #" of "# QUATRE CENTS EUROS #".
template <class Found>
bool alone(std::string_view line, const Found& found) {
    const auto letters = [](std::string_view text) { return std::ranges::count_if(text, [](unsigned char c) { return std::isalnum(c) != 0; }); };
    return letters(line.substr(0, found.begin)) <= 3 && letters(line.substr(std::min(found.end, line.size()))) <= 3;
}

/// One sum as figures at the right and in words below at the left, each alone on its line, and little else: what is filled in on
/// a cheque. A receipt or an invoice says it within sentences.
double sum_twice(const PageText& page) {
    constexpr std::size_t most_lines = 30;
    if (page.lines().size() > most_lines) return 0;
    for (const auto& words : page.lines())
        for (const auto& said : find_amounts_in_words(words.folded)) {
            if (!alone(words.folded, said)) continue;
            for (const auto& figures : page.lines()) {
                if (figures.box.centre_x() < words.box.centre_x() + 0.15 || figures.box.centre_y() > words.box.centre_y()) continue;
                const auto sums = find_amounts(figures.folded);
                if (sums.size() == 1 && alone(figures.folded, sums[0]) && std::abs(sums[0].value - said.value) < 0.005) return 1;
            }
        }
    return 0;
}

}  // namespace

std::optional<double> shape_strength(const PageText& page, std::string_view name) {
    if (name.empty() || name.front() != '#') return {};
    if (name == "#dated_rows")
        return grade(rows_with(page, [](std::string_view line) { return has_date(pattern_of(line)); }), 3, 7);
    if (name == "#amount_rows") return grade(rows_with(page, has_amount_at_end), 3, 6);
    if (name == "#cmc7") return cmc7(page);
    if (name == "#sum_twice") return sum_twice(page);
    const std::string pattern = pattern_of(page.folded());
    if (name == "#rcs")
        return holds_one_of(pattern, std::array<std::string_view, 5>{"999 999 999 A.A.A", "999999999 A.A.A", "999 999 999 AAA ", "A.A.A. 999 999 999", "A 999 999 999"}) ? 1 : 0;
    if (name == "#gestion") return holds_one_of(pattern, std::array<std::string_view, 3>{"9999A99999", "9999 A 99999", "9999A 99999"}) ? 1 : 0;
    if (name == "#nir")
        return holds_one_of(pattern, std::array<std::string_view, 3>{"9 99 99 99 999 999", "9999999999999 99", "9 99 99 99 999 999 99"}) ? 1 : 0;
    return {};
}

}  // namespace paraphe::classify
