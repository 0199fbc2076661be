#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// The small print of a sheet's foot or head, half under a paraph, is what a page's reading loses first. Where a sheet's number is missing
/// from the field `page_numbers`, its foot and head are looked at again, enlarged. No number on any sheet: the field goes.
void read_page_numbers(Document& document, const LookAgain& look, const PageOf& page_of);

/// "1/2" of a document that came without a second page: what most renderings of the page's foot say counts, as one misread figure would ask the
/// candidate for a page that does not exist.
void look_at_totals(Document& document, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
