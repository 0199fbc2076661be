#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::confirm {

/// How well a text says a name that is known beforehand.
struct Said {
    double whole = 0;        ///< likeness of the whole name to the words that fit it best, 1 the same
    double weakest = 0;      ///< the least of the likenesses of its words of four letters and more
    std::size_t begin = 0;   ///< the first of those words, counted in words of the text
};

/// How surely a name was said, from faint (a hand's letters, half of them read) to plain print.
enum class Likely { no, faint, plain };

/// The words of a name, folded, that must be said: a company's without its legal form and articles.
[[nodiscard]] std::vector<std::string> words_of_company(std::string_view printed);
/// A person's given names and surname, in the order of the print.
[[nodiscard]] std::vector<std::string> words_of_person(std::string_view printed);

/// The place of the text where it comes nearest to saying those words, in their order, beginning within its first
/// `within` words. Signs that a scanner confuses are one sign; a word may be split in two or glued to the next.
[[nodiscard]] Said said(const std::vector<std::string>& words, std::string_view folded, std::size_t within = static_cast<std::size_t>(-1));

/// What that proves. Short names are alike by chance: they must be said exactly.
[[nodiscard]] Likely likely(const Said& said, const std::vector<std::string>& words);

}  // namespace paraphe::confirm
