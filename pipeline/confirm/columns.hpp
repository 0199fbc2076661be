#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// The head of a table is small print on a shade: columns that its reading lacked ("columns_missing") are looked for in every rendering of
/// it before they are told to be missing.
void look_for_columns(Document& document, const LookAgain& look);

}  // namespace paraphe::confirm
