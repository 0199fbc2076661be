#pragma once

#include "text/page_text.hpp"

#include <optional>
#include <string_view>

namespace paraphe::classify {

/// Some kinds are told by the shape of what they hold rather than by a phrase. An anchor whose phrase is one of
/// these names is looked for as a shape; the answer is how clearly it is there, 0 to 1. Nothing when the phrase
/// is not the name of a shape.
///   #rcs            a number of nine digits beside "R.C.S."
///   #gestion        a registry's file number, "2009 B 02406"
///   #nir            a social security number
///   #cmc7           a line of zones of 7, 12 and 12 digits as at the foot of a cheque
///   #sum_twice      one sum in figures and, below at the left, in words, each alone on its line: a cheque filled in
///   #dated_rows     several lines below one another, each with a date: a register
///   #amount_rows    several lines below one another that end with an amount: an invoice, a pay slip
[[nodiscard]] std::optional<double> shape_strength(const PageText& page, std::string_view name);

}  // namespace paraphe::classify
