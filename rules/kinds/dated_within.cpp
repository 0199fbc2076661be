#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto name = text_of(spec, "field");
    const auto issued = read_date(context, name);
    const int months = static_cast<int>(number_of(spec, "months", 0));
    const int days = static_cast<int>(number_of(spec, "days", 0));
    if (!issued.value) {
        if (flag_of(spec, "optional", false) && !field(*context.document, name))
            return ruling(Outcome::pass, "undated", 1, pages_of(*context.document), "no " + name + " is printed, and none is required");
        auto otherwise = issued.otherwise;
        otherwise.values["months"] = show_number(months);
        return otherwise;
    }
    const auto end = std::chrono::sys_days{months_after(*issued.value, months)} + std::chrono::days{days};
    const Date last{end};
    const bool within = context.as_of <= last;
    auto result = ruling(within ? Outcome::pass : Outcome::fail, within ? "ok" : "too_old", issued.confidence, {issued.place},
                         name + " " + to_iso(*issued.value) + ", good until " + to_iso(last) + ", as of " + to_iso(context.as_of));
    result.values = {{"date", show(*issued.value)}, {"months", show_number(months)}, {"limit", show(last)}};
    return result;
}

}  // namespace

extern const RuleKind dated_within;
const RuleKind dated_within{
    .name = "dated_within",
    .meaning = {"Une date n'est pas plus ancienne que tant de mois (et de jours) à la date de dépôt ; le dernier jour compte.",
                "A date is no older than so many months (and days) on the day of deposit; the last day counts."},
    .parameters = {{"field", ParameterType::text, true}, {"months", ParameterType::number, true}, {"days", ParameterType::number},
                   {"optional", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass, {"date", "months", "limit"}}, {"undated", Outcome::pass}, {"too_old", Outcome::fail, {"date", "months", "limit"}}},
    .check = check,
};

}  // namespace paraphe::rules
