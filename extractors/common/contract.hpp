#pragma once

#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"

#include <span>
#include <string_view>

namespace paraphe::extractors {

/// Where a contract's or invoice's number ends in a folded text that begins with it: "HA RCP0840219 GARANTISSANT" ->
/// 13, "266 529 90 K GARANTISSANT" -> 12, "12345 A EFFET DU" -> 5. 0 when it does not begin with one.
[[nodiscard]] std::size_t reference_length(std::string_view folded);

/// References that follow any of the labels ("contrat n°", "police", "facture n°").
void read_references(const Sheet& sheet, std::span<const Label> labels, const std::string& field, Pool& pool);

/// Periods in all their forms, as `valid_from` and `valid_to`: "du ... au ...", "valable jusqu'au ...", two dates after
/// "période", a year ("pour l'année 2017").
void read_periods(const Sheet& sheet, Pool& pool);

}  // namespace paraphe::extractors
