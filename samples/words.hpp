#pragma once

#include <string>
#include <string_view>

namespace paraphe::samples {

/// Capitals, accents kept (é gives É).
std::string upper_case(std::string_view text);
/// Accents taken off the letters of Latin-1.
std::string unaccented(std::string_view text);

}  // namespace paraphe::samples
