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

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto& document = *context.document;
    if (covering_signature(context)) return ruling(Outcome::pass, "ok", 0.97, pages_of(document), "a digital signature covers the file");
    const PlacedMark* strongest_mark = nullptr;
    for (const auto& mark : document.marks)
        if (!strongest_mark || presence_of(mark) > presence_of(*strongest_mark)) strongest_mark = &mark;
    const Slot* bare = nullptr;
    for (const auto& slot : document.slots) {
        if (slot.purpose != "signature") continue;
        if (slot.ink == Ink::present) {
            // Of what kind the ink is may be less sure than that it is there.
            const double mark = strongest_mark ? presence_of(*strongest_mark) : 0;
            return ruling(Outcome::pass, "ok", std::max(slot.confidence, mark), {slot.place}, "the place for a signature is filled");
        }
        if (announced(slot, spec) && (!bare || slot.confidence > bare->confidence)) bare = &slot;
    }
    if (strongest_mark && presence_of(*strongest_mark) >= context.book.doubt_from) {
        const Place place{strongest_mark->path, strongest_mark->page, strongest_mark->mark.box};
        return ruling(Outcome::pass, "ok", presence_of(*strongest_mark), {place}, "a mark of the issuer");
    }
    if (bare) return ruling(Outcome::review, "absent", bare->confidence, {bare->place}, "the place announced for a signature bears none: " + bare->label);
    const auto excuse = text_of(spec, "unmarked_only_as");
    if (!excuse.empty() && !finding(document, excuse)) return ruling(Outcome::review, "absent", 0.8, pages_of(document), "no mark of the issuer, and the paper is none that goes without");
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
