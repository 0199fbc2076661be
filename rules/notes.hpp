#pragma once

#include "rules/kind.hpp"

#include <vector>

namespace paraphe::rules {

/// Remarks that change no outcome: where the day comes from, which document was judged, papers beside the pieces, repeated pages,
/// 2D-Doc codes that break their form.
[[nodiscard]] std::vector<Note> notes_of(const Context& context, const Judgement& judgement);

}  // namespace paraphe::rules
