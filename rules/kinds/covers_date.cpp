#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

void add_dates(Ruling& result, const Read<Date>& from, const Read<Date>& to) {
    if (from.value) {
        result.values["from"] = show(*from.value);
        result.evidence.push_back(from.place);
    }
    if (to.value) {
        result.values["to"] = show(*to.value);
        result.evidence.push_back(to.place);
    }
}

/// Only a beginning and no end: tacit renewal. Good when the paper itself is younger than a year.
Ruling by_renewal(const Context& context, const CheckSpec& spec, const Read<Date>& from) {
    const auto issued = read_date(context, text_of(spec, "issued", "issued_on"));
    if (issued.value && context.as_of < months_after(*issued.value, 12) && *issued.value <= context.as_of)
        return ruling(Outcome::pass, "renewed", std::min(from.confidence, issued.confidence), {issued.place},
                      "no end is printed; issued " + to_iso(*issued.value) + ", less than a year before");
    return ruling(Outcome::review, "no_period", from.confidence, {}, "no end is printed, and the paper is not surely younger than a year");
}

Ruling answer(const Context& context, const CheckSpec& spec, const Read<Date>& from, const Read<Date>& to) {
    if (to.value && *to.value < context.as_of) return ruling(Outcome::fail, "expired", to.confidence, {}, "ended " + to_iso(*to.value));
    if (from.value && *from.value > context.as_of) return ruling(Outcome::fail, "not_yet", from.confidence, {}, "begins " + to_iso(*from.value));
    // A date that the picture contradicts, or that is no date, is not a date that is not there.
    for (const auto* date : {&from, &to})
        if (!date->value && date->otherwise.confidence > 0) return date->otherwise;
    if (to.value && from.value) {
        if (*from.value > *to.value) return ruling(Outcome::review, "inverted", std::min(from.confidence, to.confidence), {}, "it ends before it begins");
        return ruling(Outcome::pass, "ok", std::min(from.confidence, to.confidence), {}, to_iso(*from.value) + " to " + to_iso(*to.value));
    }
    if (to.value) return ruling(Outcome::pass, "ok", to.confidence, {}, "good until " + to_iso(*to.value));
    if (from.value) return by_renewal(context, spec, from);
    if (flag_of(spec, "optional", false)) return ruling(Outcome::pass, "no_end", 1, pages_of(*context.document), "no period is printed, and none is required");
    return ruling(Outcome::review, "no_period", 0.5, pages_of(*context.document), "no period was read");
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto from = read_date(context, text_of(spec, "from", "valid_from"));
    const auto to = read_date(context, text_of(spec, "to", "valid_to"));
    auto result = answer(context, spec, from, to);
    add_dates(result, from, to);
    return result;
}

}  // namespace

extern const RuleKind covers_date;
const RuleKind covers_date{
    .name = "covers_date",
    .meaning = {"Une période couvre la date de dépôt, premier et dernier jours compris.", "A period covers the day of deposit, first and last day included."},
    .parameters = {{"from", ParameterType::text}, {"to", ParameterType::text}, {"issued", ParameterType::text}, {"optional", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass, {"from", "to"}}, {"renewed", Outcome::pass, {"from", "to"}}, {"no_end", Outcome::pass, {"from", "to"}},
                {"expired", Outcome::fail, {"from", "to"}}, {"not_yet", Outcome::fail, {"from", "to"}}, {"no_period", Outcome::review, {"from", "to"}},
                {"inverted", Outcome::review, {"from", "to"}}},
    .check = check,
};

}  // namespace paraphe::rules
