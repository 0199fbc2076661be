#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paraphe::app {

/// Lower-case hex.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// The form that a Content-Security-Policy names a script by: "sha256-" and base64.
[[nodiscard]] std::string csp_source(std::string_view script);
/// Of a file from its beginning, whatever its position; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> sha256_of_file(int fd);

}  // namespace paraphe::app
