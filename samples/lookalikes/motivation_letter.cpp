#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    const Type body{.size = booklet.theme.size, .align = Align::justified, .leading = 1.35};
    sheet.text(22, 18, 80, us.name + "\n" + us.address.street + "\n" + us.address.postcode + " " + us.address.town, {.size = booklet.theme.size});
    sheet.text(120, 40, 70, "France IT\n14 rue Passet\n69007 Lyon", {.size = booklet.theme.size});
    sheet.text(120, 62, 70, us.address.town + ", le " + booklet.written(*facts.letter.by.on), {.size = booklet.theme.size});
    Flow flow{sheet, 22, 166, 82};
    flow.say("Objet : lettre de motivation pour le label Entreprise Numérique Responsable", {.size = booklet.theme.size, .bold = true}, 7);
    flow.say("Madame, Monsieur,", body, 4);
    for (const char* text : {"Notre entreprise exerce depuis plusieurs années les métiers du numérique auprès des collectivités et des entreprises de notre région. C'est avec un vif intérêt que nous découvrons votre label.",
                             "Nos équipes sont attachées à la qualité du service rendu, à l'écoute des clients et à la formation. Nous avons recyclé l'an dernier tous nos matériels et nous réduisons nos déplacements.",
                             "Le label serait pour nous une reconnaissance de ces efforts et un atout auprès de nos clients. Nous serions heureux de vous présenter notre démarche lors d'un entretien.",
                             "Dans l'attente de votre réponse, nous vous prions de croire, Madame, Monsieur, à l'assurance de notre considération."})
        flow.say(text, body, 4);
    sheet.text(115, flow.y + 6, 75, us.director.full() + "\n" + us.role, {.size = booklet.theme.size});
    sheet.sign({112, flow.y + 18, 60, 22}, booklet.signer(us.director));
}

}  // namespace

namespace lookalikes {
extern const Drawing motivation_letter;
const Drawing motivation_letter{"motivation_letter", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
