#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

struct Dated {
    Date date;
    double confidence;
    Place place;
};

/// "kbis.registered_on": that field of the document judged for that piece.
std::optional<Dated> date_at(const Context& context, const std::string& path) {
    const auto dot = path.find('.');
    const auto judged = context.judged.find(path.substr(0, dot));
    if (dot == std::string::npos || judged == context.judged.end()) return {};
    Context here = context;
    here.document = judged->second;
    const auto date = read_date(here, path.substr(dot + 1));
    if (!date.value) return {};
    return Dated{*date.value, date.confidence, date.place};
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto earlier = date_at(context, text_of(spec, "earlier"));
    const auto later = date_at(context, text_of(spec, "later"));
    if (!earlier || !later) return ruling(Outcome::pass, "not_both", 1, {}, "not both dates were read: nothing to compare");
    const double confidence = std::min(earlier->confidence, later->confidence);
    const int months = static_cast<int>(number_of(spec, "within_months", 0));
    const bool apart = months > 0 && (later->date > months_after(earlier->date, months) || earlier->date > months_after(later->date, months));
    const bool wrong = months > 0 ? apart : earlier->date > later->date;
    auto result = ruling(wrong ? Outcome::review : Outcome::pass, wrong ? "wrong" : "ok", confidence, {earlier->place, later->place},
                         to_iso(earlier->date) + " and " + to_iso(later->date));
    result.values = {{"earlier", show(earlier->date)}, {"later", show(later->date)}};
    return result;
}

}  // namespace

extern const RuleKind order_of_dates;
const RuleKind order_of_dates{
    .name = "order_of_dates",
    .meaning = {"Une date précède l'autre, ou les deux tiennent en tant de mois.", "One date comes before the other, or both lie within so many months."},
    .parameters = {{"earlier", ParameterType::text, true}, {"later", ParameterType::text, true}, {"within_months", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass, {"earlier", "later"}}, {"not_both", Outcome::pass}, {"wrong", Outcome::review, {"earlier", "later"}}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
