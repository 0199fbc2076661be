#pragma once

#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"

namespace paraphe::extractors {

/// The `address` of the company that the pool names on this sheet: what follows its name in the sentence ("Alpha, dont le siège est 12 rue des
/// Lilas, 44000 Nantes") or stands in the lines under it, street first, postcode last. Other addresses of the sheet are others'.
void read_company_address(const Sheet& sheet, Pool& pool);

}  // namespace paraphe::extractors
