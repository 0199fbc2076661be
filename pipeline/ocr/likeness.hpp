#pragma once

#include <string>
#include <string_view>

namespace paraphe::ocr {

/// Letters and digits of a UTF-8 text, lower case, Latin letters without accents.
[[nodiscard]] std::string bare(std::string_view text);
/// How well `wanted` is found somewhere in `text` (both bare): 1 less the share of its signs that must be edited.
[[nodiscard]] double likeness(std::string_view wanted, std::string_view text);

}  // namespace paraphe::ocr
