#include "text/fuzzy.hpp"

#include <edlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace paraphe {
namespace {

bool letter(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool space(char c) { return c == ' ' || c == '\n'; }

int letters_of(std::string_view text) {
    return static_cast<int>(std::ranges::count_if(text, [](char c) { return letter(c) || digit(c); }));
}

/// A word of a few letters stands inside too many others: it counts only where a word may begin and end. A
/// label glued to its value by a text layer ("NUMERO982") still does.
bool bounded(std::string_view haystack, std::size_t begin, std::size_t end) {
    const auto same_kind = [](char a, char b) { return (letter(a) && letter(b)) || (digit(a) && digit(b)); };
    if (begin >= end) return false;
    if (begin > 0 && same_kind(haystack[begin - 1], haystack[begin])) return false;
    return end >= haystack.size() || !same_kind(haystack[end - 1], haystack[end]);
}

constexpr int kExactUpTo = 5;    // letters: a shorter needle allows no edit
constexpr int kBoundedUpTo = 8;  // letters: with edits, "gérant" would be found in "garantie"

struct Needle {
    std::string_view text;
    int letters = 0, errors = 0;
};

Needle prepared(std::string_view text, int errors) {
    Needle needle{text, letters_of(text), errors};
    if (needle.letters <= kExactUpTo) needle.errors = 0;
    else if (errors < 0) needle.errors = needle.letters / 6;
    needle.errors = std::min(needle.errors, std::max(0, needle.letters - 1));
    return needle;
}

bool equal(char a, char b) { return a == b || (space(a) && space(b)); }

/// Where the needle that ends at `end` with `errors` edits begins: the same alignment from the back (edlib).
std::size_t begin_of(std::string_view haystack, std::size_t end, std::string_view needle, int errors) {
    const std::size_t longest = needle.size() + static_cast<std::size_t>(errors);
    const std::size_t from = end > longest ? end - longest : 0;
    std::string window(haystack.substr(from, end - from)), turned(needle);
    std::ranges::replace(window, '\n', ' ');
    std::ranges::reverse(window);
    std::ranges::reverse(turned);
    const auto found = edlibAlign(turned.data(), static_cast<int>(turned.size()), window.data(), static_cast<int>(window.size()),
                                  edlibNewAlignConfig(-1, EDLIB_MODE_SHW, EDLIB_TASK_LOC, nullptr, 0));
    std::size_t length = std::min(needle.size(), end - from);
    if (found.status == EDLIB_STATUS_OK && found.numLocations > 0 && found.endLocations[found.numLocations - 1] >= 0)
        length = static_cast<std::size_t>(found.endLocations[found.numLocations - 1]) + 1;
    edlibFreeAlignResult(found);
    return end - std::min(length, end);
}

struct End {
    std::size_t end = 0;
    int errors = 0;
};

/// Every end of the needle with at most its errors. Myers (1999), "A fast bit-vector algorithm for approximate
/// string matching", in Hyyrö's form for a search; one word, so needles up to 64 bytes. edlib gives only the
/// ends of the best distance and costs eight times as much on a page.
std::vector<End> ends_within(std::string_view haystack, const Needle& needle) {
    std::array<std::uint64_t, 256> equals{};
    const auto size = needle.text.size();
    for (std::size_t i = 0; i < size; ++i) {
        equals[static_cast<unsigned char>(needle.text[i])] |= std::uint64_t{1} << i;
        if (space(needle.text[i])) equals['\n'] |= std::uint64_t{1} << i, equals[' '] |= std::uint64_t{1} << i;
    }
    std::uint64_t plus = ~std::uint64_t{0}, minus = 0;
    const std::uint64_t last = std::uint64_t{1} << (size - 1);
    int score = static_cast<int>(size);
    std::vector<End> ends;
    for (std::size_t j = 0; j < haystack.size(); ++j) {
        const std::uint64_t eq = equals[static_cast<unsigned char>(haystack[j])];
        const std::uint64_t zero = (((eq & plus) + plus) ^ plus) | eq | minus;
        std::uint64_t up = minus | ~(zero | plus), down = plus & zero;
        score += (up & last) != 0;
        score -= (down & last) != 0;
        up <<= 1, down <<= 1;
        plus = down | ~(zero | up);
        minus = up & zero;
        if (score <= needle.errors) ends.push_back({j + 1, score});
    }
    return ends;
}

Match match_at(std::string_view haystack, const Needle& needle, const End& at) {
    Match match{0, at.end, at.errors, 0};
    match.begin = at.errors == 0 ? at.end - needle.text.size() : begin_of(haystack, at.end, needle.text, at.errors);
    while (match.begin < match.end && space(haystack[match.begin])) ++match.begin;
    match.quality = 1 - static_cast<double>(at.errors) / std::max(1, needle.letters);
    return match;
}

bool acceptable(std::string_view haystack, const Needle& needle, const Match& match) {
    if (match.begin >= match.end) return false;
    const bool strict = needle.letters <= kExactUpTo || (match.errors > 0 && needle.letters <= kBoundedUpTo);
    return !strict || bounded(haystack, match.begin, match.end);
}

std::vector<Match> exact_matches(std::string_view haystack, const Needle& needle) {
    std::vector<Match> matches;
    for (std::size_t at = 0; at + needle.text.size() <= haystack.size();) {
        const auto found = std::search(haystack.begin() + static_cast<std::ptrdiff_t>(at), haystack.end(), needle.text.begin(),
                                       needle.text.end(), [](char a, char b) { return equal(a, b); });
        if (found == haystack.end()) break;
        const auto begin = static_cast<std::size_t>(found - haystack.begin());
        const Match match{begin, begin + needle.text.size(), 0, 1};
        at = begin + 1;
        if (!acceptable(haystack, needle, match)) continue;
        matches.push_back(match);
        at = match.end;
    }
    return matches;
}

/// Groups ends that lie closer than the needle is long and keeps the best of each group.
std::vector<Match> best_of_each(std::string_view haystack, const Needle& needle, const std::vector<End>& ends) {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < ends.size();) {
        std::size_t stop = i + 1;
        while (stop < ends.size() && ends[stop].end < ends[i].end + needle.text.size() / 2 + 1) ++stop;
        std::optional<Match> best;
        for (std::size_t k = i; k < stop; ++k) {
            if (best && ends[k].errors >= best->errors) continue;
            const Match match = match_at(haystack, needle, ends[k]);
            if (acceptable(haystack, needle, match)) best = match;
        }
        if (best && (matches.empty() || best->begin >= matches.back().end)) matches.push_back(*best);
        i = stop;
    }
    return matches;
}

/// Needles beyond one machine word: the best place only, by edlib.
std::vector<Match> long_matches(std::string_view haystack, const Needle& needle) {
    static constexpr EdlibEqualityPair line_end{' ', '\n'};
    const auto found = edlibAlign(needle.text.data(), static_cast<int>(needle.text.size()), haystack.data(), static_cast<int>(haystack.size()),
                                  edlibNewAlignConfig(needle.errors, EDLIB_MODE_HW, EDLIB_TASK_LOC, &line_end, 1));
    std::vector<Match> matches;
    for (int i = 0; found.status == EDLIB_STATUS_OK && found.editDistance >= 0 && i < found.numLocations; ++i) {
        const Match match = match_at(haystack, needle, {static_cast<std::size_t>(found.endLocations[i]) + 1, found.editDistance});
        if (matches.empty() || match.begin >= matches.back().end) matches.push_back(match);
    }
    edlibFreeAlignResult(found);
    return matches;
}

}  // namespace

std::vector<Match> find_all_fuzzy(std::string_view haystack, std::string_view text, int errors) {
    if (text.empty() || haystack.empty()) return {};
    const Needle needle = prepared(text, errors);
    if (needle.errors == 0) return exact_matches(haystack, needle);
    if (needle.text.size() > 64) return long_matches(haystack, needle);
    return best_of_each(haystack, needle, ends_within(haystack, needle));
}

std::optional<Match> find_fuzzy(std::string_view haystack, std::string_view needle, int errors) {
    const auto matches = find_all_fuzzy(haystack, needle, errors);
    const auto best = std::ranges::min_element(matches, {}, &Match::errors);
    return best == matches.end() ? std::nullopt : std::optional{*best};
}

std::size_t edits(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return std::max(a.size(), b.size());
    const auto found = edlibAlign(a.data(), static_cast<int>(a.size()), b.data(), static_cast<int>(b.size()),
                                  edlibNewAlignConfig(-1, EDLIB_MODE_NW, EDLIB_TASK_DISTANCE, nullptr, 0));
    const auto distance = found.status == EDLIB_STATUS_OK ? static_cast<std::size_t>(found.editDistance) : std::max(a.size(), b.size());
    edlibFreeAlignResult(found);
    return distance;
}

double likeness(std::string_view a, std::string_view b) {
    const auto longer = std::max(a.size(), b.size());
    return longer == 0 ? 1 : 1 - static_cast<double>(edits(a, b)) / static_cast<double>(longer);
}

}  // namespace paraphe
