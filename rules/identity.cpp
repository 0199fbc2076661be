#include "rules/identity.hpp"

#include "formats/company_name.hpp"
#include "formats/person.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

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

void count_siren(const Document& document, std::map<std::string, int>& count) {
    if (const auto siren = siren_of(document); valid_siren(siren.value) && !siren.recognised) ++count[siren.value];
}

/// How many documents name each SIREN.
std::map<std::string, int> count_sirens(const Reading& reading) {
    std::map<std::string, int> count;
    for (const auto& document : reading.documents)
        if (document.piece != "other") count_siren(document, count);
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

/// company_likeness from which two pieces name one company, and how surely each names it.
constexpr double same_company = 0.85, named_from = 0.6;

struct Witness {
    const Document* document;
    NamedPlace name;
};

/// The documents that plainly name a company, each with the name it gives.
std::vector<Witness> witnesses_of(const Reading& reading) {
    std::vector<Witness> found;
    for (const auto& document : reading.documents) {
        const auto* name = field(document, "company_name");
        const auto* text = name ? std::get_if<std::string>(&name->chosen.value) : nullptr;
        if (document.piece != "other" && text && !text->empty() && !name->recognised && name->chosen.confidence >= named_from)
            found.push_back({&document, {*text, name->chosen.confidence, name->chosen.place}});
    }
    return found;
}

/// Those witnesses that name what most pieces name, two at least; none when two companies are named by as many.
std::vector<Witness> majority_of(const std::vector<Witness>& witnesses) {
    const auto same = [](const Witness& a, const Witness& b) { return company_likeness(a.name.value, b.name.value) >= same_company; };
    std::vector<Witness> most;
    std::size_t most_pieces = 1;
    bool draw = false;
    for (const auto& named : witnesses) {
        std::vector<Witness> agree;
        std::set<std::string> pieces;
        for (const auto& other : witnesses)
            if (same(named, other)) agree.push_back(other), pieces.insert(other.document->piece);
        if (pieces.size() == most_pieces && !most.empty() && !same(named, most.front())) draw = true;
        if (pieces.size() > most_pieces) most_pieces = pieces.size(), most = std::move(agree), draw = false;
    }
    if (draw) return {};
    std::ranges::stable_sort(most, std::ranges::greater{}, [](const Witness& witness) { return witness.name.confidence; });
    return most;
}

bool bears(const Document& document, const std::string& siren) { return !siren.empty() && siren_of(document).value == siren; }

/// Without an identity piece: the name that most pieces bear, and the SIREN that most of its pieces bear; where no two pieces name one
/// company, the SIREN that most pieces bear and the names beside it.
void take_majority(Identity& identity, const Reading& reading, const std::map<std::string, int>& sirens) {
    const auto agreed = majority_of(witnesses_of(reading));
    auto counted = sirens;
    if (!agreed.empty()) {
        counted.clear();
        for (const auto& witness : agreed) count_siren(*witness.document, counted);
    }
    if (const auto most = std::ranges::max_element(counted, {}, [](const auto& entry) { return entry.second; }); most != counted.end()) identity.siren = most->first;
    for (const auto& document : reading.documents)
        if (const auto siren = siren_of(document); document.piece != "other" && bears(document, identity.siren) && siren.confidence > identity.siren_confidence) {
            identity.siren_confidence = siren.confidence;
            identity.siren_place = siren.place;
        }
    if (!identity.names.empty()) return;
    if (!agreed.empty()) return identity.names.push_back(agreed.front().name);
    for (const auto& document : reading.documents)
        if (document.piece != "other" && bears(document, identity.siren)) take_names(identity, document, {"company_name"});
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
