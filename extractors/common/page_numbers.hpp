#pragma once

#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"

#include <vector>

namespace paraphe::extractors {

/// `page_numbers`: for each sheet in order what is printed, "3" or "3/12", or "" where nothing was read that counts (see formats/page_number.hpp);
/// confirm looks again where nothing was.
void read_page_numbers(const std::vector<Sheet>& sheets, Pool& pool);

}  // namespace paraphe::extractors
