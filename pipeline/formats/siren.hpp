#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// Luhn's key over digits only; false for anything else or nothing.
[[nodiscard]] bool luhn(std::string_view digits);

/// Nine digits with Luhn's key.
[[nodiscard]] bool valid_siren(std::string_view digits);
/// Fourteen digits with Luhn's key; La Poste's establishments (356000000) may instead add up to a multiple of five.
[[nodiscard]] bool valid_siret(std::string_view digits);

/// SIRENs in a folded text, digits only, in the order of the text: nine digits, bare or in groups of three, with no
/// digit on either side, and not the head of a SIRET. A key that holds: about 0.97. A key that does not hold is
/// kept at 0.3 (it may be what is printed); when exactly one confusion of a scanner repairs it, that reading
/// precedes it, `repaired`.
[[nodiscard]] std::vector<Found<std::string>> find_sirens(std::string_view folded);

/// SIRETs likewise, fourteen digits. The first nine are a SIREN.
[[nodiscard]] std::vector<Found<std::string>> find_sirets(std::string_view folded);

/// "552 100 554", "552 100 554 00013"; anything else as it is.
[[nodiscard]] std::string grouped(std::string_view digits);

}  // namespace paraphe
