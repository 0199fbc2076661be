#pragma once

#include <string>
#include <string_view>

namespace paraphe::ocr {

/// Letters and digits of a UTF-8 text, lower case, Latin letters without accents.
[[nodiscard]] std::string bare(std::string_view text);

}  // namespace paraphe::ocr
