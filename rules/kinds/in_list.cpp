#include "rules/fields.hpp"
#include "rules/name_list.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// From here on a printed name is one of the list; below `other_below` it is surely another, between them a person decides.
constexpr double same_from = 0.87, other_below = 0.6;

std::vector<std::string> accepted_names(const Context& context, const CheckSpec& spec) {
    const auto list = text_of(spec, "list");
    if (list == "payees") return context.book.expectations.payees;
    if (list != "clusters") return texts_of(spec, "accepted");
    std::vector<std::string> names;
    for (const auto& cluster : context.book.expectations.clusters) {
        names.push_back(cluster.name);
        names.insert(names.end(), cluster.aliases.begin(), cluster.aliases.end());
    }
    return names;
}

/// Whichever of the names that were read there it is, it is one of the list.
double sureness_of_any(const Field& read, const std::vector<std::string>& names) {
    double doubt = 1 - read.chosen.confidence;
    for (const auto& other : read.others)
        if (const auto* text = std::get_if<std::string>(&other.value); text && said(*text, names) >= same_from) doubt *= 1 - other.confidence;
    return 1 - doubt;
}

/// A list that the rulebook leaves empty asks nothing.
bool applies(const Context& context, const CheckSpec& spec) { return !accepted_names(context, spec).empty(); }

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto name = text_of(spec, "field");
    const auto value = read_text(context, name);
    if (!value.value) {
        if (const auto code = text_of(spec, "blank_finding"); !code.empty())
            if (const auto* bare = finding(*context.document, code))
                return ruling(Outcome::review, "blank", bare->confidence, {bare->place}, "the place of " + name + " is bare");
        if (flag_of(spec, "optional", false) && !field(*context.document, name))
            return ruling(Outcome::pass, "unnamed", 1, pages_of(*context.document), "no " + name + " is printed, and none is required");
        return value.otherwise;
    }
    const double accepted = said(*value.value, accepted_names(context, spec));
    const bool list_of_payees = text_of(spec, "list") == "payees";
    const double near = list_of_payees ? said(*value.value, context.book.payees_to_confirm) : 0;
    Outcome outcome = Outcome::review;
    const char* reason = "doubtful";
    if (accepted >= same_from) {
        outcome = Outcome::pass;
        reason = "ok";
    } else if (near >= same_from) {
        reason = "to_confirm";
    } else if (std::max(accepted, near) < other_below) {
        outcome = Outcome::fail;
        reason = "other";
    }
    const bool any_will_do = outcome == Outcome::pass && text_of(spec, "list") == "clusters";
    const double confidence = any_will_do ? sureness_of_any(*field(*context.document, name), accepted_names(context, spec)) : value.confidence;
    auto result = ruling(outcome, reason, confidence, {value.place}, name + " \"" + *value.value + "\", likeness to the list " + in_words(accepted));
    result.values = {{"value", show(*value.value)}};
    return result;
}

}  // namespace

extern const RuleKind in_list;
const RuleKind in_list{
    .name = "in_list",
    .meaning = {"Un nom est dans une liste du règlement (ordres du chèque, clusters, ou la liste donnée).",
                "A name is in a list of the rulebook (payees, clusters, or the list given)."},
    .parameters = {{"field", ParameterType::text, true}, {"list", ParameterType::text}, {"accepted", ParameterType::texts},
                   {"blank_finding", ParameterType::text}, {"optional", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass, {"value"}}, {"unnamed", Outcome::pass}, {"to_confirm", Outcome::review, {"value"}}, {"doubtful", Outcome::review, {"value"}},
                {"other", Outcome::fail, {"value"}}, {"blank"}},
    .check = check,
    .applies = applies,
};

}  // namespace paraphe::rules
