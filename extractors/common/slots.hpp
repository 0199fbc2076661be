#pragma once

#include "extractors/common/sheets.hpp"
#include "model/document.hpp"
#include "model/extractor.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// Places where a mark of the issuer belongs: under or beside the printed words that announce it, within the page.
/// Without such words: the space under the last line of text. `ink` is left unsure.
[[nodiscard]] std::vector<Slot> mark_slots(const Sheet& sheet, std::span<const std::string_view> words, const std::string& purpose);

/// Places where the signature of a paper that a company signs belongs, on the last sheet that has one.
void add_signature_slots(const std::vector<Sheet>& sheets, Extraction& out);

}  // namespace paraphe::extractors
