#include "extractors/common/kbis_body.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe::extractors {
namespace {

struct Title {
    std::string_view phrase;
    BodyPart part;
};

constexpr std::array titles{
    Title{"IDENTIFICATION DE LA PERSONNE MORALE", BodyPart::identity},
    Title{"RENSEIGNEMENTS RELATIFS A LA PERSONNE MORALE", BodyPart::identity},
    Title{"RENSEIGNEMENTS RELATIFS A LA SOCIETE", BodyPart::identity},
    Title{"IDENTITE DE LA PERSONNE MORALE", BodyPart::identity},
    Title{"IDENTIFICATION DE L'ENTREPRISE", BodyPart::identity},
    Title{"IDENTIFICATION DE LA SOCIETE", BodyPart::identity},
    Title{"PERSONNE MORALE", BodyPart::identity},
    Title{"IDENTIFICATION", BodyPart::identity},
    Title{"GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES", BodyPart::people},
    Title{"RENSEIGNEMENTS RELATIFS AUX DIRIGEANTS", BodyPart::people},
    Title{"RENSEIGNEMENTS SUR LES DIRIGEANTS", BodyPart::people},
    Title{"GESTION, DIRECTION, ADMINISTRATION", BodyPart::people},
    Title{"DIRECTION, ADMINISTRATION, CONTROLE", BodyPart::people},
    Title{"ADMINISTRATION DE LA SOCIETE", BodyPart::people},
    Title{"GESTION ET ADMINISTRATION", BodyPart::people},
    Title{"ORGANES DE DIRECTION", BodyPart::people},
    Title{"DIRIGEANTS ET ASSOCIES", BodyPart::people},
    Title{"REPRESENTANTS LEGAUX", BodyPart::people},
    Title{"MANDATAIRES SOCIAUX", BodyPart::people},
    Title{"ADMINISTRATION", BodyPart::people},
    Title{"DIRIGEANTS", BodyPart::people},
    Title{"DIRECTION", BodyPart::people},
    Title{"RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL", BodyPart::activity},
    Title{"RENSEIGNEMENTS RELATIFS A L'ACTIVITE", BodyPart::activity},
    Title{"RENSEIGNEMENTS RELATIFS A L'ETABLISSEMENT", BodyPart::activity},
    Title{"RENSEIGNEMENTS SUR L'ACTIVITE", BodyPart::activity},
    Title{"RENSEIGNEMENTS SUR L'ETABLISSEMENT", BodyPart::activity},
    Title{"ACTIVITE ET ETABLISSEMENT PRINCIPAL", BodyPart::activity},
    Title{"IMMATRICULATION HORS RESSORT", BodyPart::activity},
    Title{"ETABLISSEMENT PRINCIPAL", BodyPart::activity},
    Title{"ETABLISSEMENTS SECONDAIRES", BodyPart::activity},
    Title{"OBSERVATIONS ET RENSEIGNEMENTS COMPLEMENTAIRES", BodyPart::observations},
    Title{"RENSEIGNEMENTS COMPLEMENTAIRES", BodyPart::observations},
    Title{"MENTIONS ET OBSERVATIONS", BodyPart::observations},
    Title{"PROCEDURES COLLECTIVES", BodyPart::observations},
    Title{"OBSERVATIONS", BodyPart::observations},
    Title{"MENTIONS", BodyPart::observations},
};

bool letter(char c) { return c >= 'A' && c <= 'Z'; }

/// Without the rule or the dashes that some registries draw beside a title ("--- IDENTIFICATION -----"), nor what a scan makes of them.
std::string_view without_ornament(std::string_view line) {
    while (!line.empty() && !letter(line.front())) line.remove_prefix(1);
    for (const std::string_view rule : {"--", "==", "__", "- -"}) line = line.substr(0, line.find(rule));
    while (!line.empty() && !letter(line.back())) line.remove_suffix(1);
    return line;
}

/// "DIRECTION, CONTROLE": registries list more or fewer of the organs.
bool lists_organs(std::string_view line) {
    static constexpr std::array<std::string_view, 9> organs{"GESTION", "DIRECTION", "ADMINISTRATION", "CONTROLE", "SURVEILLANCE", "ASSOCIES", "MEMBRES", "ET", "OU"};
    int named = 0;
    while (!line.empty()) {
        const auto end = std::min(line.find_first_of(" ,"), line.size());
        const auto word = line.substr(0, end);
        if (!word.empty() && std::ranges::find(organs, word) == organs.end()) return false;
        named += word.size() > 2;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return named >= 2;
}

/// A title stands alone on its line; a frame's specks may stand beside it, and a piece of a long one may be torn off.
bool is_title(std::string_view line, const Title& title) {
    const auto torn_off = std::max<std::size_t>(6, title.phrase.size() / 5);
    if (line.size() + torn_off < title.phrase.size() || line.size() > title.phrase.size() + 8) return false;
    return likeness(line, title.phrase) >= (title.phrase.size() < 14 ? 0.85 : 0.78);
}

}  // namespace

Body::Body(const std::vector<Sheet>& sheets) {
    BodyPart now = BodyPart::head;
    for (const auto& sheet : sheets) {
        auto& parts = parts_[&sheet];
        for (const auto& line : sheet.text.lines()) {
            // Each page may repeat the head; what follows a first title stays in its part till the next.
            const auto bare = without_ornament(line.folded);
            const auto title = std::ranges::find_if(titles, [bare](const Title& t) { return is_title(bare, t); });
            if (title != titles.end() || lists_organs(bare)) {
                now = title != titles.end() ? title->part : BodyPart::people;
                found_.push_back(now);
            }
            parts.push_back(now);
        }
    }
}

BodyPart Body::part(const Sheet& sheet, std::size_t line) const {
    const auto parts = parts_.find(&sheet);
    if (parts == parts_.end() || line >= parts->second.size()) return BodyPart::head;
    return parts->second[line];
}

bool Body::has(BodyPart part) const {
    return std::ranges::find(found_, part) != found_.end();
}

}  // namespace paraphe::extractors
