#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.logo({18, 14, 40, 14}, "Urssaf", {0.1, 0.2, 0.5});
    sheet.text(110, 40, 80, us.name + "\n" + us.address.street + "\n" + us.address.postcode + " " + us.address.town, {.size = 10});
    sheet.text(18, 72, 174, "ATTESTATION DE VIGILANCE", {.size = 15, .bold = true, .align = Align::centre});
    sheet.text(18, 80, 174, "Attestation de fourniture des déclarations sociales et de paiement des cotisations et contributions sociales", {.size = 10, .align = Align::centre});
    Flow flow{sheet, 20, 170, 98};
    const Type body{.size = 10.5, .align = Align::justified, .leading = 1.35};
    flow.say("L'organisme atteste qu'au titre de l'établissement SIRET " + us.siret_spaced() + ", l'employeur désigné ci-dessus est à jour de ses obligations en matière de cotisations de sécurité sociale et d'allocations familiales à la date du " + slashed(facts.as_of - std::chrono::days{30}) + ".", body, 4);
    flow.say("Effectif moyen déclaré : " + std::to_string(facts.staff.rows.size()) + " salariés. Code de sécurité : " + filled(booklet.rng, "@@##@#@###@#"), body, 4);
    flow.say("La présente attestation ne préjuge pas de l'exactitude des bases sur lesquelles elle a été établie et ne vaut pas renonciation au recouvrement des éventuelles créances.", body, 8);
    flow.say("Fait à " + us.address.town + ", le " + slashed(facts.as_of - std::chrono::days{9}) + "\nLe Directeur", body, 3);
}

}  // namespace

namespace lookalikes {
extern const Drawing urssaf;
const Drawing urssaf{"urssaf", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
