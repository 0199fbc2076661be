#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Says of a place where a mark belongs whether it is empty, from the marks found on the page and from a look at the pixels of
/// the place itself. Without an answer the slot stays unsure.
void settle(Slot& slot, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
