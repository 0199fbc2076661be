#pragma once

#include "marks/segmenter.hpp"

#include "model/box.hpp"
#include "model/document.hpp"
#include "model/mark.hpp"
#include "model/page.hpp"

#include <span>

namespace paraphe::marks {

/// Is there pen ink in the slot `box` (fractions of the page)? `present` and `empty` are said only when sure; a stamp
/// alone, dirt, faint strokes and ink that nothing explains are `unsure`. `found`: the marks that lie in the slot.
[[nodiscard]] Ink ink_of(const InkMaps& maps, const Box& box, std::span<const Word> printed, std::span<const Mark> found);

}  // namespace paraphe::marks
