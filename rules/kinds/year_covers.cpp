#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <charconv>

namespace paraphe::rules {
namespace {

/// The year of a field that holds a number or a text ("2017").
Read<int> read_year(const Context& context, const std::string& name) {
    Read<int> year;
    const auto number = read_number(context, name);
    const auto text = read_text(context, name);
    year.confidence = number.confidence;
    year.place = number.place;
    year.otherwise = number.otherwise;
    int value = 0;
    if (number.value && *number.value >= 1900 && *number.value <= 2200) value = static_cast<int>(*number.value);
    else if (text.value) std::from_chars(text.value->data(), text.value->data() + text.value->size(), value);
    if (value >= 1900 && value <= 2200) year.value = value;
    return year;
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto year = read_year(context, text_of(spec, "field"));
    if (!year.value) return year.otherwise;
    const int wanted = static_cast<int>(context.as_of.year());
    const int grace = static_cast<int>(number_of(spec, "grace_months", 0));
    const bool in_grace = static_cast<int>(static_cast<unsigned>(context.as_of.month())) <= grace;
    Outcome outcome = Outcome::pass;
    const char* reason = "ok";
    if (*year.value > wanted) {
        outcome = Outcome::review;
        reason = "future";
    } else if (*year.value < wanted) {
        const bool excusable = *year.value == wanted - 1 && in_grace;
        outcome = excusable ? Outcome::review : Outcome::fail;
        reason = excusable ? "previous" : "expired";
    }
    auto result = ruling(outcome, reason, year.confidence, {year.place}, "year " + std::to_string(*year.value) + ", wanted " + std::to_string(wanted));
    result.values = {{"year", show_number(*year.value)}, {"wanted", show_number(wanted)}};
    return result;
}

}  // namespace

extern const RuleKind year_covers;
const RuleKind year_covers{
    .name = "year_covers",
    .meaning = {"Une année est celle du dépôt ; la précédente est à vérifier dans les premiers mois.",
                "A year is that of the deposit; the year before is to review in the first months."},
    .parameters = {{"field", ParameterType::text, true}, {"grace_months", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass, {"year", "wanted"}}, {"previous", Outcome::review, {"year", "wanted"}}, {"expired", Outcome::fail, {"year", "wanted"}},
                {"future", Outcome::review, {"year", "wanted"}}},
    .check = check,
};

}  // namespace paraphe::rules
