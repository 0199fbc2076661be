#pragma once

#include "confirm/confirm.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paraphe::confirm {

/// Every piece is held against the name of the legal representative: where the identity document's own reading of a single one is in
/// doubt, his place is read in every rendering, and the name that most readings say stands.
void read_representative_again(Document& document, const LookAgain& look);

/// Which of the names the letters at a place surely show, blurred as they may be.
[[nodiscard]] std::optional<std::string> name_shown(const Place& place, std::span<const std::string> names, const LookAgain& look);

/// Who signs the candidate's papers, as far as it was surely read, each once.
[[nodiscard]] std::vector<std::string> signatories_of(std::span<const Document> documents);

/// A reader that knows the signatory's name sees whether blurred print says it: where the single representative is still in doubt, it is his
/// name that is looked for at the place. One that reads like it already is borne out. No other name is ever put there.
void settle_representative(Document& document, std::span<const std::string> signatories, const LookAgain& look);

}  // namespace paraphe::confirm
