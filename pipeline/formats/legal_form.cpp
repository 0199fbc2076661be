#include "formats/legal_form.hpp"

#include "formats/scan.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace paraphe {
namespace {

using namespace scan;

struct Form {
    std::string_view print, name, family;
    double confidence = 0.95;
};

/// Written out; the longer first, so that "à associé unique" is seen before the plain form.
constexpr std::array kLong{
    Form{"SOCIETE PAR ACTIONS SIMPLIFIEE A ASSOCIE UNIQUE", "SASU", "SAS"},
    Form{"SOCIETE PAR ACTIONS SIMPLIFIEE UNIPERSONNELLE", "SASU", "SAS"},
    Form{"SOCIETE PAR ACTIONS SIMPLIFIEE", "SAS", "SAS"},
    Form{"ENTREPRISE UNIPERSONNELLE A RESPONSABILITE LIMITEE", "EURL", "SARL"},
    Form{"SOCIETE A RESPONSABILITE LIMITEE A ASSOCIE UNIQUE", "EURL", "SARL"},
    Form{"SOCIETE A RESPONSABILITE LIMITEE", "SARL", "SARL"},
    Form{"SOCIETE D'EXERCICE LIBERAL A RESPONSABILITE LIMITEE", "SELARL", "SELARL"},
    Form{"SOCIETE ANONYME", "SA", "SA"},
    Form{"SOCIETE EN NOM COLLECTIF", "SNC", "SNC"},
    Form{"SOCIETE EN COMMANDITE SIMPLE", "SCS", "SCS"},
    Form{"SOCIETE EN COMMANDITE PAR ACTIONS", "SCA", "SCA"},
    Form{"SOCIETE COOPERATIVE D'INTERET COLLECTIF", "SCIC", "SCOP"},
    Form{"SOCIETE COOPERATIVE", "SCOP", "SCOP"},
    Form{"SOCIETE CIVILE IMMOBILIERE", "SCI", "SC"},
    Form{"SOCIETE CIVILE", "SC", "SC"},
    Form{"SOCIETE EUROPEENNE", "SE", "SE"},
    Form{"GROUPEMENT D'INTERET ECONOMIQUE", "GIE", "GIE"},
    Form{"ENTREPRISE INDIVIDUELLE", "EI", "EI"},
    Form{"ENTREPRENEUR INDIVIDUEL", "EI", "EI"},
    Form{"AUTO-ENTREPRENEUR", "EI", "EI"},
    Form{"MICRO-ENTREPRISE", "EI", "EI"},
    Form{"ASSOCIATION LOI 1901", "ASSOCIATION", "ASSOCIATION"},
    Form{"ASSOCIATION LOI DE 1901", "ASSOCIATION", "ASSOCIATION"},
};

/// In short. `SA` is also the possessive of every "à jour de sa cotisation": undotted it counts little.
constexpr std::array kShort{
    Form{"SELARL", "SELARL", "SELARL"}, Form{"SASU", "SASU", "SAS"}, Form{"SARL", "SARL", "SARL"}, Form{"EURL", "EURL", "SARL"},
    Form{"SCOP", "SCOP", "SCOP"},       Form{"SCIC", "SCIC", "SCOP"}, Form{"EIRL", "EIRL", "EI"}, Form{"SAS", "SAS", "SAS"},
    Form{"SNC", "SNC", "SNC"},          Form{"SCS", "SCS", "SCS"},   Form{"SCA", "SCA", "SCA"},  Form{"SCI", "SCI", "SC"},
    Form{"GIE", "GIE", "GIE"},          Form{"SA", "SA", "SA", 0.5}, Form{"EI", "EI", "EI", 0.4}, Form{"SC", "SC", "SC", 0.3},
};

/// The short form at `i`, dotted or spaced or plain; its end, or nothing.
std::optional<std::pair<std::size_t, bool>> short_end(std::string_view text, std::size_t i, std::string_view print) {
    if (alnum(before(text, i)) || before(text, i) == '\'' || before(text, i) == '.') return {};
    std::size_t j = i;
    bool dotted = false;
    for (std::size_t k = 0; k < print.size(); ++k) {
        if (k > 0 && at(text, j) == '.') {
            ++j, dotted = true;
            if (at(text, j) == ' ' && at(text, j + 1) == print[k]) ++j;
        }
        if (at(text, j) != print[k]) return {};
        ++j;
    }
    if (dotted && at(text, j) == '.') ++j;
    if (alnum(at(text, j)) || at(text, j) == '\'') return {};
    return std::pair{j, dotted};
}

std::optional<std::string> family_of(std::string_view printed) {
    const auto forms = find_legal_forms(fold(printed));
    const auto best = std::ranges::max_element(forms, {}, &Found<LegalForm>::confidence);
    if (best == forms.end()) return {};
    return best->value.family;
}

}  // namespace

std::vector<Found<LegalForm>> find_legal_forms(std::string_view text) {
    std::vector<Found<LegalForm>> all;
    const auto free = [&](std::size_t begin, std::size_t end) {
        return std::ranges::none_of(all, [&](const auto& other) { return begin < other.end && other.begin < end; });
    };
    for (const auto& form : kLong) {
        for (const auto& match : find_all_fuzzy(text, form.print)) {
            if (!free(match.begin, match.end)) continue;
            LegalForm value{std::string(form.name), std::string(form.family)};
            // "SARL (Société à associé unique)" of the register
            const auto rest = text.substr(match.end, 40);
            if ((value.name == "SARL" || value.name == "SAS") && rest.find("ASSOCIE UNIQUE") != std::string_view::npos)
                value.name = value.name == "SARL" ? "EURL" : "SASU";
            all.push_back({std::move(value), match.begin, match.end, form.confidence * match.quality, match.errors > 0});
        }
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!letter(text[i])) continue;
        for (const auto& form : kShort) {
            const auto end = short_end(text, i, form.print);
            if (!end || !free(i, end->first)) continue;
            LegalForm value{std::string(form.name), std::string(form.family)};
            const auto rest = text.substr(end->first, 40);
            if ((value.name == "SARL" || value.name == "SAS") && rest.find("ASSOCIE UNIQUE") != std::string_view::npos)
                value.name = value.name == "SARL" ? "EURL" : "SASU";
            const bool capital = rest.find("CAPITAL") < 8;
            all.push_back({std::move(value), i, end->first, end->second || capital ? 0.95 : form.confidence, false});
            break;
        }
    }
    std::ranges::sort(all, {}, &Found<LegalForm>::begin);
    return all;
}

bool same_family(std::string_view a, std::string_view b) {
    const auto one = family_of(a), other = family_of(b);
    if (!one || !other || *one == *other) return true;
    // A cooperative is a SA, SARL or SAS besides.
    const auto cooperative = [](const std::string& x, const std::string& y) { return x == "SCOP" && (y == "SA" || y == "SARL" || y == "SAS"); };
    return cooperative(*one, *other) || cooperative(*other, *one);
}

}  // namespace paraphe
