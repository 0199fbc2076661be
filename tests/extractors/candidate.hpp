#pragma once

#include "written_page.hpp"

namespace paraphe::extractors {

/// What the label expects, for the pieces that name it.
inline Expectations the_label() {
    Expectations label;
    label.payees = {"France IT"};
    label.fee = 400;
    label.label_names = {"Entreprise Numérique Responsable", "France IT"};
    return label;
}

/// Ink of a hand on a page.
inline void write_by_hand(PageReading& page, const Box& box) {
    Mark mark;
    mark.kind = MarkKind::handwriting;
    mark.box = box;
    mark.confidence = 0.9;
    page.marks.push_back(mark);
}

}  // namespace paraphe::extractors
