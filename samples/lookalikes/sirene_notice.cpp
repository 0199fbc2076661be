#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.logo({18, 12, 40, 15}, "Insee", {0.05, 0.3, 0.6});
    sheet.text(90, 20, 105, "SITUATION AU RÉPERTOIRE SIRENE", {.size = 14, .bold = true});
    sheet.text(20, 46, 170, "À la date du " + in_words(facts.as_of - std::chrono::days{4}), {.size = 10});
    std::vector<std::vector<std::string>> rows{{"Description de l'entreprise", "Entreprise active depuis le " + slashed(us.registered_on)}, {"Identifiant SIREN", us.siren_spaced()}, {"Identifiant SIRET du siège", us.siret_spaced()}, {"Désignation", us.name},
        {"Catégorie juridique", us.form_long}, {"Activité Principale Exercée (APE)", us.naf + " - " + us.activity}, {"Appartenance au champ de l'ESS", "Non"}};
    double y = sheet.table(20, 56, {70, 100}, rows, {.size = 9.5}, 8);
    std::vector<std::vector<std::string>> site{{"Description de l'établissement", "Établissement actif depuis le " + slashed(us.registered_on)}, {"Identifiant SIRET", us.siret_spaced()}, {"Adresse", us.address.line()}, {"Activité Principale Exercée (APE)", us.naf}};
    y = sheet.table(20, y + 8, {70, 100}, site, {.size = 9.5}, 8);
    sheet.text(20, y + 8, 170, "Important : à l'exception des informations relatives à l'identification de l'entreprise, les renseignements figurant dans ce document n'ont de valeur que pour les applications statistiques.", {.size = 8.5, .italic = true});
}

}  // namespace

namespace lookalikes {
extern const Drawing sirene_notice;
const Drawing sirene_notice{"sirene_notice", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
