#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

Outcome outcome_of(const CheckSpec& spec, const std::string& code) {
    const auto saying = spec.says.find(code);
    return saying != spec.says.end() && saying->second.outcome ? *saying->second.outcome : Outcome::review;
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const Finding* worst = nullptr;
    for (const auto& code : texts_of(spec, "codes")) {
        const auto* seen = finding(*context.document, code);
        if (!seen || seen->confidence < number_of(spec, "from", context.book.doubt_from)) continue;
        if (!worst || outcome_of(spec, code) > outcome_of(spec, worst->code)) worst = seen;
    }
    if (!worst) return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "none of the findings was made");
    auto result = ruling(outcome_of(spec, worst->code), worst->code, worst->confidence, {worst->place}, "found: " + worst->text);
    result.values = {{"text", show(worst->text)}};
    return result;
}

}  // namespace

extern const RuleKind no_finding;
const RuleKind no_finding{
    .name = "no_finding",
    .meaning = {"La lecture n'a fait aucune des constatations nommées ; chacune a son issue et son message.",
                "Reading made none of the findings named; each has its outcome and its message."},
    .parameters = {{"codes", ParameterType::texts, true}, {"from", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}},
    .check = check,
    .reasons_from = "codes",
};

}  // namespace paraphe::rules
