#pragma once

#include "formats/found.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace paraphe {

/// Sums in figures, in euros, in the order of the text: "400", "400,00 EUR", "1 000,00", "#400,00#", "400€00",
/// "4OO,OO" (`repaired`). With a currency or stuffing 0.97, with cents 0.9, bare figures 0.4.
/// Not sums: parts of dates, of longer numbers, percentages.
[[nodiscard]] std::vector<Found<double>> find_amounts(std::string_view folded);

/// The share capital of a company: the sum beside "CAPITAL".
[[nodiscard]] std::vector<Found<double>> find_capitals(std::string_view folded);

}  // namespace paraphe
