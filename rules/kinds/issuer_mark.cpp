#include "rules/fields.hpp"
#include "rules/name_list.hpp"
#include "rules/signature.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// A place that is announced as one for a signature ("Signature et cachet") and is bare is a doubt; a paper that ends with the printed name of
/// its issuer and announces none is how many issuers write.
bool announced(const Slot& slot, const CheckSpec& spec) {
    const auto words = texts_of(spec, "labels");
    return said(slot.label, words) >= 1;
}

/// An issuer may sign or stamp: which of the two a mark is does not matter.
double presence_of(const PlacedMark& mark) { return std::max(mark.mark.confidence, mark.mark.presence); }

/// The likeliest sign that an issuer signed or stamped.
struct Sign {
    double confidence = 0;
    Place place;
    std::string because;
};

Sign likeliest_sign(const Document& document) {
    Sign sign;
    for (const auto& mark : document.marks)
        if (presence_of(mark) > sign.confidence) sign = {presence_of(mark), {mark.path, mark.page, mark.mark.box}, "a mark of the issuer"};
    for (const auto& slot : document.slots) {
        if (slot.purpose != "signature" || slot.ink != Ink::present) continue;
        // Of what kind the ink is may be less sure than that it is there.
        sign = {std::max(slot.confidence, sign.confidence), slot.place, "the place for a signature is filled"};
        break;
    }
    return sign;
}

/// The place announced for a signature that is the surest to bear none.
const Slot* announced_place(const Document& document, const CheckSpec& spec) {
    const Slot* place = nullptr;
    for (const auto& slot : document.slots)
        if (slot.purpose == "signature" && announced(slot, spec) && (!place || slot.confidence > place->confidence)) place = &slot;
    return place;
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto& document = *context.document;
    if (covering_signature(context)) return ruling(Outcome::pass, "ok", 0.97, pages_of(document), "a digital signature covers the file");
    const auto sign = likeliest_sign(document);
    const auto excuse = text_of(spec, "unmarked_only_as");
    const Slot* place = announced_place(document, spec);
    const bool wanted = place || (!excuse.empty() && !finding(document, excuse));
    // Where none is wanted a mark in doubt is no worse than none.
    if (sign.confidence >= context.book.pass_at || (wanted && sign.confidence >= context.book.doubt_from))
        return ruling(Outcome::pass, "ok", sign.confidence, {sign.place}, sign.because);
    if (place) return ruling(Outcome::review, "absent", place->confidence, {place->place}, "the place announced for a signature bears none: " + place->label);
    if (wanted) return ruling(Outcome::review, "absent", 0.8, pages_of(document), "no mark of the issuer, and the paper is none that goes without");
    return ruling(Outcome::pass, "printed", 1, pages_of(document), "no mark, and no place is announced for one: the issuer is named in print");
}

}  // namespace

extern const RuleKind issuer_mark;
const RuleKind issuer_mark{
    .name = "issuer_mark",
    .meaning = {"L'émetteur a signé ou tamponné là où la pièce annonce une signature ; sans `unmarked_only_as` (un constat), elle peut n'en annoncer aucune.", "The issuer signed or stamped where the piece announces a signature; without `unmarked_only_as` (a finding) it may announce none."},
    .parameters = {{"labels", ParameterType::texts, true}, {"unmarked_only_as", ParameterType::text}},
    .reasons = {{"ok", Outcome::pass}, {"printed", Outcome::pass}, {"absent"}},
    .check = check,
};

}  // namespace paraphe::rules
