#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/person.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

constexpr double same_from = 0.6;  // a surname in common: see signed_by_representative

Ruling check(const Context& context, const CheckSpec& spec) {
    std::vector<std::string> people;
    std::vector<Place> places;
    double confidence = 1;
    for (const auto& piece : texts_of(spec, "pieces")) {
        const auto judged = context.judged.find(piece);
        const auto* signatory = judged == context.judged.end() ? nullptr : field(*judged->second, "signatory");
        const auto* name = signatory ? std::get_if<std::string>(&signatory->chosen.value) : nullptr;
        if (!name || name->empty() || signatory->by_hand) continue;
        if (std::ranges::any_of(people, [&](const auto& known) { return same_person(known, *name) >= same_from; })) continue;
        people.push_back(*name);
        places.push_back(signatory->chosen.place);
        confidence = std::min(confidence, signatory->chosen.confidence);
    }
    const bool many = people.size() >= static_cast<std::size_t>(number_of(spec, "at_least", 3));
    auto result = ruling(many ? Outcome::review : Outcome::pass, many ? "several" : "ok", many ? confidence : 1, places,
                         std::to_string(people.size()) + " different signatories");
    result.values = {{"list", show_list(people)}};
    return result;
}

}  // namespace

extern const RuleKind one_signatory;
const RuleKind one_signatory{
    .name = "one_signatory",
    .meaning = {"Les pièces signées ne portent pas autant de signataires différents.", "The signed pieces do not bear that many different signatories."},
    .parameters = {{"pieces", ParameterType::texts, true}, {"at_least", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass}, {"several", Outcome::review, {"list"}}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
