#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::rules {
namespace {

struct Headcount {
    long least = 0, most = 0;

    [[nodiscard]] double apart_from(double declared) const {
        return std::max({static_cast<double>(least) - declared, declared - static_cast<double>(most), 0.0});
    }
};

/// Who was in the company on that day, by the rows, of whom those without a legible day of entry are perhaps; else the number that the
/// paper itself gives.
std::optional<Headcount> headcount(const Document& document, Date as_of) {
    const auto* rows = field(document, "rows");
    const auto* list = rows ? std::get_if<std::vector<StaffRow>>(&rows->chosen.value) : nullptr;
    const auto dated = [](const StaffRow& row) { return from_iso(row.entered).has_value(); };
    if (list && std::ranges::any_of(*list, dated)) {
        const auto day = to_iso(as_of);
        Headcount count;
        for (const auto& row : *list) {
            if (!row.left.empty() && row.left <= day) continue;
            count.least += dated(row) && row.entered <= day;
            count.most += !dated(row) || row.entered <= day;
        }
        return count;
    }
    const auto* said = field(document, "employee_count");
    const auto* number = said ? std::get_if<double>(&said->chosen.value) : nullptr;
    if (!number || *number < 0 || *number >= 1e6) return {};
    return Headcount{std::lround(*number), std::lround(*number)};
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto registered = headcount(*context.document, context.as_of);
    for (const auto& other : context.reading.documents) {
        if (other.piece == context.document->piece || other.piece == "other") continue;
        const auto* declared = field(other, "employee_count");
        const auto* number = declared ? std::get_if<double>(&declared->chosen.value) : nullptr;
        if (!number || !registered || declared->chosen.confidence < context.book.doubt_from) continue;
        const double apart = registered->apart_from(*number);
        const bool far = apart > number_of(spec, "people", 3) && apart > number_of(spec, "share", 0.3) * *number;
        if (!far) continue;
        auto evidence = pages_of(*context.document);
        evidence.push_back(declared->chosen.place);
        auto result = ruling(Outcome::review, "far", declared->chosen.confidence, std::move(evidence), "the headcounts are far apart");
        result.values = {{"registered", show_number(registered->most)}, {"declared", show_number(std::lround(*number))}};
        return result;
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document),
                  registered ? "headcount " + std::to_string(registered->least) + " to " + std::to_string(registered->most) + "; nothing declared contradicts it" : "no headcount was read");
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
