#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// An entry of the trade register: "518 452 750 R.C.S. Nantes", "RCS NANTES B 518 452 750".
struct Rcs {
    std::string siren;  ///< digits
    std::string city;   ///< folded; may be empty

    friend bool operator==(const Rcs&, const Rcs&) = default;
};

[[nodiscard]] std::vector<Found<Rcs>> find_rcs(std::string_view folded);

/// The city after "RCS" or "GREFFE DU TRIBUNAL DE ... DE" at `begin` of a folded text: up to the end of the line,
/// a number or a sign. Empty when none stands there.
[[nodiscard]] std::string city_at(std::string_view folded, std::size_t begin);

/// "2009B02406", without spaces.
[[nodiscard]] std::vector<Found<std::string>> find_gestion_numbers(std::string_view folded);

/// "FR3801.982574717": the greffe's code and the SIREN.
[[nodiscard]] std::vector<Found<std::string>> find_euids(std::string_view folded);

}  // namespace paraphe
