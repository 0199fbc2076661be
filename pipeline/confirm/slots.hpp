#pragma once

#include "confirm/confirm.hpp"

#include <span>
#include <string>
#include <vector>

namespace paraphe::confirm {

/// Says of a place where a mark belongs whether it is empty, from the marks found on the page and from a look at the pixels of
/// the place itself. Without an answer the slot stays unsure. Initials that only the look finds are added to the document's marks `found`.
void settle(Slot& slot, std::vector<PlacedMark>& found, const LookAgain& look, const PageOf& page_of);

/// Who signs with a name in plain letters has signed: a place that is not surely signed, and in which ink of a hand writes one of the
/// names of who may sign, folded, with no printed label before it, is signed. To be called for a settled slot.
void take_written_signature(Slot& slot, std::span<const std::string> names, const LookAgain& look, const PageOf& page_of);

/// A mark's kind follows from where it stands: ink of a hand that fills a signature's place is the signature, be it as short as
/// initials or a name in plain letters; on a page that wants initials, a sign elsewhere is the initials, be it as large as a signature.
/// To be called once the slots are settled.
void name_by_place(Document& document);

}  // namespace paraphe::confirm
