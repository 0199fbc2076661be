#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// The share of an overlay or of a value that must lie in the other to be laid over it.
constexpr double over_from = 0.3;

bool lies_over(const Box& overlay, const Box& value) {
    return covered(overlay, value) >= over_from || covered(value, overlay) >= over_from;
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto kinds_meant = texts_of(spec, "kinds");
    const auto fields_meant = texts_of(spec, "fields");
    for (const auto& found : context.document->fields) {
        if (std::ranges::find(fields_meant, found.name) == fields_meant.end() || found.chosen.place.box.empty()) continue;
        const auto& place = found.chosen.place;
        const auto* page = page_summary(context.reading, place.path, place.page);
        if (!page) continue;
        for (const auto& overlay : page->overlays) {
            if (std::ranges::find(kinds_meant, overlay.kind) == kinds_meant.end() || !lies_over(overlay.box, place.box)) continue;
            auto result = ruling(Outcome::review, "over", 0.9, {place, {place.path, place.page, overlay.box}}, overlay.kind + " lies over " + found.name);
            const auto title = context.book.field_titles.find(found.name);
            result.values = {{"over", title != context.book.field_titles.end() ? title->second : show(found.name)}};
            return result;
        }
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "nothing lies over a value that decides");
}

}  // namespace

extern const RuleKind no_overlay;
const RuleKind no_overlay{
    .name = "no_overlay",
    .meaning = {"Rien n'est superposé à l'image sur une valeur qui décide (un indice, jamais un refus).",
                "Nothing is laid over the picture on a value that decides (a hint, never a refusal)."},
    .parameters = {{"fields", ParameterType::texts, true}, {"kinds", ParameterType::texts, true}},
    .reasons = {{"ok", Outcome::pass}, {"over", Outcome::review, {"over"}}},
    .check = check,
};

}  // namespace paraphe::rules
