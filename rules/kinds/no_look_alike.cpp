#include "rules/absence.hpp"
#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

bool applies(const Context& context, const CheckSpec&) { return context.piece != nullptr; }

/// A paper that the extractors know and this rulebook does not, in the place of nothing that is known to be missing: named as it is.
Ruling check(const Context& context, const CheckSpec&) {
    if (context.document) return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "the piece itself was received");
    const auto received = look_alikes_received(context);
    if (received.empty()) return ruling(Outcome::pass, "none", 1, {}, "no look-alike of this piece was received");
    const auto kindest = std::ranges::min_element(received, {}, [](const Received& one) { return one.look_alike->outcome; });
    const auto missing = absence(context);
    auto found = ruling(kindest->look_alike->outcome, "received", std::min(kindest->document->confidence, missing.confidence),
                        pages_of(*kindest->document), "received instead: " + kindest->look_alike->id);
    found.values["received"] = kindest->look_alike->title;
    found.own_code = kindest->look_alike->code;
    found.own_message = kindest->look_alike->message;
    found.own_advice = kindest->look_alike->advice;
    return found;
}

}  // namespace

extern const RuleKind no_look_alike;
const RuleKind no_look_alike{
    .name = "no_look_alike",
    .meaning = {"Aucun papier ressemblant n'a été envoyé à la place de la pièce ; le papier reçu est nommé.",
                "No look-alike was sent in place of the piece; the paper received is named."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"none", Outcome::pass}, {"received", Outcome::fail, {"received"}}},
    .check = check,
    .needs_document = false,
    .applies = applies,
};

}  // namespace paraphe::rules
