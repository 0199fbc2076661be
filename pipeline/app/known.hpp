#pragma once

#include "confirm/recognise.hpp"
#include "model/reading.hpp"
#include "rules/rulebook.hpp"

namespace paraphe::app {

/// Who the candidate is by the documents read so far, and which pieces must name it. Empty without an identity document: the
/// majority of the other pieces is no ground to look for its name in them.
[[nodiscard]] confirm::Known known_candidate(const Reading& reading, const rules::Rulebook& book);

}  // namespace paraphe::app
