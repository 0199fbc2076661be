#include "rules/signature.hpp"

#include "rules/fields.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace paraphe::rules {
namespace {

/// Signatures are drawn around their place, not in it: how far a mark may lie from the printed label and still be meant for it.
constexpr double near_x = 0.12, near_y = 0.08;
/// Without a mark so near, one of high confidence on the same page still counts within this distance: a place whose extent was guessed.
constexpr double far_x = 0.35, far_y = 0.18;

bool same_page(const Place& place, const PlacedMark& mark) { return place.path == mark.path && place.page == mark.page; }

bool touches(const Place& place, const PlacedMark& mark, double dx, double dy) {
    return same_page(place, mark) && !intersection(grown(place.box, dx, dy), mark.mark.box).empty();
}

bool is_sign(const PlacedMark& mark) { return mark.mark.kind == MarkKind::signature || mark.mark.kind == MarkKind::digital_signature; }

const PlacedMark* best(const Document& document, auto&& wanted) {
    const PlacedMark* found = nullptr;
    for (const auto& mark : document.marks)
        if (wanted(mark) && (!found || mark.mark.confidence > found->mark.confidence)) found = &mark;
    return found;
}

Place place_of(const PlacedMark& mark) { return {mark.path, mark.page, mark.mark.box}; }

Signature make(SignatureState state, double confidence, const Place& place, std::string reasoning) {
    return {state, confidence, {place}, place, {}, std::move(reasoning)};
}

/// What ink that fills the place of a signature, taken for one so surely, is worth: where it belongs it is one more often than the nets are sure of
/// (README, "How good is it"). A mark near the place is worth no more than its detector says: a cheque's date by hand is near, too.
double where_it_belongs(double confidence) { return 1 - (1 - confidence) * (1 - confidence); }

bool may_sign(const PlacedMark& mark) { return is_sign(mark) || mark.mark.kind == MarkKind::paraph; }

/// No more signs than another page of the document bears, each as large as one there: the page's initials, perhaps, of one person or two.
/// A day or a place by hand beside them is no sign.
bool may_be_initials(const Document& document, const Place& page) {
    constexpr double as_large = 1.6;
    std::vector<double> here;
    std::map<std::pair<std::string, int>, std::vector<double>> elsewhere;   // sizes by page
    for (const auto& mark : document.marks) {
        if (!may_sign(mark)) continue;
        const double size = std::sqrt(mark.mark.box.area());
        if (same_page(page, mark)) here.push_back(size);
        else elsewhere[{mark.path, mark.page}].push_back(size);
    }
    const auto like_one_of = [&](const std::vector<double>& others) {
        return std::ranges::all_of(here, [&](double size) { return std::ranges::any_of(others, [&](double other) { return size < as_large * other && other < as_large * size; }); });
    };
    return !here.empty() && std::ranges::any_of(elsewhere, [&](const auto& other) { return here.size() <= other.second.size() && like_one_of(other.second); });
}

/// What one place for a signature says.
Signature at_slot(const Context& context, const Slot& slot) {
    const auto& document = *context.document;
    const auto near_sign = best(document, [&](const auto& m) { return is_sign(m) && touches(slot.place, m, near_x, near_y); });
    const auto near_paraph = best(document, [&](const auto& m) { return m.mark.kind == MarkKind::paraph && touches(slot.place, m, 0, 0); });
    const auto near_hand = best(document, [&](const auto& m) {
        return (is_sign(m) || m.mark.kind == MarkKind::paraph || m.mark.kind == MarkKind::handwriting) && touches(slot.place, m, near_x, near_y);
    });
    const auto far_sign = best(document, [&](const auto& m) { return is_sign(m) && touches(slot.place, m, far_x, far_y); });
    const auto stamp = best(document, [&](const auto& m) { return m.mark.kind == MarkKind::stamp && touches(slot.place, m, near_x, near_y); });

    if (slot.label.empty() && may_be_initials(document, slot.place))
        return make(SignatureState::unsure, 0.5, slot.place, "no words name a place for a signature, and what signs the page is like the initials of another");
    const bool slot_signed = slot.ink == Ink::present && (slot.mark == MarkKind::signature || slot.mark == MarkKind::digital_signature);
    if (slot_signed && (!near_sign || where_it_belongs(slot.confidence) >= near_sign->mark.confidence))
        return make(SignatureState::signed_by_hand, where_it_belongs(slot.confidence), slot.place, "a signature fills its place");
    if (near_sign && near_sign->mark.confidence >= context.book.doubt_from)
        return make(SignatureState::signed_by_hand, near_sign->mark.confidence, place_of(*near_sign), "a signature lies at its place");
    if (near_paraph && near_paraph->mark.confidence >= context.book.pass_at)  // a short sign in the place of a signature is one
        return make(SignatureState::signed_by_hand, near_paraph->mark.confidence, place_of(*near_paraph), "a short sign fills the place");
    if (far_sign && far_sign->mark.confidence >= context.book.pass_at)
        return make(SignatureState::signed_by_hand, far_sign->mark.confidence, place_of(*far_sign), "a signature lies beside its place");

    const bool hand_nearby = near_hand && near_hand->mark.confidence >= context.book.doubt_from;
    const bool doubtful_far = far_sign && far_sign->mark.confidence >= context.book.doubt_from;
    const bool stamped = (slot.ink == Ink::present && slot.mark == MarkKind::stamp) || (stamp && stamp->mark.confidence >= context.book.doubt_from);
    if (!hand_nearby && !doubtful_far && stamped && slot.mark.value_or(MarkKind::stamp) == MarkKind::stamp) {
        const double of_stamp = stamp ? stamp->mark.confidence : slot.confidence;
        return make(SignatureState::stamp_only, std::min(of_stamp, slot.confidence), stamp ? place_of(*stamp) : slot.place,
                    "a stamp stands in the place and no hand near it");
    }
    // Where no words say that a signature belongs here, its place was guessed: bare paper proves nothing.
    if (slot.label.empty() && slot.ink == Ink::empty && !hand_nearby && !doubtful_far)
        return make(SignatureState::no_place, 0.5, slot.place, "no words name a place for a signature, and where it would stand there is none");
    if (slot.ink == Ink::empty && !hand_nearby && !doubtful_far)
        return make(SignatureState::empty, slot.confidence, slot.place, "the place is empty, no hand near it");
    return make(SignatureState::unsure, slot.confidence, slot.place, "ink at the place that may not be a signature");
}

/// The better of two places: whatever is signed wins, then doubt, then a stamp, then emptiness.
int rank(SignatureState state) {
    switch (state) {
        case SignatureState::digital: return 0;
        case SignatureState::signed_by_hand: return 1;
        case SignatureState::unsure: return 2;
        case SignatureState::elsewhere: return 3;
        case SignatureState::stamp_only: return 4;
        default: return 5;
    }
}

Signature without_slot(const Context& context) {
    const auto& document = *context.document;
    const auto pages = content_pages(context.reading, document);
    if (pages.empty()) return {};
    const auto& last = pages.back();
    const auto on_last = best(document, [&](const auto& m) { return is_sign(m) && same_page(last, m); });
    if (on_last && may_be_initials(document, last))
        return make(SignatureState::unsure, 0.5, place_of(*on_last), "what signs the last page is like the initials of another");
    if (on_last && on_last->mark.confidence >= context.book.doubt_from)
        return make(SignatureState::signed_by_hand, on_last->mark.confidence, place_of(*on_last), "a signature on the last page");
    const auto anywhere = best(document, is_sign);
    if (anywhere && anywhere->mark.confidence >= context.book.doubt_from)
        return make(SignatureState::elsewhere, anywhere->mark.confidence, place_of(*anywhere), "a signature, not on the last page");
    const auto other = best(document, [&](const auto& m) { return same_page(last, m); });
    if (other) return make(SignatureState::unsure, other->mark.confidence, place_of(*other), "a mark on the last page that is no signature");
    auto none = make(SignatureState::no_place, 0.5, last, "no place for a signature and no mark was found");
    return none;
}

/// The facts of every file that the document has pages of.
std::vector<const FileReading*> files_of(const Context& context) {
    std::vector<const FileReading*> files;
    for (const auto& part : context.document->parts)
        for (const auto& file : context.reading.files)
            if (file.path == part.path) files.push_back(&file);
    return files;
}

}  // namespace

double strongest(const Document& document, const Place& page, std::initializer_list<MarkKind> kinds) {
    double most = 0;
    for (const auto& mark : document.marks)
        if (same_page(page, mark) && std::ranges::find(kinds, mark.mark.kind) != kinds.end()) most = std::max(most, mark.mark.confidence);
    return most;
}

const DigitalSignature* covering_signature(const Context& context) {
    const auto files = files_of(context);
    const DigitalSignature* covering = nullptr;
    for (const auto* file : files) {
        const auto good = std::ranges::find_if(file->facts.signatures, [](const auto& s) {
            return s.intact == true && s.covers_whole_file && s.trusted != false && (s.changed_after.empty() || s.changed_after == "nothing");
        });
        if (good == file->facts.signatures.end()) return nullptr;  // every part must be covered
        covering = &*good;
    }
    return covering;
}

Signature signature_of(const Context& context) {
    if (const auto* digital = covering_signature(context)) {
        Place place{context.document->parts.front().path, digital->page, digital->box};
        if (place.page < 1) place = {place.path, context.document->parts.front().pages.front(), {}};
        return make(SignatureState::digital, 0.97, place, "a digital signature of " + digital->signer + " covers the file, unchanged since");
    }
    std::optional<Signature> found;
    for (const auto& slot : context.document->slots) {
        if (slot.purpose != "signature") continue;
        auto here = at_slot(context, slot);
        here.label = slot.label;
        const bool better = !found || rank(here.state) < rank(found->state) ||
                            (rank(here.state) == rank(found->state) && here.confidence > found->confidence);
        if (better) found = std::move(here);
    }
    if (!found) found = without_slot(context);
    const bool nothing = found->state == SignatureState::empty || found->state == SignatureState::no_place;
    if (!nothing) return *found;
    for (const auto* file : files_of(context))
        for (const auto& digital : file->facts.signatures)
            return make(SignatureState::broken_digital, 0.9, {file->path, std::max(1, digital.page), digital.box},
                        "a digital signature of " + digital.signer + " that does not verify over the whole file");
    return *found;
}

}  // namespace paraphe::rules
