#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// "kbis.registered_on": that field of the document in hand or else of the one judged for that piece; nothing when the dossier has no such piece.
std::optional<Read<Date>> date_at(const Context& context, const std::string& path) {
    const auto dot = path.find('.');
    if (dot == std::string::npos) return {};
    const auto piece = path.substr(0, dot), name = path.substr(dot + 1);
    if (context.document && context.document->piece == piece) return read_date(context, name);
    const auto judged = context.judged.find(piece);
    if (judged == context.judged.end()) return {};
    Context here = context;
    here.document = judged->second;
    return read_date(here, name);
}

/// Is the later date more than a year after the earlier one? Then a misread day or month changes nothing.
bool years_apart(const Date& earlier, const Date& later) { return later > months_after(earlier, 12); }

/// What is left to doubt is a misread year that turns the order round; its share of the misreadings is set, not measured.
double in_any_case(double confidence) { return 1 - 0.2 * (1 - confidence); }

/// The earlier date was not surely read, but another that it cannot come after was, and that one is early enough: an extract prints no registration
/// of a day to come.
std::optional<Ruling> bounded(const Context& context, const CheckSpec& spec, const Read<Date>& earlier, const Read<Date>& later) {
    if ((earlier.value && earlier.confidence >= spec.pass_at) || !later.value) return {};
    for (const auto& path : texts_of(spec, "no_later_than")) {
        const auto bound = date_at(context, path);
        if (!bound || !bound->value || bound->confidence < spec.pass_at || *bound->value > *later.value) continue;
        auto result = ruling(Outcome::pass, "bounded", std::min(bound->confidence, later.confidence), {bound->place, later.place}, "no later than " + to_iso(*bound->value));
        result.values = {{"earlier", show(*bound->value)}, {"later", show(*later.value)}};
        return result;
    }
    return {};
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto earlier = date_at(context, text_of(spec, "earlier"));
    const auto later = date_at(context, text_of(spec, "later"));
    if (!earlier || !later) return ruling(Outcome::pass, "not_both", 1, {}, "a piece is missing: nothing to compare");
    if (auto proven = bounded(context, spec, *earlier, *later)) return std::move(*proven);
    const bool where_read = flag_of(spec, "where_read", false);
    for (const auto* date : {&*earlier, &*later}) {
        if (where_read && (!date->value || date->confidence < spec.pass_at)) return ruling(Outcome::pass, "not_both", 1, {}, "one of the dates was not read: nothing to compare");
        if (!date->value) return date->otherwise;
    }
    const double confidence = std::min(earlier->confidence, later->confidence);
    const int months = static_cast<int>(number_of(spec, "within_months", 0));
    const Date first = *earlier->value, second = *later->value;
    const bool apart = months > 0 && (second > months_after(first, months) || first > months_after(second, months));
    const bool wrong = months > 0 ? apart : first > second;
    auto result = ruling(wrong ? Outcome::review : Outcome::pass, wrong ? "wrong" : "ok", !wrong && years_apart(first, second) ? in_any_case(confidence) : confidence, {earlier->place, later->place},
                         to_iso(first) + " and " + to_iso(second));
    result.values = {{"earlier", show(first)}, {"later", show(second)}};
    return result;
}

}  // namespace

extern const RuleKind order_of_dates;
const RuleKind order_of_dates{
    .name = "order_of_dates",
    .meaning = {"Une date précède l'autre, ou les deux tiennent en tant de mois (`where_read` : seulement si les deux sont lues ; `no_later_than` : dates que la première ne peut suivre, si elle n'est pas lue).",
                "One date comes before the other, or both lie within so many months (`where_read`: only where both were read; `no_later_than`: dates that the first cannot come after, where it was not read)."},
    .parameters = {{"earlier", ParameterType::text, true}, {"later", ParameterType::text, true}, {"within_months", ParameterType::number}, {"where_read", ParameterType::boolean},
                   {"no_later_than", ParameterType::texts}},
    .reasons = {{"ok", Outcome::pass, {"earlier", "later"}}, {"bounded", Outcome::pass, {"earlier", "later"}}, {"not_both", Outcome::pass}, {"wrong", Outcome::review, {"earlier", "later"}}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
