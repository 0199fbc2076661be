#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    std::vector<Place> illegible, cut;
    std::vector<std::string> illegible_pages, cut_pages;
    int number = 0;
    for (const auto& place : pages_of(*context.document)) {
        ++number;
        const auto* page = page_summary(context.reading, place.path, place.page);
        if (!page || page->problem == PageProblem::blank) continue;
        if (!page->legible) {
            illegible.push_back(place);
            illegible_pages.push_back(std::to_string(number));
        } else if (page->problem == PageProblem::cut_off) {
            cut.push_back(place);
            cut_pages.push_back(std::to_string(number));
        }
    }
    Ruling result;
    if (!illegible.empty()) {
        result = ruling(Outcome::review, "illegible", 0.9, illegible, "pages that cannot be read");
        result.values["pages"] = show_list(illegible_pages);
    } else if (!cut.empty() && flag_of(spec, "whole", false)) {
        result = ruling(Outcome::review, "cut_off", 0.8, cut, "pages whose edge is cut off");
        result.values["pages"] = show_list(cut_pages);
    } else {
        result = ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "every page is legible");
    }
    return result;
}

}  // namespace

extern const RuleKind legible;
const RuleKind legible{
    .name = "legible",
    .meaning = {"Chaque page de la pièce est lisible, et entière si `whole` est vrai.", "Every page of the piece is legible, and whole if `whole` is set."},
    .parameters = {{"whole", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass}, {"illegible", Outcome::review, {"pages"}}, {"cut_off", Outcome::review, {"pages"}}},
    .check = check,
};

}  // namespace paraphe::rules
