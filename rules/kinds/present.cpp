#include "rules/absence.hpp"
#include "rules/fields.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// What a page is, its words tell; that all values were found in the places where only this piece has them tells it once more.
double sureness_of_kind(const Document& document, const CheckSpec& spec) {
    const auto proofs = texts_of(spec, "proved_by");
    if (proofs.empty()) return document.confidence;
    double all_found = 1;
    for (const auto& name : proofs) {
        const auto* proof = field(document, name);
        const bool in_its_place = proof && std::ranges::find(document.slots, name, &Slot::purpose) != document.slots.end();
        all_found = std::min(all_found, in_its_place ? proof->chosen.confidence : 0);
    }
    return 1 - (1 - document.confidence) * (1 - all_found);
}

Ruling check(const Context& context, const CheckSpec& spec) {
    if (context.document) {
        const double sure = sureness_of_kind(*context.document, spec);
        return ruling(Outcome::pass, "ok", sure, pages_of(*context.document), "document " + context.document->id + " is this piece with " + in_words(sure));
    }
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
    .parameters = {{"proved_by", ParameterType::texts}},
    .reasons = {{"ok", Outcome::pass}, {"missing", Outcome::fail}, {"replaced", Outcome::fail, {"received"}}, {"perhaps_unread"}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
