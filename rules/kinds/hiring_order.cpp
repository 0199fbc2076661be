#include "rules/fields.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::rules {
namespace {

/// Of dates misread at random about one in three still follows the one above it.
constexpr double disorder_by_chance = 0.7, most_by_order = 0.95;

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto* rows = field(*context.document, "rows");
    const auto* list = rows ? std::get_if<std::vector<StaffRow>>(&rows->chosen.value) : nullptr;
    if (!list) return ruling(Outcome::pass, "not_transcribed", 1, pages_of(*context.document), "the rows were not transcribed");
    int steps_back = 0, dated = 0;
    std::string latest;
    for (const auto& row : *list) {
        if (!from_iso(row.entered)) continue;
        ++dated;
        if (row.entered < latest) ++steps_back;
        latest = std::max(latest, row.entered);
    }
    if (steps_back >= number_of(spec, "at_least", 1))
        return ruling(Outcome::review, "disordered", rows->chosen.confidence, {rows->chosen.place},
                      std::to_string(steps_back) + " rows were hired before one above them");
    // A disorder would have to be misread, and the misread dates to fall into order by themselves: each one that does confirms the others.
    const double unseen_disorder = (1 - rows->chosen.confidence) * std::pow(disorder_by_chance, dated);
    return ruling(Outcome::pass, "ok", std::max(rows->chosen.confidence, std::min(1 - unseen_disorder, most_by_order)), {rows->chosen.place}, "the rows follow the dates of hiring");
}

}  // namespace

extern const RuleKind hiring_order;
const RuleKind hiring_order{
    .name = "hiring_order",
    .meaning = {"Les lignes du registre suivent l'ordre d'embauche.", "The register's rows follow the order of hiring."},
    .parameters = {{"at_least", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}, {"not_transcribed", Outcome::pass}, {"disordered"}},
    .check = check,
};

}  // namespace paraphe::rules
