#pragma once

#include "samples/booklet.hpp"
#include "samples/pdf.hpp"

namespace paraphe::samples {

// A Kbis that shows an old date, and a file of it that says a fresh one in some other way: `PackingFacts::attack`.

/// The same Kbis as it would be if its date were fresh. Its text goes under the pictures of `real`.
Booklet fresh_twin(const Booklet& real, const Facts& facts);
/// Puts a fresh date on the last page of the PDF, which shows `sheet`, where the facts ask for it. `digital`: a program wrote the page.
void forge_date(Pdf& pdf, const Sheet& sheet, const Facts& facts, bool digital);
/// The text of the PDF reads as if the old date were of this year.
void forge_year(Pdf& pdf, const Facts& facts);

}  // namespace paraphe::samples
