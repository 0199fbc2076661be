#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto name = text_of(spec, "field");
    const auto date = read_date(context, name);
    if (!date.value) {
        if (const auto code = text_of(spec, "undated_finding"); !code.empty())
            if (const auto* bare = finding(*context.document, code))
                return ruling(Outcome::fail, "undated", bare->confidence, {bare->place}, "the place of the date is bare: " + bare->text);
        const bool nothing = !field(*context.document, name);
        if (nothing && flag_of(spec, "optional", false))
            return ruling(Outcome::pass, "undated_is_fine", 1, pages_of(*context.document), "no " + name + " is printed, and none is required");
        return date.otherwise;
    }
    const bool later = *date.value > context.as_of;
    auto result = ruling(later ? Outcome::review : Outcome::pass, later ? "later" : "ok", date.confidence, {date.place},
                         name + " " + to_iso(*date.value) + ", as of " + to_iso(context.as_of));
    result.values = {{"date", show(*date.value)}};
    return result;
}

}  // namespace

extern const RuleKind not_after;
const RuleKind not_after{
    .name = "not_after",
    .meaning = {"Une date est lisible et n'est pas postérieure au dépôt.", "A date is legible and not later than the deposit."},
    .parameters = {{"field", ParameterType::text, true}, {"undated_finding", ParameterType::text}, {"optional", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass, {"date"}}, {"undated_is_fine", Outcome::pass}, {"later", Outcome::review, {"date"}}, {"undated", Outcome::fail}},
    .check = check,
};

}  // namespace paraphe::rules
