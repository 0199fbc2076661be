#pragma once

#include "model/date.hpp"
#include "model/reading.hpp"

#include <optional>
#include <string>

namespace paraphe::app {

/// The day of deposit, on which everything is judged, and where it was taken from.
struct AsOf {
    Date day;
    std::string source;  ///< "option", "deposited_on", "mail", "journal", "today"
};

/// DESIGN: the option, else a file `deposited_on` of the dossier, else the e-mail's date, else the day the journal first saw it,
/// else today.
[[nodiscard]] AsOf choose_as_of(const std::optional<Date>& option, const Reading& reading, const std::optional<Date>& journal, Date today);

/// The day on this machine's clock and time zone.
[[nodiscard]] Date today();

}  // namespace paraphe::app
