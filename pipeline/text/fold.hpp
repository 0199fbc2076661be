#pragma once

#include <string>
#include <string_view>

namespace paraphe {

/// The form in which everything is compared: NFKC, upper case, accents stripped, typographic quotes and
/// dashes unified, `n°` as `NO`, ligatures opened, spaces collapsed and trimmed. The result is ASCII for
/// French text; what has no ASCII form stays as it is.
[[nodiscard]] std::string fold(std::string_view utf8);

/// Letters and digits only, each class of OCR confusions as one of its members (O Q D -> 0, I L | -> 1,
/// S -> 5, B -> 8, Z -> 2, G -> 6): two strings with one skeleton are one string to a tired scanner.
[[nodiscard]] std::string skeleton(std::string_view folded);

/// The letters alone: a name keeps them when its words are torn or run together.
[[nodiscard]] std::string letters_of(std::string_view folded);

}  // namespace paraphe
