#pragma once

#include "model/crop.hpp"
#include "model/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
    double fit = 0.2;   ///< its greatest excess, for it to be believed
    std::vector<Box> stands{};  ///< the places on the lines where values fit best, the likeliest first: where to look closer

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
/// Is that name written there? Its rivals are those that differ by one letter; where one of them fits better, its lead is below zero. A long name
/// need not be spelled as clearly as a short one: other companies differ from it by a word; nor need a SIREN, whose key forbids neighbours. Not for
/// names of less than four signs.
[[nodiscard]] std::optional<Written<std::string>> written_name(std::span<const SignColumns> lines, std::string_view name);

}  // namespace paraphe::confirm
