#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.logo({18, 12, 40, 15}, "INPI", {0.1, 0.1, 0.5});
    sheet.text(20, 46, 170, "ATTESTATION D'IMMATRICULATION AU REGISTRE NATIONAL DES ENTREPRISES", {.size = 14, .bold = true, .align = Align::centre});
    Flow flow{sheet, 22, 166, 70};
    const Type body{.size = 10.5, .leading = 1.4};
    flow.say("La présente attestation concerne l'entreprise " + us.name + ", " + us.form_long + ", à la date du " + slashed(facts.as_of - std::chrono::days{10}) + ".", body, 4);
    for (const std::string& line : {"SIREN : " + us.siren_spaced(), "Date d'immatriculation au RNE : " + slashed(us.registered_on), "Siège : " + us.address.line(), "Capital : " + euros(us.capital) + " EUR", us.role + " : " + us.director.full(), "Activité : " + us.activity})
        flow.say(line, body, 2);
    sheet.code_square({160, 250, 22, 22});
}

}  // namespace

namespace lookalikes {
extern const Drawing rne_certificate;
const Drawing rne_certificate{"rne_certificate", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
