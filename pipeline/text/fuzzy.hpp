#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace paraphe {

/// Where a phrase stands in a text, in bytes of the text, and how well: 1 exact, 0 nothing alike.
struct Match {
    std::size_t begin = 0, end = 0;
    int errors = 0;
    double quality = 0;
};

/// The best place of `needle` in `haystack`, both folded, with at most `errors` edits (negative: one per
/// six letters of the needle). A needle of up to five letters must match exactly and as a whole word.
/// Infix alignment of Myers' bit vectors (edlib).
[[nodiscard]] std::optional<Match> find_fuzzy(std::string_view haystack, std::string_view needle, int errors = -1);

/// All places that do not overlap, from the left.
[[nodiscard]] std::vector<Match> find_all_fuzzy(std::string_view haystack, std::string_view needle, int errors = -1);

/// Levenshtein's distance in bytes (edlib).
[[nodiscard]] std::size_t edits(std::string_view a, std::string_view b);

/// Likeness of two short strings, 1 equal, 0 nothing in common: 1 - edits / length of the longer.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace paraphe
