#pragma once

#include "model/crop.hpp"
#include "model/date.hpp"
#include "model/document.hpp"
#include "model/expectations.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace paraphe::confirm {

/// Handwriting is verified, not transcribed: every value that could stand there is held against the lines of signs; the one that fits
/// best is given with how well it fits and by how much it leads.
template <class T>
struct Written {
    T value;
    Box box;
    double excess = 0;  ///< SignLine::excess of its best spelling, per sign of it
    double lead = 0;    ///< over the next best value, as -log of a probability
    double needed = 1;  ///< of a lead, for it to be sure

    /// Nothing else could be meant.
    [[nodiscard]] bool sure() const;
    /// It fits well and leads by something: worth a second opinion.
    [[nodiscard]] bool likely() const;
};

/// A day of those years in figures or with the month's name.
[[nodiscard]] std::optional<Written<Date>> written_day(std::span<const SignColumns> lines, int first_year, int last_year);
/// A whole number of euros below 10 000 in figures: 400, 400,00, 400 EUR.
[[nodiscard]] std::optional<Written<double>> written_figures(std::span<const SignColumns> lines);
/// The same in words.
[[nodiscard]] std::optional<Written<double>> written_words(std::span<const SignColumns> lines);
/// Is that name written there? Its rivals are those that differ by one letter. Not for names of less than four signs.
[[nodiscard]] std::optional<Written<std::string>> written_name(std::span<const SignColumns> lines, std::string_view name);

/// What is written in the place of a cheque's or letter's field ("amount", "amount_in_words", "payee", a day): nothing else could be meant, or
/// something else could, but it fits best and leads. A payee is named as the list's first.
struct WrittenValue {
    Value value;
    Box box;
    bool sure = false;
};
/// Fields of another name have none: `may_be_written` says whether to look.
[[nodiscard]] bool may_be_written(std::string_view field);
[[nodiscard]] std::optional<WrittenValue> written_value(std::string_view field, std::span<const SignColumns> lines, const Expectations& expectations);

}  // namespace paraphe::confirm
