#pragma once

#include "model/page.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// The wording of a page held against that of the form it was made of.
namespace paraphe::confirm {

/// Letters or figures that stand together, folded; or a row of dots to write on.
struct Token {
    std::string text;        ///< "" for a blank
    std::string shape;       ///< its skeleton: what a tired scanner makes of it
    std::size_t word = 0;    ///< index into PageReading::words
    bool opens = false;      ///< something is to follow: "Nom :"

    [[nodiscard]] bool blank() const { return text.empty(); }
};

/// Line by line in reading order, by where words stand.
[[nodiscard]] std::vector<Token> tokens_of(const PageReading& page);

/// Pairs of indices, rising in both: the tokens that each text holds once, as far as they stand in one order (the "patience diff" of
/// Cohen: longest increasing run of unique matches).
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> anchors(std::span<const Token> form, std::span<const Token> page);

/// How many of the form's tokens could be anchors.
[[nodiscard]] std::size_t unique_tokens(std::span<const Token> tokens);

/// A stretch where the texts differ: tokens [form_begin, form_end) of the form stand as [page_begin, page_end) on the page.
struct Difference {
    std::size_t form_begin = 0, form_end = 0;
    std::size_t page_begin = 0, page_end = 0;
};

/// Between anchors the tokens are aligned by their likeness (Needleman and Wunsch, 1970), so that a scanner's misreadings, joined and
/// parted words are no difference. A number is like no other number.
[[nodiscard]] std::vector<Difference> differences(std::span<const Token> form, std::span<const Token> page);

}  // namespace paraphe::confirm
