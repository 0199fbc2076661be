#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Every piece is held against the name of the legal representative: where the identity document's own reading of a single one is in
/// doubt, his place is read in every rendering, and the name that most readings say stands.
void read_representative_again(Document& document, const LookAgain& look);

}  // namespace paraphe::confirm
