#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// A cheque's sum stands on it twice, in figures and in words, written in one go: where a hand's ink lies over one of them, and the
/// other, the day and the payee are print alone, the sum was written over. Adds the finding "alteration" at the sum with the ink.
void look_for_alteration(Document& document, const LookAgain& look);

}  // namespace paraphe::confirm
