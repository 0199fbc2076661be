#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/company_name.hpp"
#include "formats/person.hpp"

#include <algorithm>
#include <optional>

namespace paraphe::rules {
namespace {

/// same_person: a surname and one given name in common. A surname alone on one side gives 0.6: one reader would accept it.
constexpr double same_from = 0.6;
constexpr double surely_same = 0.8;
/// What an agreement of surnames alone is worth at least.
constexpr double surname_alone = 0.85;

bool has_delegation(const Context& context) {
    return std::ranges::any_of(context.reading.documents, [](const Document& document) { return finding(document, "delegation") != nullptr; });
}

/// The signatories of another piece, to compare with.
std::vector<const Field*> signatories_of(const Context& context, const std::string& piece) {
    std::vector<const Field*> found;
    for (const auto& document : context.reading.documents)
        if (document.piece == piece)
            if (const auto* signatory = field(document, "signatory"); signatory && std::holds_alternative<std::string>(signatory->chosen.value))
                found.push_back(signatory);
    return found;
}

/// Two names are one person when they are alike, or when one printed representative is both: of three given names each
/// document may have chosen another.
bool one_person(const std::string& name, const std::string& their_name, const Identity& identity) {
    if (same_person(name, their_name) >= same_from) return true;
    return std::ranges::any_of(identity.representatives, [&](const Representative& representative) {
        return !representative.company && same_person(name, representative.name) >= surely_same && same_person(their_name, representative.name) >= surely_same;
    });
}

/// The piece that names the representatives asks for them itself: one gap is one question, not one in every piece.
bool asked_elsewhere(const Rulebook& book) {
    return std::ranges::any_of(book.pieces, [&book](const PieceSpec& piece) {
        return piece.id == book.identity.piece && piece.required && std::ranges::any_of(piece.checks, [](const CheckSpec& check) { return check.required && check.kind && check.kind->name == "names_representative"; });
    });
}

/// The signatory is another than that of the piece to compare with; nothing when no other was surely read.
std::optional<Ruling> other_than_like(const Context& context, const CheckSpec& spec, const Read<std::string>& signatory) {
    for (const auto* other : signatories_of(context, text_of(spec, "like"))) {
        const auto& their_name = std::get<std::string>(other->chosen.value);
        // A name that was hardly read is nobody else's: its own piece asks for a look at it.
        if (other->by_hand || other->chosen.confidence < context.book.doubt_from || one_person(*signatory.value, their_name, context.identity)) continue;
        auto result = ruling(Outcome::review, "other_than_like", std::min(signatory.confidence, other->chosen.confidence),
                             {signatory.place, other->chosen.place}, "both may sign, but they are not the same person");
        result.values["other"] = show(their_name);
        return result;
    }
    return {};
}

Ruling compare(const Context& context, const CheckSpec& spec, const Read<std::string>& signatory) {
    const auto& name = *signatory.value;
    const auto& identity = context.identity;
    const std::vector<Place> evidence{signatory.place, identity.representatives_place};
    const bool only_companies = !identity.representatives.empty() &&
                                std::ranges::all_of(identity.representatives, [](const auto& r) { return r.company || looks_like_company(r.name); });
    const double alike = representative_alike(identity, name);
    if (identity.representatives.empty()) {
        if (!asked_elsewhere(context.book)) return ruling(Outcome::review, "no_representative", 0.5, {signatory.place}, "no representative is known to compare with");
        if (auto other = other_than_like(context, spec, signatory)) return *other;
        return ruling(Outcome::pass, "not_compared", 1, {signatory.place}, "no representative is known; " + context.book.identity.piece + " asks for one");
    }
    if (alike < same_from) {
        if (signatory.confidence < context.book.doubt_from) return ruling(Outcome::review, "unread", signatory.confidence, {signatory.place}, "the name was hardly read");
        if (only_companies) return ruling(Outcome::review, "company_represents", signatory.confidence, evidence, "the representative is a company");
        if (has_delegation(context)) return ruling(Outcome::review, "by_delegation", signatory.confidence, evidence, "another person, and a delegation in the dossier");
        return ruling(Outcome::review, "not_representative", signatory.confidence, evidence, "the name is no representative's (likeness " + in_words(alike) + ")");
    }
    const double agreed = sureness_of_agreement(signatory.confidence, signatory.recognised);
    const double confidence = alike >= surely_same ? agreed : signatory.recognised ? agreed : std::max(surname_alone, signatory.confidence);
    if (auto other = other_than_like(context, spec, signatory)) return *other;
    return ruling(Outcome::pass, "ok", confidence, evidence, "a representative's name (likeness " + in_words(alike) + ")");
}

Ruling check(const Context& context, const CheckSpec& spec) {
    const auto signatory = read_text(context, "signatory");
    if (!signatory.value) {
        const auto* present = field(*context.document, "signatory");
        if (!present && !flag_of(spec, "must_name", false))
            return ruling(Outcome::pass, "unnamed", 1, pages_of(*context.document), "no name stands by the signature; none is required");
        return signatory.otherwise;
    }
    auto result = compare(context, spec, signatory);
    result.values["signatory"] = show(*signatory.value);
    return result;
}

}  // namespace

extern const RuleKind signed_by_representative;
const RuleKind signed_by_representative{
    .name = "signed_by_representative",
    .meaning = {"Le signataire est un représentant inscrit au Kbis, et le même que celui d'une autre pièce (`like`).",
                "The signatory is a representative of the Kbis, and the same as another piece's (`like`)."},
    .parameters = {{"must_name", ParameterType::boolean}, {"like", ParameterType::text}},
    .reasons = {{"ok", Outcome::pass, {"signatory"}}, {"unnamed", Outcome::pass}, {"not_compared", Outcome::pass, {"signatory"}}, {"not_representative", Outcome::review, {"signatory"}},
                {"by_delegation", Outcome::review, {"signatory"}}, {"company_represents", Outcome::review, {"signatory"}},
                {"no_representative", Outcome::review, {"signatory"}}, {"other_than_like", Outcome::review, {"signatory", "other"}}},
    .check = check,
};

}  // namespace paraphe::rules
