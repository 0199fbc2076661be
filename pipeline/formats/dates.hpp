#pragma once

#include "formats/found.hpp"
#include "model/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// Days in a folded text, in its order: figures (day first), months in words or short, all in words ("PREMIER
/// MARS DEUX MILLE DIX-SEPT"), a scanner's confusions (`repaired`). A year of two digits: 00-69 is 20xx.
/// Confidence is of the form: a month in words near 1, figures 0.97, two-digit year 0.9, repaired 0.6 to 0.8.
/// Impossible days are no dates.
[[nodiscard]] std::vector<Found<Date>> find_dates(std::string_view folded);

/// The first date that begins within `within` bytes.
[[nodiscard]] std::optional<Found<Date>> date_at(std::string_view folded, std::size_t begin, std::size_t within = 12);

/// "DU 1ER JANVIER 2017 AU 31 DECEMBRE 2017", "A COMPTER DU ... JUSQU'AU ...", "A EFFET DU ...", "VALABLE JUSQU'AU ...".
struct Period {
    std::optional<Date> from, to;

    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] std::vector<Found<Period>> find_periods(std::string_view folded);

/// Years alone: 1900 to 2099, with no digit, slash or point beside them.
[[nodiscard]] std::vector<Found<int>> find_years(std::string_view folded);

/// Times of day "14:44:07", "14H44", as they are.
[[nodiscard]] bool time_at(std::string_view folded, std::size_t begin);

/// "20 février 2017", as a French reader writes it; for messages and tests.
[[nodiscard]] std::string in_french(Date date);

}  // namespace paraphe
