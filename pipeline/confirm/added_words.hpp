#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Finding "text_edited" in a piece of the label's own wording that a program set: words that the picture shows in the body of a page and
/// the text layer does not hold were added to it, be they lettered by hand as clearly as print. Beside the place of the signature
/// words by hand belong.
void look_for_added_words(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
