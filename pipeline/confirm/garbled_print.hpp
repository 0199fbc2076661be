#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// A word of an extract that was hardly read counts as perhaps written over (the finding "handwriting_in_body"). Where no ink of a hand was
/// seen on it, the place is read in every rendering: letters that two of them say alike are print, and the finding goes.
void look_at_garbled_print(Document& document, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
