#pragma once

#include <string_view>

namespace paraphe {

/// How much of a social security number a text holds, least first. The number itself is never given away.
enum class Nir {
    none,
    without_key,  ///< thirteen digits of its shape: sex, year, month, department, commune, order
    whole,        ///< and the key of two digits, which holds
};

/// The most that a folded text holds. The key is 97 - N mod 97; Corsica's 2A and 2B count as 19 and 18 (INSEE, décret 82-103). Where
/// it is spaced, it is spaced between its parts: a row's number and two dates ("1 15.03.2012 31.12.2016") are none.
[[nodiscard]] Nir nir_in(std::string_view folded);

}  // namespace paraphe
