#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Findings "blanks_left": a blank is bare paper. What a hand wrote there is hardly in the words, and ink that nothing explains is no
/// bare paper either: such blanks are told with less confidence, bare ones with more.
void look_at_blanks(Document& document, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
