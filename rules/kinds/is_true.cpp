#include "rules/fields.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto flag = read_flag(context, text_of(spec, "field"));
    if (!flag.value) return flag.otherwise;
    return ruling(*flag.value ? Outcome::pass : Outcome::review, *flag.value ? "ok" : "not_so", flag.confidence, {flag.place},
                  text_of(spec, "field") + (*flag.value ? " is stated" : " is denied"));
}

}  // namespace

extern const RuleKind is_true;
const RuleKind is_true{
    .name = "is_true",
    .meaning = {"Un fait est affirmé par la pièce (par exemple « réglé »).", "A fact is stated by the piece (for instance \"paid\")."},
    .parameters = {{"field", ParameterType::text, true}},
    .reasons = {{"ok", Outcome::pass}, {"not_so"}},
    .check = check,
};

}  // namespace paraphe::rules
