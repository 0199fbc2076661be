#pragma once

#include "model/reading.hpp"

#include <string>
#include <vector>

namespace paraphe::report {

/// The fields of a document that may leave the reading: never rows of staff, births, home addresses, account numbers (DOMAIN §8).
/// A staff register gets its `employee_count` at `as_of` from its rows. In the reading's order; confidences are calibrated: of the values
/// told with 0.9, nine in ten are true.
[[nodiscard]] std::vector<Field> public_fields(const Document& document, const std::string& as_of);

/// The marks of a document that are told, in the reading's order. A faint sign or stamp where none is awaited is not: it is a speck as often as not.
/// Nor is an unsure stamp within a surer signature. Writing that alone fills a signature's place, and that nothing surely calls a signature, is told as one that is not sure.
[[nodiscard]] std::vector<PlacedMark> public_marks(const Document& document);

/// How often marks of that kind, told with that confidence, are there and of that kind; `public_marks` keep the detector's own.
[[nodiscard]] double told_confidence(const Mark& mark);

/// People employed on that day: entered by then (or no date of entry) and not left before it.
[[nodiscard]] int headcount(const std::vector<StaffRow>& rows, const std::string& as_of);

/// The text with whole account numbers (IBAN) and social security numbers cut to their last four digits.
[[nodiscard]] std::string without_account_numbers(const std::string& text);

}  // namespace paraphe::report
