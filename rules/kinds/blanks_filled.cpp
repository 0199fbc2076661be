#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto* blanks = finding(*context.document, text_of(spec, "finding", "blanks_left"));
    if (!blanks || blanks->confidence < context.book.doubt_from)
        return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "no blank was found");
    auto result = ruling(Outcome::fail, "left", blanks->confidence, {blanks->place}, "blanks left: " + blanks->text);
    result.values = {{"blanks", show(blanks->text)}};
    return result;
}

}  // namespace

extern const RuleKind blanks_filled;
const RuleKind blanks_filled{
    .name = "blanks_filled",
    .meaning = {"Les champs à compléter du modèle sont remplis.", "The blanks of the model are filled in."},
    .parameters = {{"finding", ParameterType::text}},
    .reasons = {{"ok", Outcome::pass}, {"left", Outcome::fail, {"blanks"}}},
    .check = check,
};

}  // namespace paraphe::rules
