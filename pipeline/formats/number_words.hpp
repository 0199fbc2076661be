#pragma once

#include "formats/found.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// French number words from `begin` on: "QUATRE CENTS", "QUATRE-VINGT-DIX-SEPT", "MIL NEUF CENT", "SEPTANTE". Small spelling
/// faults and OCR errors pass (a lower confidence). Nothing when no number word stands there.
[[nodiscard]] std::optional<Found<std::int64_t>> number_words_at(std::string_view folded, std::size_t begin);

/// Every sum in words, in euros: "QUATRE CENTS EUROS ET ZERO CENTIME" is 400. The word euro may lack.
[[nodiscard]] std::vector<Found<double>> find_amounts_in_words(std::string_view folded);

/// 400 -> "quatre cents"; 0 to 999 999 999. Spelled as before the reform of 1990.
[[nodiscard]] std::string number_in_words(std::int64_t number);

}  // namespace paraphe
