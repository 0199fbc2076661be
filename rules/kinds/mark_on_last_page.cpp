#include "rules/fields.hpp"
#include "rules/signature.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

struct Answer {
    Outcome outcome;
    const char* reason;
};

Answer answer(const Context& context, const Signature& found) {
    switch (found.state) {
        case SignatureState::signed_by_hand: return {Outcome::pass, "ok"};
        case SignatureState::digital: return {Outcome::pass, "digital"};
        case SignatureState::broken_digital: return {Outcome::review, "digital_unverified"};
        case SignatureState::stamp_only: return {Outcome::fail, "stamp_only"};
        case SignatureState::empty:
            return {Outcome::fail, field(*context.document, "signatory") && !field(*context.document, "signatory")->by_hand ? "typed_only" : "unsigned"};
        case SignatureState::elsewhere: return {Outcome::review, "elsewhere"};
        case SignatureState::no_place: return {Outcome::review, "not_found"};
        case SignatureState::unsure: break;
    }
    return {Outcome::review, "doubtful"};
}

Ruling check(const Context& context, const CheckSpec&) {
    auto found = signature_of(context);
    const auto [outcome, reason] = answer(context, found);
    double confidence = found.confidence;
    if (outcome == Outcome::fail) confidence = std::min(confidence, context.document->boundary_confidence);  // the signed page may have been left out
    auto result = ruling(outcome, reason, confidence, std::move(found.evidence), found.reasoning);
    if (const auto* signatory = field(*context.document, "signatory"))
        if (const auto* name = std::get_if<std::string>(&signatory->chosen.value)) result.values["signatory"] = show(*name);
    return result;
}

}  // namespace

extern const RuleKind mark_on_last_page;
const RuleKind mark_on_last_page{
    .name = "mark_on_last_page",
    .meaning = {"Une signature est à sa place, ou en dernière page ; un cachet seul n'en est pas une.",
                "A signature stands in its place, or on the last page; a stamp alone is none."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass, {"signatory"}}, {"digital", Outcome::pass, {"signatory"}}, {"unsigned", Outcome::fail}, {"typed_only", Outcome::fail, {"signatory"}},
                {"stamp_only", Outcome::fail}, {"doubtful"}, {"elsewhere"}, {"not_found"}, {"digital_unverified"}},
    .check = check,
};

}  // namespace paraphe::rules
