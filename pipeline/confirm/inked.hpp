#pragma once

#include "model/page.hpp"

#include <algorithm>

namespace paraphe::confirm {

/// Does a mark stand at the box, upright, or so near that its strokes may have been read with what stands there?
[[nodiscard]] inline bool on_a_mark(const PageReading& page, const Box& upright) {
    constexpr double surely_ink = 0.3, around_marks = 0.01;
    return std::ranges::any_of(page.marks, [&](const Mark& mark) {
        return mark.confidence >= surely_ink && !intersection(upright, grown(turned(mark.box, page.rotation), around_marks, around_marks)).empty();
    });
}

}  // namespace paraphe::confirm
