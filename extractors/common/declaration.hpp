#pragma once

#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"
#include "model/extractor.hpp"

#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// What a paper that a company signs says at its end: who declares, in what quality, for whom, where and when. The letter, the
/// référentiel and the rules of the brand share it.

/// `signed_on` and `place`: "Fait à Lyon, le 3 mars 2017", "À Lyon, le ...". Where the place of the date holds no print, a
/// finding: `date_by_hand` when a hand wrote there, `undated` when it is bare; and the slot `signed_on`, to be read by itself.
void read_signing(const std::vector<Sheet>& sheets, Pool& pool, Extraction& out);

/// `signatory` and `signatory_role`: after "je soussigné", "représentée par", beside labels, and by the signature.
void read_signatory(const std::vector<Sheet>& sheets, Pool& pool);

/// `company_name`, `siren`, `siret` of the company that declares. `letter`: the paper is its own (letterhead and foot count);
/// else only the words of the declaration do. Names of the label's owner are left out.
void read_declarant(const std::vector<Sheet>& sheets, const Expectations& expectations, bool letter, Pool& pool);

/// Blanks of a model: dots, "[nom]", "XXXX", "à compléter", a label followed by nothing; unless a hand wrote there.
void find_blanks(const std::vector<Sheet>& sheets, Extraction& out);

/// A written mention ("Lu et approuvé", "Bon pour accord"), as a remark.
void find_mention(const std::vector<Sheet>& sheets, Extraction& out);

/// Words through whose middle a ruled line runs: `text_edited`.
void find_struck_words(const std::vector<Sheet>& sheets, Extraction& out);

/// Does a mark of a hand (or a mark that may be one) lie on that upright box?
[[nodiscard]] bool hand_on(const Sheet& sheet, const Box& upright);

}  // namespace paraphe::extractors
