#include "rules/absence.hpp"
#include "rules/fields.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec&) {
    if (context.document)
        return ruling(Outcome::pass, "ok", context.document->confidence, pages_of(*context.document),
                      "document " + context.document->id + " is this piece with " + in_words(context.document->confidence));
    const auto received = look_alikes_received(context);
    if (!received.empty()) {
        auto worst = Outcome::fail;
        Ruling replaced;
        for (const auto& one : received) {
            worst = std::min(worst, one.look_alike->outcome);  // the kindest paper received decides
            for (auto& place : pages_of(*one.document)) replaced.evidence.push_back(std::move(place));
            replaced.confidence = std::min(replaced.confidence, one.document->confidence);
            replaced.values.try_emplace("received", one.look_alike->title);
        }
        const auto missing = absence(context);
        replaced.outcome = worst;
        replaced.reason = "replaced";
        replaced.confidence = std::min(replaced.confidence, missing.confidence);
        replaced.reasoning = "no page is this piece; a look-alike was received";
        return replaced;
    }
    auto missing = absence(context);
    if (missing.confidence <= 0 || !missing.because.empty())
        return ruling(Outcome::review, "perhaps_unread", missing.confidence, missing.doubtful.empty() ? missing.looked_at : missing.doubtful,
                      "no page is this piece, but not all was read with confidence: " + missing.because);
    return ruling(Outcome::fail, "missing", missing.confidence, std::move(missing.looked_at),
                  "no page is this piece, and every page was read and classified with confidence");
}

}  // namespace

extern const RuleKind present;
const RuleKind present{
    .name = "present",
    .meaning = {"La pièce est dans le dossier ; elle ne manque avec certitude que si chaque page a été lue et classée avec confiance.",
                "The piece is in the dossier; it is surely missing only when every page was read and classified with confidence."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"missing", Outcome::fail}, {"replaced", Outcome::fail, {"received"}}, {"perhaps_unread"}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
