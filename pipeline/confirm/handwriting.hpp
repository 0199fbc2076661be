#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Handwriting is verified, not transcribed: where a field stands in ink of a hand, is what is expected there what the
/// ink says? A value that agrees with the lexicon is `confirmed`; one that does not stays a weak reading, for a person.
void verify_handwriting(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
