#pragma once

#include "extractors/common/sheets.hpp"
#include "extractors/extractors.hpp"

#include <vector>

namespace paraphe::extractors {

/// What the numbers of articles or sections at the heads of lines say of the order of sheets ("Article 4" ... "Article 5", "2.3" ... "3" or "3.1").
/// Finding "sheet_runs_on": the first number of this sheet is the next after the last of the sheet before. "sections_run_on": so do all sheets,
/// from the first number on the first sheet on, so that no sheet is missing between them whatever its foot says. A number that was not
/// read at the head or the end of a sheet breaks the chain, and nothing is found.
void find_sections(const std::vector<Sheet>& sheets, Extraction& out);

}  // namespace paraphe::extractors
