#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// Activity codes: "6201Z" (rev. 2) and "722C" (2003). A code of three digits counts only beside NAF or APE.
[[nodiscard]] std::vector<Found<std::string>> find_naf_codes(std::string_view folded);

/// Is it one of the digital sector's (DOMAIN: 62, 63, 58.2, 61, 70.22, 71.12, 73.11, 95.11)?
[[nodiscard]] bool digital_activity(std::string_view naf);

}  // namespace paraphe
