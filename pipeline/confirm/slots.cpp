#include "confirm/slots.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace paraphe::confirm {
namespace {

/// A mark belongs to a slot when at least this much of it lies inside: a signature runs over its place.
constexpr double inside_from = 0.3;
/// What "no paraph on this page" is worth: the detector missed the paraph of 8 pages of 130 of the validation set, too many to
/// refuse a dossier on its word.
constexpr double absence_seen = 0.85;
/// A mark above this is believed without a second look.
constexpr double believed_from = 0.6;

bool is_ink_of_a_hand(MarkKind kind) { return kind != MarkKind::stamp; }

/// How well a mark fills a slot of that purpose: a signature before a paraph before words before a stamp.
int rank(MarkKind kind) {
    switch (kind) {
        case MarkKind::digital_signature: return 5;
        case MarkKind::signature: return 4;
        case MarkKind::paraph: return 3;
        case MarkKind::handwriting: return 2;
        case MarkKind::stamp: break;
    }
    return 1;
}

std::vector<Mark> marks_in(const Slot& slot, const PageReading& page) {
    std::vector<Mark> inside;
    for (const auto& mark : page.marks)
        if (slot.place.box.empty() || covered(mark.box, slot.place.box) >= inside_from) inside.push_back(mark);
    return inside;
}

const Mark* best(const std::vector<Mark>& marks) {
    const auto found = std::ranges::max_element(marks, {}, [](const Mark& m) { return std::pair{rank(m.kind), m.confidence}; });
    return found == marks.end() ? nullptr : &*found;
}

const Mark* surest(const std::vector<Mark>& marks, bool (*wanted)(MarkKind)) {
    const Mark* found = nullptr;
    for (const auto& mark : marks)
        if (wanted(mark.kind) && (!found || mark.confidence > found->confidence)) found = &mark;
    return found;
}

void fill(Slot& slot, const Mark& mark) {
    slot.ink = Ink::present;
    slot.confidence = mark.confidence;
    slot.mark = mark.kind;
}

/// A paraph may stand anywhere on its page: the page's own marks answer, and a faint one is doubt, never absence.
void settle_anywhere(Slot& slot, const PageReading& page) {
    constexpr double doubt_from = 0.15;
    const auto is_initials = [](MarkKind kind) { return kind == MarkKind::paraph || kind == MarkKind::signature || kind == MarkKind::digital_signature; };
    const Mark* mark = surest(page.marks, is_initials);
    if (mark && mark->confidence >= believed_from) return fill(slot, *mark);
    const Mark* any = surest(page.marks, is_ink_of_a_hand);
    if (mark || (any && any->confidence >= doubt_from) || !page.legible) {
        slot.ink = Ink::unsure;
        slot.confidence = 0.5;
        if (any) slot.mark = any->kind;
        return;
    }
    slot.ink = Ink::empty;
    slot.confidence = absence_seen;
}

}  // namespace

void settle(Slot& slot, const LookAgain& look, const PageOf& page_of) {
    const PageReading* page = page_of(slot.place.path, slot.place.page);
    if (!page) return;
    if (slot.place.box.empty()) return settle_anywhere(slot, *page);

    const auto marks = marks_in(slot, *page);
    if (const Mark* mark = best(marks); mark && rank(mark->kind) >= rank(MarkKind::signature) && mark->confidence >= believed_from)
        return fill(slot, *mark);

    const auto answer = look(slot.place.path, CropRequest{slot.place.page, slot.place.box, CropPurpose::ink, {}});
    if (const Mark* mark = best(marks)) slot.mark = mark->kind;
    if (!answer) return;
    slot.ink = answer->ink;
    slot.confidence = answer->confidence;
    if (const Mark* mark = best(answer->marks); mark && (!slot.mark || rank(mark->kind) > rank(*slot.mark))) slot.mark = mark->kind;
    // The page's own detector saw ink of a hand here: then the place is not surely empty, whatever the crop says.
    if (slot.ink == Ink::empty && surest(marks, is_ink_of_a_hand)) {
        slot.ink = Ink::unsure;
        slot.confidence = 0.5;
    }
}

}  // namespace paraphe::confirm
