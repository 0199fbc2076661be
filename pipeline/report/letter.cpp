#include "report/publish.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace paraphe::report {
namespace {

constexpr auto fr = Language::fr;

/// The points of one kind, numbered, each under the title of its piece.
std::string points(const std::vector<ToDo>& items, Outcome outcome, bool files) {
    std::string out;
    int number = 0;
    for (const auto& item : items) {
        if (item.file != files || (!files && item.outcome != outcome)) continue;
        out += std::to_string(++number) + ". " + item.title + "\n   " + item.message + "\n";
        if (!item.advice.empty()) out += "   → " + item.advice + "\n";
        out += "\n";
    }
    return out;
}

std::string in_order(const Judgement& judgement) {
    std::string out;
    for (const auto& piece : judgement.pieces)
        if (piece.outcome == Outcome::pass && !piece.documents.empty()) out += "- " + visible(in(fr, piece.title), 120) + "\n";
    return out;
}

std::string opening(const Judgement& judgement) {
    std::string out = "Objet : votre dossier d’éligibilité";
    if (!judgement.company_name.empty()) out += " — " + visible(judgement.company_name, 120);
    if (!judgement.siren.empty()) out += " (SIREN " + grouped_siren(judgement.siren) + ")";
    out += "\n\nMadame, Monsieur,\n\nNous avons examiné le dossier que vous avez déposé";
    if (judgement.as_of_source != "today") out += " le " + date_in_words(judgement.as_of, fr);
    return out + ".\n\n";
}

}  // namespace

std::string letter(const Reading& reading, const Judgement& judgement) {
    const auto items = to_do(reading, judgement, fr);
    const auto to_send = points(items, Outcome::fail, false), doubtful = points(items, Outcome::review, false), files = points(items, Outcome::review, true);
    std::string out = opening(judgement);
    if (judgement.verdict == Verdict::eligible && items.empty()) {
        out += "Toutes les pièces demandées sont présentes et conformes : vous n’avez rien à renvoyer. Nous vous tiendrons informés de la "
               "suite donnée à votre candidature.\n\n";
        return out + "Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.\n";
    }
    if (!to_send.empty()) out += "Pour que nous puissions poursuivre, merci de corriger les points suivants et de nous renvoyer les pièces concernées :\n\n" + to_send;
    if (!files.empty()) out += (to_send.empty() ? "" : "De plus, n") + std::string{to_send.empty() ? "N" : ""} + "ous n’avons pas pu lire ces fichiers :\n\n" + files;
    if (!doubtful.empty()) {
        out += "Une personne de notre équipe vérifie encore les points suivants. ";
        out += "Si vous disposez d’un exemplaire plus lisible ou plus complet, vous pouvez nous l’envoyer dès maintenant :\n\n" + doubtful;
    }
    if (const auto fine = in_order(judgement); !fine.empty()) out += "Ces pièces sont en ordre, il est inutile de les renvoyer :\n\n" + fine + "\n";
    return out + "Nous restons à votre disposition pour toute question et vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.\n";
}

}  // namespace paraphe::report
