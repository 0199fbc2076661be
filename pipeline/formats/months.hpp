#pragma once

#include <optional>
#include <string_view>

namespace paraphe {

/// The month (1 to 12) that a folded word names, in French or English, whole or short, and how surely: an
/// edit (two from eight letters on) is allowed in a name of six letters or more.
struct MonthName {
    unsigned month = 0;
    double confidence = 1;
};
[[nodiscard]] std::optional<MonthName> month_named(std::string_view word);

}  // namespace paraphe
