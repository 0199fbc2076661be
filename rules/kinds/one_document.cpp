#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/siren.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto mine = siren_of(*context.document);
    for (const auto* other : context.documents) {
        if (other == context.document) continue;
        const auto theirs = siren_of(*other);
        const bool both = valid_siren(mine.value) && valid_siren(theirs.value);
        const bool sure = mine.confidence >= spec.pass_at && theirs.confidence >= spec.pass_at;
        if (!both || !sure || mine.value == theirs.value) continue;
        auto result = ruling(Outcome::review, "contradictory", std::min(mine.confidence, theirs.confidence), {mine.place, theirs.place},
                             "two documents of this piece name two companies");
        result.values = {{"one", show(grouped(mine.value))}, {"two", show(grouped(theirs.value))}};
        return result;
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "the documents of this piece do not contradict each other");
}

}  // namespace

extern const RuleKind one_document;
const RuleKind one_document{
    .name = "one_document",
    .meaning = {"Les documents reçus pour la pièce ne désignent pas deux entreprises.", "The documents received for the piece do not name two companies."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"contradictory", Outcome::review, {"one", "two"}}},
    .check = check,
};

}  // namespace paraphe::rules
