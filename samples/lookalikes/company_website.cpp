#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.fill({0, 0, 210, 18}, {0.1, 0.35, 0.6});
    sheet.text(12, 5, 100, "societe-infos.example", {.size = 14, .bold = true, .colour = {1, 1, 1}});
    sheet.text(12, 24, 186, us.name + " à " + us.address.town + " - SIREN " + us.siren_spaced(), {.size = 15, .bold = true});
    sheet.text(12, 33, 186, "Informations juridiques, chiffre d'affaires, dirigeants, Kbis, statuts", {.size = 9, .colour = {0.4, 0.4, 0.4}});
    double y = sheet.table(12, 42, {60, 126}, {{"Identité de l'entreprise", ""}, {"Dénomination", us.name}, {"SIREN", us.siren_spaced()}, {"SIRET (siège)", us.siret_spaced()}, {"Forme juridique", us.form_long}, {"Capital social", euros(us.capital) + " €"}, {"Date immatriculation RCS", "Immatriculée au RCS de " + us.registry + " le " + slashed(us.registered_on)},
        {"Dirigeant", us.director.full() + ", " + us.role}, {"Code NAF", us.naf}}, {.size = 9.5}, 8);
    y = sheet.text(12, y + 8, 186, "Télécharger l'extrait Kbis - Voir les annonces BODACC - Suivre cette entreprise - Ajouter aux favoris", {.size = 9.5, .colour = {0.1, 0.3, 0.8}});
    sheet.text(12, 284, 186, "https://www.societe-infos.example/entreprise/" + us.siren + "    " + slashed(facts.as_of - std::chrono::days{3}) + "    1/2", {.size = 8});
}

}  // namespace

namespace lookalikes {
extern const Drawing company_website;
const Drawing company_website{"company_website", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
