#include "rules/fields.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto code = text_of(spec, "finding", "blanks_left");
    std::vector<std::string> names;
    std::vector<Place> places;
    double surest = 0;
    for (const auto& blank : context.document->findings) {
        if (blank.code != code || blank.confidence < context.book.doubt_from) continue;
        if (std::ranges::find(names, blank.text) == names.end()) names.push_back(blank.text);
        places.push_back(blank.place);
        surest = std::max(surest, blank.confidence);
    }
    if (places.empty()) return ruling(Outcome::pass, "ok", 1, pages_of(*context.document), "no blank was found");
    auto result = ruling(Outcome::fail, "left", surest, places, std::to_string(places.size()) + " blanks left");
    result.values = {{"blanks", show_list(names)}};
    return result;
}

}  // namespace

extern const RuleKind blanks_filled;
const RuleKind blanks_filled{
    .name = "blanks_filled",
    .meaning = {"Les champs à compléter du modèle sont remplis.", "The blanks of the model are filled in."},
    .parameters = {{"finding", ParameterType::text}},
    .reasons = {{"ok", Outcome::pass}, {"left", Outcome::fail, {"blanks"}}},
    .check = check,
};

}  // namespace paraphe::rules
