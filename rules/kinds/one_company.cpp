#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/siren.hpp"

#include <algorithm>
#include <map>

namespace paraphe::rules {
namespace {

/// Two pieces or more that name one other company: the dossier speaks of two. One piece alone is that piece's check.
Ruling check(const Context& context, const CheckSpec& spec) {
    struct Named {
        std::vector<Place> places;
        double confidence = 1;
        std::string name;
    };
    std::map<std::string, Named> companies;
    for (const auto& [piece, document] : context.judged) {
        const auto siren = siren_of(*document);
        if (!valid_siren(siren.value) || siren.confidence < spec.pass_at || siren.value == context.identity.siren) continue;
        const auto* name = field(*document, "company_name");
        const auto* text = name ? std::get_if<std::string>(&name->chosen.value) : nullptr;
        if (text && name_alike(context.identity, *text) >= 0.5) continue;  // the candidate's own name beside another body's number
        auto& named = companies[siren.value];
        named.places.push_back(siren.place);
        named.confidence = std::min(named.confidence, siren.confidence);
        if (text) named.name = *text;
    }
    for (auto& [siren, named] : companies) {
        if (named.places.size() < 2) continue;
        const bool sure = context.identity.from_piece;
        const double confidence = std::min(named.confidence, context.identity.siren_confidence);
        named.places.push_back(context.identity.siren_place);
        auto result = ruling(sure ? Outcome::fail : Outcome::review, "two", confidence, named.places, "several pieces name another company");
        const auto other = named.name.empty() ? grouped(siren) : named.name + " (" + grouped(siren) + ")";
        const auto own = context.identity.names.empty() ? std::string{} : context.identity.names.front().value + " ";
        result.values = {{"list", show_list({own + "(" + grouped(context.identity.siren) + ")", other})}};
        return result;
    }
    return ruling(Outcome::pass, "ok", 1, {}, "no second company is named by several pieces");
}

}  // namespace

extern const RuleKind one_company;
const RuleKind one_company{
    .name = "one_company",
    .meaning = {"Les pièces ne désignent pas ensemble une seconde entreprise.", "The pieces do not together name a second company."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"two", Outcome::fail, {"list"}}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
