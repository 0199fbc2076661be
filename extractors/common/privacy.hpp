#pragma once

#include "extractors/common/sheets.hpp"
#include "extractors/common/table.hpp"
#include "model/extractor.hpp"

#include <span>

namespace paraphe::extractors {

// What a report must not show though a person may need to see the page: each place becomes a finding "private", which
// whoever makes pictures blurs. Better a label too many than a birth date shown.

/// Births, nationalities and homes of people, beside or under their labels.
void hide_people(const Sheet& sheet, Extraction& out);

/// Account numbers: IBAN and RIB, and lines of twenty digits and more, such as the magnetic line of a cheque.
void hide_accounts(const Sheet& sheet, Extraction& out);

/// Columns of a staff register that say who people are, from height `top` (upright) down; the whole table when its columns are
/// unknown (`columns` empty).
void hide_columns(const Sheet& sheet, std::span<const Column> columns, double top, Extraction& out);

}  // namespace paraphe::extractors
