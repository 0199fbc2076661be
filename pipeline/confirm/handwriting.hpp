#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Handwriting is verified, not transcribed: where a field stands in ink of a hand, is what is expected there what the
/// ink says? A value that the recogniser of handwriting surely sees, too, is `confirmed`; any other stays a weak reading, for a person.
void verify_handwriting(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
