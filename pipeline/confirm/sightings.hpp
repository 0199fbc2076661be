#pragma once

#include "model/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What one reading of a cheque's place says, as far as it says one thing. Readings come from an engine for print that looks at ink
/// or at print between rules: each is doubted, and only what leaves no second meaning is taken.
namespace paraphe::confirm {

/// A sum read, and whether each of its signs was read as it must stand.
struct Sum {
    double value = 0;
    bool exact = false;
};

/// The sum in a figures' frame: "€| =400,00=" is 400. Nothing when there are several.
[[nodiscard]] std::optional<Sum> figures_in(std::string_view reading);

/// The sum that a line of words says, when it is nearer to one sum's words than to any other's: "guatre cents eures" is 400,
/// "cents euros" after something unread is nothing.
[[nodiscard]] std::optional<Sum> words_in(std::string_view reading);

/// The day in a place of date; nothing when there are several, or when a figure of it may be lost.
[[nodiscard]] std::optional<Date> day_in(std::string_view reading);

/// How a payee's place says one of the names: `exact` but for a scanner's confusions, `near` with a letter wrong.
enum class Likeness { none, near, exact };
[[nodiscard]] Likeness name_in(std::string_view reading, std::span<const std::string> names);

}  // namespace paraphe::confirm
