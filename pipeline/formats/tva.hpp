#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// The two digits of the French VAT number of a SIREN; empty for what is no SIREN.
[[nodiscard]] std::string tva_key(std::string_view siren);

/// French VAT numbers, without spaces: "FR14722057460". A numeric key that holds is near 1, one that does not 0.3; a
/// key with letters is only looked at for its form (0.7).
[[nodiscard]] std::vector<Found<std::string>> find_tva_numbers(std::string_view folded);

/// Its last nine digits.
[[nodiscard]] std::string siren_of_tva(std::string_view tva);

}  // namespace paraphe
