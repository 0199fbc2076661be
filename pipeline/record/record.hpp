#pragma once

#include "model/reading.hpp"
#include "model/result.hpp"

#include <string>
#include <string_view>

namespace paraphe::record {

/// A reading as `reading.json` holds it: schema `paraphe-reading/1`, UTF-8, indented, the same bytes for the same reading.
/// Texts that are no UTF-8 are written with U+FFFD in place of the bad bytes.
[[nodiscard]] std::string to_json(const Reading& reading);

/// Reads it back, checking all form: known fields only, finite numbers, known words for enumerations, lengths and counts. Boxes
/// and confidences that leave their range are brought back to it. For a reading that keeps these rules
/// `from_json(to_json(reading)) == reading`. Errors: broken_form, with the name of the first field that is wrong.
[[nodiscard]] Result<Reading> from_json(std::string_view json);

}  // namespace paraphe::record
