#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>

namespace paraphe::rules {
namespace {

struct Departure {
    std::string_view code, reason, placeholder;
};

/// What a comparison with the form can find, the gravest first.
constexpr std::array departures{
    Departure{"form_page_missing", "page_missing", "pages"},  Departure{"form_page_strange", "page_strange", "pages"},
    Departure{"form_text_changed", "text_changed", "text"},   Departure{"form_text_removed", "text_removed", "text"},
    Departure{"form_text_added", "text_added", "text"},       Departure{"form_page_twice", "page_twice", "pages"},
    Departure{"form_page_unread", "page_unread", "pages"},
};

bool applies(const Context& context, const CheckSpec&) {
    return context.piece && std::ranges::find(context.book.expectations.forms, context.piece->id, &Form::piece) != context.book.expectations.forms.end();
}

Ruling check(const Context& context, const CheckSpec&) {
    for (const auto& departure : departures) {
        std::vector<std::string> texts;
        std::vector<Place> places;
        double surest = 0;
        for (const auto& found : context.document->findings) {
            if (found.code != departure.code || found.confidence < context.book.doubt_from) continue;
            texts.push_back(found.text);
            if (!found.place.path.empty()) places.push_back(found.place);
            surest = std::max(surest, found.confidence);
        }
        if (texts.empty()) continue;
        const auto count = std::to_string(texts.size());
        auto result = ruling(Outcome::review, std::string{departure.reason}, surest, places.empty() ? pages_of(*context.document) : places, count + " findings " + std::string{departure.code});
        const bool words = departure.placeholder == "text";
        result.values = {{std::string{departure.placeholder}, words ? show(texts.front()) : show_list(texts)}, {"count", show(count)}};
        return result;
    }
    return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "every page of the form is there, in its own words");
}

}  // namespace

extern const RuleKind follows_form;
const RuleKind follows_form{
    .name = "follows_form",
    .meaning = {"La pièce a les pages et le texte de son modèle officiel, si le règlement en nomme un.",
                "The piece has the pages and the wording of its official form, where the rulebook names one."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"page_missing", Outcome::review, {"pages", "count"}}, {"page_strange", Outcome::review, {"pages", "count"}},
                {"page_twice", Outcome::review, {"pages", "count"}}, {"page_unread", Outcome::review, {"pages", "count"}},
                {"text_changed", Outcome::review, {"text", "count"}},
                {"text_removed", Outcome::review, {"text", "count"}}, {"text_added", Outcome::review, {"text", "count"}}},
    .check = check,
    .applies = applies,
};

}  // namespace paraphe::rules
