#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/dates.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// The share of an overlay or of a value that must lie in the other to be laid over it.
constexpr double over_from = 0.3;

bool lies_over(const Box& overlay, const Box& value) {
    return covered(overlay, value) >= over_from || covered(value, overlay) >= over_from;
}

Ruling over(Text what, std::vector<Place> evidence, std::string reasoning) {
    auto result = ruling(Outcome::review, "over", 0.9, std::move(evidence), std::move(reasoning));
    result.values = {{"over", std::move(what)}};
    return result;
}

Text title_of(const Context& context, const std::string& field) {
    const auto title = context.book.field_titles.find(field);
    return title != context.book.field_titles.end() ? title->second : show(field);
}

/// A day laid over a picture is laid over another, wherever what it hides was read; the lines of a scanner at head and foot are no such days.
const Overlay* laid_day(const PageSummary& page, const std::vector<std::string>& kinds_meant) {
    constexpr double head = 0.04, foot = 0.96;
    const auto found = std::ranges::find_if(page.overlays, [&](const Overlay& overlay) {
        const double y = overlay.box.centre_y();
        return std::ranges::find(kinds_meant, overlay.kind) != kinds_meant.end() && y > head && y < foot && !find_dates(fold(overlay.text)).empty();
    });
    return found == page.overlays.end() ? nullptr : &*found;
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
            return over(title_of(context, found.name), {place, {place.path, place.page, overlay.box}}, overlay.kind + " lies over " + found.name);
        }
    }
    for (const auto& place : pages_of(*context.document)) {
        const auto* page = page_summary(context.reading, place.path, place.page);
        const auto* day = page ? laid_day(*page, kinds_meant) : nullptr;
        if (day) return over({"une date", "a day"}, {{place.path, place.page, day->box}}, day->kind + " bears a day");
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "nothing lies over a value that decides");
}

}  // namespace

extern const RuleKind no_overlay;
const RuleKind no_overlay{
    .name = "no_overlay",
    .meaning = {"Ni ajout sur une valeur qui décide, ni date superposée à l'image (un indice, jamais un refus).",
                "Nothing is laid over a value that decides, and no day over the picture (a hint, never a refusal)."},
    .parameters = {{"fields", ParameterType::texts, true}, {"kinds", ParameterType::texts, true}},
    .reasons = {{"ok", Outcome::pass}, {"over", Outcome::review, {"over"}}},
    .check = check,
};

}  // namespace paraphe::rules
