#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/siren.hpp"

#include <algorithm>

namespace paraphe::rules {
namespace {

/// company_likeness: above 0.85 one reader would call two names the same, below 0.5 different.
constexpr double same_from = 0.85, other_below = 0.5;
/// A number hardly read, or one that stands in another body's block (extractors weigh those 0.2 and less), speaks for nobody.
constexpr double number_counts_from = 0.35;
/// Names shorter than this can agree by chance.
constexpr std::size_t telling_length = 4;

struct Compared {
    Read<std::string> name;
    double alike = 0;
    NamedPlace siren;
    bool same_siren = false, other_siren = false;
};

Compared compare(const Context& context, const CheckSpec& spec) {
    Compared compared;
    compared.name = read_text(context, text_of(spec, "name", "company_name"));
    compared.siren = siren_of(*context.document);
    if (compared.name.value) {
        compared.alike = name_alike(context.identity, *compared.name.value);
        if (flag_of(spec, "or_representative", false))
            compared.alike = std::max(compared.alike, representative_alike(context.identity, *compared.name.value));
    }
    if (compared.siren.confidence < number_counts_from) compared.siren = {};
    compared.same_siren = !context.identity.siren.empty() && compared.siren.value == context.identity.siren;
    compared.other_siren = !context.identity.siren.empty() && !compared.same_siren && valid_siren(compared.siren.value);
    return compared;
}

std::vector<Place> places(const Context& context, const Compared& compared) {
    std::vector<Place> evidence;
    if (compared.name.value) evidence.push_back(compared.name.place);
    if (!compared.siren.value.empty()) evidence.push_back(compared.siren.place);
    if (!context.identity.siren.empty()) evidence.push_back(context.identity.siren_place);
    if (!context.identity.names.empty()) evidence.push_back(context.identity.names.front().place);
    if (evidence.empty()) evidence = pages_of(*context.document);
    return evidence;
}

struct Answer {
    Outcome outcome;
    const char* reason;
    double confidence;
    const char* why;
};

Answer by_siren(const Context& context, const Compared& compared) {
    if (compared.alike >= same_from) return {Outcome::review, "same_name_other_siren", compared.siren.confidence, "the name agrees, the SIREN is another"};
    const double sure = std::min({compared.siren.confidence, context.identity.siren_confidence,
                                  compared.name.value && compared.alike < other_below ? compared.name.confidence : 0.5});
    return {Outcome::fail, "other_company", sure, "another SIREN, valid, and another name"};
}

Answer by_name(const Context& context, const CheckSpec& spec, const Compared& compared) {
    if (context.identity.names.empty()) return {Outcome::review, "nothing_to_compare", 0.5, "the candidate's name is not known"};
    if (compared.alike >= same_from) {
        const bool telling = compared.name.value->size() >= telling_length;
        return {Outcome::pass, "ok", telling ? sureness_of_agreement(compared.name.confidence, compared.name.recognised) : compared.name.confidence, "the name is the candidate's"};
    }
    // Scraps of a hand's letters name nobody: shown as unread, not as another's name.
    if (compared.alike < other_below && compared.name.confidence < context.book.doubt_from)
        return {Outcome::review, "unread", compared.name.confidence, "the name was hardly read"};
    if (compared.alike < other_below && !compared.name.by_hand) {
        const double sure = std::min(compared.name.confidence, context.identity.names.front().confidence);
        return {Outcome::fail, flag_of(spec, "by_name_alone", false) ? "other_company" : "other_name", sure, "the name is wholly another"};
    }
    return {Outcome::review, "other_name", compared.name.confidence, "the name is not surely the candidate's"};
}

Answer answer(const Context& context, const CheckSpec& spec, const Compared& compared) {
    if (compared.same_siren) return {Outcome::pass, "ok", sureness_of_agreement(compared.siren.confidence, compared.siren.recognised), "the same SIREN"};
    if (compared.other_siren) return by_siren(context, compared);
    if (compared.name.value) return by_name(context, spec, compared);
    if (compared.name.confidence > 0) return {Outcome::review, "picture_differs", compared.name.confidence, "the picture says another name"};
    if (!flag_of(spec, "must_name", true)) return {Outcome::pass, "unnamed_is_fine", 1, "the piece names no company, and need not"};
    return {Outcome::review, "unnamed", 0.5, "the piece names no company"};
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto compared = compare(context, spec);
    auto [outcome, reason, confidence, why] = answer(context, spec, compared);
    std::string reasoning = std::string{why} + " (likeness " + in_words(compared.alike) + ")";
    if (outcome == Outcome::fail && !context.identity.from_piece) {
        outcome = Outcome::review;  // without the identity piece nothing is surely another company
        reasoning += "; the candidate's identity rests on the majority of the pieces";
    }
    auto result = ruling(outcome, reason, confidence, places(context, compared), std::move(reasoning));
    result.values["found"] = show(compared.name.value ? *compared.name.value : grouped(compared.siren.value));
    result.values["found_siren"] = show(grouped(compared.siren.value));
    result.values["reference"] = context.identity.from_piece ? Text{"le Kbis", "the Kbis"} : Text{"les autres pièces", "the other pieces"};
    return result;
}

}  // namespace

extern const RuleKind same_across;
const RuleKind same_across{
    .name = "same_across",
    .meaning = {"L'entreprise de la pièce est le candidat : même SIREN quel que soit le nom, sinon un nom du Kbis.",
                "The piece's company is the candidate: the same SIREN whatever the name, else a name of the Kbis."},
    .parameters = {{"name", ParameterType::text}, {"must_name", ParameterType::boolean}, {"or_representative", ParameterType::boolean},
                   {"by_name_alone", ParameterType::boolean}, {"own_stamp", ParameterType::boolean}},
    .reasons = {{"ok", Outcome::pass, {"found", "found_siren", "reference"}}, {"unnamed_is_fine", Outcome::pass}, {"unnamed"}, {"nothing_to_compare", Outcome::review, {"found", "found_siren"}},
                {"other_company", Outcome::fail, {"found", "found_siren"}}, {"other_name", Outcome::review, {"found", "found_siren"}},
                {"same_name_other_siren", Outcome::review, {"found", "found_siren"}}},
    .check = check,
};

}  // namespace paraphe::rules
