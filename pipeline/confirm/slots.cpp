#include "confirm/slots.hpp"

#include "confirm/hand_look.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace paraphe::confirm {
namespace {

/// What "no paraph on this page" is worth: the detector missed the paraph of 8 pages of 130 of the validation set, too many to
/// refuse a dossier on its word.
constexpr double absence_seen = 0.85;
/// A signature above this is believed when no second look can be had.
constexpr double believed_from = 0.6;
/// A mark above this needs no second look.
constexpr double surely = 0.95;
/// Ink that may be a hand's: below, not even a doubt.
constexpr double doubt_from = 0.15;
/// Ink that may be initials, worth a second look.
constexpr double initials_from = 0.4;
/// How many marks of a page are looked at again, and how much of the page around each is shown.
constexpr std::size_t most_looks = 3;
constexpr double around_x = 0.03, around_y = 0.02;
/// What a signature in plain letters is worth.
constexpr double written_name_signs = 0.92;
/// A label is printed so clearly and so near (a fraction of the page's width) to what is written after it.
constexpr double plain_print = 0.6, near_label = 0.25;

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
        if (slot.place.box.empty() || lies_in({slot.place.path, slot.place.page, mark}, slot)) inside.push_back(mark);
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

bool is_initials(MarkKind kind) { return kind == MarkKind::paraph || kind == MarkKind::signature || kind == MarkKind::digital_signature; }

/// Those that may be a page's initials, the likeliest first.
std::vector<Mark> likely_initials(const std::vector<Mark>& marks) {
    std::vector<Mark> likely;
    for (const auto& mark : marks)
        if (is_initials(mark.kind) && mark.confidence >= initials_from) likely.push_back(mark);
    std::ranges::stable_sort(likely, std::ranges::greater{}, &Mark::confidence);
    if (likely.size() > most_looks) likely.resize(most_looks);
    return likely;
}

/// Two detectors of different kinds that see initials in one place: the surer one is believed.
std::optional<Mark> seen_twice(const Slot& slot, const std::vector<Mark>& likely, const LookAgain& look) {
    for (auto mark : likely) {
        const auto answer = look(slot.place.path, CropRequest{slot.place.page, grown(mark.box, around_x, around_y), CropPurpose::ink});
        if (!answer || answer->ink != Ink::present || !answer->mark || !is_initials(*answer->mark)) continue;
        mark.confidence = std::max(mark.confidence, answer->confidence);
        return mark;
    }
    return {};
}

/// What a look at the whole page finds of initials where none were seen: the detector is now and then blind to strokes of one size.
std::vector<Mark> overlooked(const Slot& slot, const LookAgain& look) {
    const auto answer = look(slot.place.path, CropRequest{slot.place.page, {0, 0, 1, 1}, CropPurpose::ink});
    return answer ? likely_initials(answer->marks) : std::vector<Mark>{};
}

void leave_in_doubt(Slot& slot, const Mark* mark) {
    slot.ink = Ink::unsure;
    slot.confidence = 0.5;
    if (mark) slot.mark = mark->kind;
}

/// A paraph may stand anywhere on its page: the page's own marks answer, and a faint one is doubt, never absence. What the page's reading
/// had overlooked is added to `marks`.
void settle_anywhere(Slot& slot, std::vector<PlacedMark>& marks, const PageReading& page, const LookAgain& look) {
    auto likely = likely_initials(page.marks);
    if (!likely.empty() && likely.front().confidence >= surely) return fill(slot, likely.front());
    const bool seen = !likely.empty();
    if (!seen) likely = overlooked(slot, look);
    const auto twice = seen_twice(slot, likely, look);
    if (!seen && !likely.empty()) marks.push_back({slot.place.path, slot.place.page, twice.value_or(likely.front())});
    if (twice) return fill(slot, *twice);
    if (!seen && !likely.empty()) return leave_in_doubt(slot, &likely.front());
    const Mark* any = surest(page.marks, is_ink_of_a_hand);
    if ((any && any->confidence >= doubt_from) || !page.legible) return leave_in_doubt(slot, any);
    slot.ink = Ink::empty;
    slot.confidence = absence_seen;
}

/// Most of the box is covered by marks that a hand made, as surely as that.
bool by_a_hand(const Box& box, const PageReading& page, double sure) {
    double inked = 0;
    for (const auto& mark : page.marks)
        if (is_ink_of_a_hand(mark.kind) && mark.confidence >= sure) inked += covered(box, mark.box);
    return inked >= 0.5;
}

/// Words that the engine for print, or a text layer, reads plainly: a name set by a machine, whatever faint mark was seen over it. That engine
/// reads neat hands plainly, too: where a hand was surely seen it proves nothing.
bool is_printed(const Box& box, const PageReading& page) {
    constexpr double surely_a_hand = 0.75;
    if (page.source == TextSource::ocr && by_a_hand(box, page, surely_a_hand)) return false;
    double printed = 0;
    for (const auto& word : page.words)
        if (word.confidence >= plain_print) printed += covered(box, word.box);
    return printed >= 0.5;
}

/// Printed words of the place on its line to the left: it fills a form's blank, "nom du signataire". What stands beside the place labels nothing in it.
bool stands_after_print(const Box& box, const Slot& slot, const PageReading& page) {
    const Box name = turned(box, page.rotation);
    return std::ranges::any_of(page.words, [&](const Word& word) {
        const Box print = turned(word.box, page.rotation);
        const double shared = std::min(print.bottom(), name.bottom()) - std::max(print.y, name.y);
        const bool left = print.right() <= name.x + 0.1 * name.w && print.right() > name.x - near_label;
        return left && word.confidence >= plain_print && shared > 0.5 * print.h && covered(word.box, slot.place.box) > 0;
    });
}

/// The largest ink of a hand in a place that is surely signed is its signature.
void name_signature(Document& document, const Slot& slot) {
    Mark* sign = nullptr;
    for (auto& mark : document.marks)
        if (lies_in(mark, slot) && is_ink_of_a_hand(mark.mark.kind) && (!sign || mark.mark.box.area() > sign->box.area())) sign = &mark.mark;
    if (!sign || sign->kind == MarkKind::digital_signature) return;
    sign->confidence = sign->kind == MarkKind::signature ? std::max(sign->confidence, slot.confidence) : slot.confidence;
    sign->kind = MarkKind::signature;
}

/// On a page that wants initials, a sign outside every place for a signature is the initials, unless it is all that signs the last page.
bool stands_for_initials(const Document& document, const PlacedMark& mark) {
    bool wanted = false, signed_here = false;
    int last = 0;
    for (const auto& slot : document.slots) {
        last = std::max(last, slot.place.path == mark.path ? slot.place.page : 0);
        if (slot.place.path != mark.path || slot.place.page != mark.page) continue;
        if (slot.purpose == "paraph") wanted = true;
        if (slot.purpose != "signature") continue;
        if (slot.place.box.empty() || lies_in(mark, slot)) return false;
        signed_here = signed_here || std::ranges::any_of(document.marks, [&](const PlacedMark& other) { return other.mark.kind == MarkKind::signature && lies_in(other, slot); });
    }
    return wanted && (signed_here || mark.page < last);
}

}  // namespace

void settle(Slot& slot, std::vector<PlacedMark>& found, const LookAgain& look, const PageOf& page_of) {
    const PageReading* page = page_of(slot.place.path, slot.place.page);
    if (!page) return;
    if (slot.place.box.empty()) return settle_anywhere(slot, found, *page, look);

    const auto marks = marks_in(slot, *page);
    const Mark* likeliest = best(marks);
    const bool signs = likeliest && rank(likeliest->kind) >= rank(MarkKind::signature);
    if (signs && likeliest->confidence >= surely) return fill(slot, *likeliest);

    const auto answer = look(slot.place.path, CropRequest{slot.place.page, slot.place.box, CropPurpose::ink});
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

void take_written_signature(Slot& slot, std::span<const std::string> names, const LookAgain& look, const PageOf& page_of) {
    const PageReading* page = page_of(slot.place.path, slot.place.page);
    if (!page || slot.place.box.empty() || slot.ink == Ink::empty || (slot.ink == Ink::present && slot.mark == MarkKind::signature)) return;
    const auto written = names_written_in(slot.place, names, look);
    const auto signs = [&](const WrittenName& name) { return by_a_hand(name.box, *page, doubt_from) && !is_printed(name.box, *page) && !stands_after_print(name.box, slot, *page); };
    if (std::ranges::none_of(written, signs)) return;
    slot.ink = Ink::present;
    slot.mark = MarkKind::signature;
    slot.confidence = written_name_signs;
}

void name_by_place(Document& document) {
    for (const auto& slot : document.slots)
        if (slot.purpose == "signature" && slot.ink == Ink::present && slot.mark == MarkKind::signature) name_signature(document, slot);
    for (auto& mark : document.marks)
        if (mark.mark.kind == MarkKind::signature && stands_for_initials(document, mark)) mark.mark.kind = MarkKind::paraph;
}

}  // namespace paraphe::confirm
