#pragma once

#include "extractors/common/sheets.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// A piece of software named on a sheet.
struct SoftwareSeen {
    std::string product;   ///< as the list spells it, with the version printed after it
    std::string vendor;    ///< its maker; empty for free software without one
    Span span;
    double confidence = 0;
};

/// The products of a list of current software that a sheet names, from its top, one for each place.
[[nodiscard]] std::vector<SoftwareSeen> software_on(const Sheet& sheet);

/// The maker that a folded text names, as the list spells it.
[[nodiscard]] std::optional<std::string> known_vendor(std::string_view folded);

}  // namespace paraphe::extractors
