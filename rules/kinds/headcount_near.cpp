#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::rules {
namespace {

/// Who was in the company on that day, by the rows; else the number that the paper itself gives.
std::optional<long> headcount(const Document& document, Date as_of) {
    const auto* rows = field(document, "rows");
    const auto* list = rows ? std::get_if<std::vector<StaffRow>>(&rows->chosen.value) : nullptr;
    if (list && !list->empty() && std::ranges::all_of(*list, [](const StaffRow& row) { return from_iso(row.entered).has_value(); })) {
        const auto day = to_iso(as_of);
        return std::ranges::count_if(*list, [&](const StaffRow& row) { return row.entered <= day && (row.left.empty() || row.left > day); });
    }
    const auto* count = field(document, "employee_count");
    const auto* number = count ? std::get_if<double>(&count->chosen.value) : nullptr;
    return number && *number >= 0 && *number < 1e6 ? std::optional{std::lround(*number)} : std::nullopt;
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto registered = headcount(*context.document, context.as_of);
    for (const auto& other : context.reading.documents) {
        if (other.piece == context.document->piece || other.piece == "other") continue;
        const auto* declared = field(other, "employee_count");
        const auto* number = declared ? std::get_if<double>(&declared->chosen.value) : nullptr;
        if (!number || !registered || declared->chosen.confidence < context.book.doubt_from) continue;
        const double apart = std::abs(*number - static_cast<double>(*registered));
        const bool far = apart > number_of(spec, "people", 3) && apart > number_of(spec, "share", 0.3) * *number;
        if (!far) continue;
        auto evidence = pages_of(*context.document);
        evidence.push_back(declared->chosen.place);
        auto result = ruling(Outcome::review, "far", declared->chosen.confidence, std::move(evidence), "the headcounts are far apart");
        result.values = {{"registered", show_number(*registered)}, {"declared", show_number(std::lround(*number))}};
        return result;
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document),
                  registered ? "headcount " + std::to_string(*registered) + "; nothing declared contradicts it" : "no headcount was read");
}

}  // namespace

extern const RuleKind headcount_near;
const RuleKind headcount_near{
    .name = "headcount_near",
    .meaning = {"L'effectif du registre à la date de dépôt est proche de l'effectif déclaré ailleurs.",
                "The register's headcount on the day of deposit is near the one declared elsewhere."},
    .parameters = {{"people", ParameterType::number}, {"share", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}, {"far", Outcome::review, {"registered", "declared"}}},
    .check = check,
};

}  // namespace paraphe::rules
