#pragma once

#include "extractors/common/sheets.hpp"
#include "extractors/extractors.hpp"

#include <vector>

namespace paraphe::extractors {

/// Finding "sections_run_on": the numbers of articles or sections at the heads of lines go from 1 on the first sheet to the last one
/// without a gap ("Article 4" ... "Article 5", "2.3" ... "3" or "3.1"), so that no sheet is missing between them whatever its foot
/// says. One number that was not read breaks the chain, and nothing is found.
void find_sections(const std::vector<Sheet>& sheets, Extraction& out);

}  // namespace paraphe::extractors
