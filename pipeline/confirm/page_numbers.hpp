#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// The small print of a sheet's foot or head, half under a paraph, is what a page's reading loses first. Where a sheet's number is missing
/// from the field `page_numbers`, its foot and head are looked at again, enlarged. No number on any sheet: the field goes.
void read_page_numbers(Document& document, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
