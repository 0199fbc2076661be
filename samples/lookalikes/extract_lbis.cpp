#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.text(15, 14, 90, "Greffe du Tribunal de Commerce de Dijon", {.size = 10, .bold = true});
    sheet.text(15, 46, 180, "EXTRAIT LBIS", {.size = 17, .bold = true, .align = Align::centre});
    sheet.text(15, 57, 180, "EXTRAIT D'IMMATRICULATION SECONDAIRE AU REGISTRE DU COMMERCE ET DES SOCIETES", {.size = 9.5, .bold = true, .align = Align::centre});
    sheet.text(15, 62.5, 180, "à jour au " + in_words(facts.kbis.up_to_date_on), {.size = 9.5, .align = Align::centre});
    Flow flow{sheet, 15, 180, 76};
    flow.say("IMMATRICULATION SECONDAIRE - IDENTIFICATION DE LA PERSONNE MORALE", {.size = 9.5, .bold = true}, 3);
    for (const auto& [label, value] : std::vector<std::pair<std::string, std::string>>{{"Immatriculation au RCS, numéro", us.siren_spaced() + " R.C.S. Dijon"}, {"Dénomination ou raison sociale", us.name}, {"Forme juridique", us.form_long}, {"Siège social", us.address.line() + " (" + us.registry + ")"}, {"Adresse de l'établissement secondaire", "12 rue de la Liberté 21000 Dijon"}, {"Activité(s) exercée(s)", us.activity}}) {
        sheet.text(15, flow.y, 60, label, {.size = 9});
        flow.y = sheet.text(78, flow.y, 117, value, {.size = 9}) + 1;
    }
    sheet.text(125, flow.y + 10, 60, "Le Greffier", {.size = 9});
    sheet.text(15, 270, 180, "FIN DE L'EXTRAIT", {.size = 9, .align = Align::centre});
    sheet.text(15, 283, 100, "R.C.S. - " + slashed(facts.kbis.printed_on) + " - 10:12:44", {.size = 8});
}

}  // namespace

namespace lookalikes {
extern const Drawing extract_lbis;
const Drawing extract_lbis{"extract_lbis", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
