#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <cmath>

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const double wanted = number_of(spec, "amount", context.book.expectations.fee);
    const auto amount = read_number(context, text_of(spec, "field"));
    if (!amount.value) {
        auto otherwise = amount.otherwise;
        otherwise.values["wanted"] = show_euros(wanted);
        return otherwise;
    }
    const bool right = std::abs(*amount.value - wanted) < 0.005;
    auto result = ruling(right ? Outcome::pass : Outcome::fail, right ? "ok" : "other", amount.confidence, {amount.place},
                         "amount " + show_euros(*amount.value).en + ", wanted " + show_euros(wanted).en);
    result.values = {{"amount", show_euros(*amount.value)}, {"wanted", show_euros(wanted)}};
    return result;
}

}  // namespace

extern const RuleKind amount_is;
const RuleKind amount_is{
    .name = "amount_is",
    .meaning = {"Un montant est celui attendu (celui du label, sauf autre indication).", "An amount is the one expected (the label's fee unless told otherwise)."},
    .parameters = {{"field", ParameterType::text, true}, {"amount", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass, {"amount", "wanted"}}, {"other", Outcome::fail, {"amount", "wanted"}}},
    .check = check,
};

}  // namespace paraphe::rules
