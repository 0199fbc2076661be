#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto words = read_number(context, text_of(spec, "words"));
    const auto figures = read_number(context, text_of(spec, "figures"));
    if (!words.value) return words.otherwise;
    if (!figures.value) return figures.otherwise;
    const bool same = std::abs(*words.value - *figures.value) < 0.005;
    auto result = ruling(same ? Outcome::pass : Outcome::review, same ? "ok" : "differ", std::min(words.confidence, figures.confidence),
                         {words.place, figures.place}, "words " + show_euros(*words.value).en + ", figures " + show_euros(*figures.value).en);
    result.values = {{"words", show_euros(*words.value)}, {"figures", show_euros(*figures.value)}};
    return result;
}

}  // namespace

extern const RuleKind amounts_agree;
const RuleKind amounts_agree{
    .name = "amounts_agree",
    .meaning = {"Le montant en lettres et le montant en chiffres sont les mêmes.", "The amount in words and the amount in figures are the same."},
    .parameters = {{"words", ParameterType::text, true}, {"figures", ParameterType::text, true}},
    .reasons = {{"ok", Outcome::pass, {"words", "figures"}}, {"differ", Outcome::review, {"words", "figures"}}},
    .check = check,
};

}  // namespace paraphe::rules
