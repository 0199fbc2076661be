#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec&) {
    const auto& identity = context.identity;
    if (identity.representatives.empty()) return ruling(Outcome::review, "none_read", 0.5, pages_of(*context.document), "no representative was read");
    auto result = ruling(Outcome::pass, "ok", 1, {identity.representatives_place}, "first of the representatives: " + identity.representatives.front().name);
    result.values = {{"representative", show(identity.representatives.front().name)}};
    return result;
}

}  // namespace

extern const RuleKind names_representative;
const RuleKind names_representative{
    .name = "names_representative",
    .meaning = {"Le document d'identité nomme au moins un représentant de l'entreprise.", "The document of identity names at least one representative of the company."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass, {"representative"}}, {"none_read", Outcome::review}},
    .check = check,
};

}  // namespace paraphe::rules
