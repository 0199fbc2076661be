#include "rules/identity.hpp"

#include "formats/company_name.hpp"
#include "formats/person.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace paraphe::rules {
namespace {

std::vector<std::string> texts_in(const Value& value) {
    if (const auto* one = std::get_if<std::string>(&value)) return one->empty() ? std::vector<std::string>{} : std::vector{*one};
    if (const auto* many = std::get_if<std::vector<std::string>>(&value)) return *many;
    return {};
}

std::string text_in(const Document& document, const std::string& name) {
    const auto* found = field(document, name);
    const auto* text = found ? std::get_if<std::string>(&found->chosen.value) : nullptr;
    return text ? *text : std::string{};
}

/// How many documents name each SIREN.
std::map<std::string, int> count_sirens(const Reading& reading) {
    std::map<std::string, int> count;
    for (const auto& document : reading.documents)
        if (document.piece != "other")
            if (const auto siren = siren_of(document); valid_siren(siren.value) && !siren.recognised) ++count[siren.value];
    return count;
}

/// The identity piece that speaks for the candidate: the SIREN that most of the dossier bears, then the newest.
const Document* identity_document(const Reading& reading, const IdentitySpec& spec, const std::map<std::string, int>& sirens) {
    const Document* best = nullptr;
    std::tuple<int, std::string, double> most;
    for (const auto& document : reading.documents) {
        if (document.piece != spec.piece) continue;
        const auto siren = siren_of(document);
        const auto known = sirens.find(siren.value);
        std::tuple<int, std::string, double> rank{known == sirens.end() ? 0 : known->second, text_in(document, "issued_on"), siren.confidence};
        if (!best || rank > most) {
            best = &document;
            most = rank;
        }
    }
    return best;
}

void take_names(Identity& identity, const Document& document, const std::vector<std::string>& fields) {
    for (const auto& name : fields)
        if (const auto* found = field(document, name))
            for (auto& text : texts_in(found->chosen.value))
                identity.names.push_back({std::move(text), found->chosen.confidence, found->chosen.place});
}

void take_representatives(Identity& identity, const Document& document, const IdentitySpec& spec) {
    const auto* found = field(document, spec.representatives);
    if (!found) return;
    identity.representatives_confidence = found->chosen.confidence;
    identity.representatives_place = found->chosen.place;
    const auto* list = std::get_if<std::vector<Representative>>(&found->chosen.value);
    if (!list) return;
    for (const auto& representative : *list) {
        const auto role = fold(representative.role);
        const bool excluded = std::ranges::any_of(spec.excluded_roles, [&](const auto& word) { return role.find(fold(word)) != std::string::npos; });
        if (!excluded && !representative.name.empty()) identity.representatives.push_back(representative);
    }
}

/// Without an identity piece: the SIREN that most pieces bear, and the names that stand beside it.
void take_majority(Identity& identity, const Reading& reading, const std::map<std::string, int>& sirens) {
    const auto most = std::ranges::max_element(sirens, {}, [](const auto& entry) { return entry.second; });
    if (most != sirens.end()) identity.siren = most->first;
    for (const auto& document : reading.documents) {
        if (document.piece == "other") continue;
        const auto siren = siren_of(document);
        if (siren.value == identity.siren && !identity.siren.empty() && siren.confidence > identity.siren_confidence) {
            identity.siren_confidence = siren.confidence;
            identity.siren_place = siren.place;
        }
    }
    if (!identity.names.empty()) return;
    for (const auto& document : reading.documents)
        if (document.piece != "other" && !identity.siren.empty() && siren_of(document).value == identity.siren)
            take_names(identity, document, {"company_name"});
}

}  // namespace

NamedPlace siren_of(const Document& document) {
    for (const std::string name : {"siren", "siret"}) {
        const auto* found = field(document, name);
        if (!found || found->confirmed == false) continue;
        const auto* text = std::get_if<std::string>(&found->chosen.value);
        if (text && text->size() >= 9) return {text->substr(0, 9), found->chosen.confidence, found->chosen.place, found->recognised};
    }
    return {};
}

Identity identify(const Reading& reading, const Rulebook& book) {
    Identity identity;
    const auto sirens = count_sirens(reading);
    if (const auto* document = identity_document(reading, book.identity, sirens)) {
        take_names(identity, *document, book.identity.names);
        take_representatives(identity, *document, book.identity);
        const auto siren = siren_of(*document);
        if (valid_siren(siren.value)) {
            identity.siren = siren.value;
            identity.siren_confidence = siren.confidence;
            identity.siren_place = siren.place;
            identity.from_piece = true;
            return identity;
        }
    }
    take_majority(identity, reading, sirens);
    return identity;
}

double name_alike(const Identity& identity, const std::string& name) {
    double best = 0;
    for (const auto& known : identity.names) best = std::max(best, company_likeness(name, known.value));
    return best;
}

double representative_alike(const Identity& identity, const std::string& person) {
    double best = 0;
    for (const auto& representative : identity.representatives)
        best = std::max(best, representative.company ? company_likeness(person, representative.name) : same_person(person, representative.name));
    return best;
}

}  // namespace paraphe::rules
