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
/// A paraph above this is believed, and a signature when no second look can be had.
constexpr double believed_from = 0.6;
/// A signature above this needs no second look.
constexpr double surely = 0.95;

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

bool lies_in(const PlacedMark& mark, const Slot& slot) {
    return mark.path == slot.place.path && mark.page == slot.place.page && covered(mark.mark.box, slot.place.box) >= inside_from;
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
    const Mark* likeliest = best(marks);
    const bool signs = likeliest && rank(likeliest->kind) >= rank(MarkKind::signature);
    if (signs && likeliest->confidence >= surely) return fill(slot, *likeliest);

    const auto answer = look(slot.place.path, CropRequest{slot.place.page, slot.place.box, CropPurpose::ink, {}});
    if (likeliest) slot.mark = likeliest->kind;
    if (!answer) {
        if (signs && likeliest->confidence >= believed_from) fill(slot, *likeliest);
        return;
    }
    slot.ink = answer->ink;
    slot.confidence = answer->confidence;
    if (answer->mark) slot.mark = answer->mark;
    // The page's own detector saw ink of a hand here: then the place is not surely empty, nor only stamped, whatever the crop says.
    const bool no_hand = slot.ink == Ink::empty || (slot.ink == Ink::present && slot.mark == MarkKind::stamp);
    if (no_hand && surest(marks, is_ink_of_a_hand)) {
        slot.ink = Ink::unsure;
        slot.confidence = 0.5;
    }
}

void name_by_place(Document& document) {
    for (const auto& slot : document.slots) {
        if (slot.purpose != "signature" || slot.ink != Ink::present || slot.mark != MarkKind::signature) continue;
        PlacedMark* sign = nullptr;
        for (auto& mark : document.marks)
            if (lies_in(mark, slot) && is_ink_of_a_hand(mark.mark.kind) && (!sign || mark.mark.box.area() > sign->mark.box.area())) sign = &mark;
        if (!sign || sign->mark.kind == MarkKind::digital_signature) continue;
        sign->mark.confidence = sign->mark.kind == MarkKind::signature ? std::max(sign->mark.confidence, slot.confidence) : slot.confidence;
        sign->mark.kind = MarkKind::signature;
    }
}

}  // namespace paraphe::confirm
