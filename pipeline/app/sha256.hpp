#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paraphe::app {

/// Lower-case hex.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// Of a file from its beginning, whatever its position; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> sha256_of_file(int fd);

}  // namespace paraphe::app
