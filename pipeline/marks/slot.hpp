#pragma once

#include "marks/segmenter.hpp"
#include "marks/slot_net.hpp"

#include "model/box.hpp"
#include "model/document.hpp"
#include "model/mark.hpp"
#include "model/page.hpp"

#include <optional>
#include <span>

namespace paraphe::marks {

/// What a place holds, and how sure that is.
struct Held {
    Ink ink = Ink::unsure;
    double confidence = 0;
    std::optional<MarkKind> mark;  ///< the kind that fills it: a signature, else initials, else words, else a stamp
};

/// Is the place `box` (fractions of the page) signed, stamped, written in or empty? `present` and `empty` are said only when
/// sure: the net's opinion, the marks `found` there and the pixels themselves must not contradict each other. Dirt, faint strokes
/// and ink that nothing explains are `unsure`.
[[nodiscard]] Held held_by(const InkMaps& maps, const Box& box, std::span<const Word> printed, std::span<const Mark> found, const PlaceOpinion& opinion);

}  // namespace paraphe::marks
