#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

struct Rule {
    const char* title;
    const char* text;
};
constexpr std::array<Rule, 10> rules{{{"Objet", "Les présentes règles fixent les conditions dans lesquelles une entreprise labellisée emploie la marque et le logo « Entreprise Numérique Responsable »."},
    {"Propriété", "La marque et le logo sont la propriété de France IT, qui les a déposés auprès de l'INPI. Le droit de les employer n'emporte aucune cession."},
    {"Bénéficiaires", "Seules les entreprises titulaires d'un label en cours de validité peuvent employer la marque et le logo. Ce droit ne peut être transmis à une filiale."},
    {"Supports permis", "Papier à en-tête, cartes de visite, site internet, plaquettes, véhicules, devis et factures, signatures de courriels."},
    {"Forme du logo", "Le logo est reproduit à partir des fichiers fournis. Ses couleurs, ses proportions et sa zone de protection ne peuvent être modifiées. Sa largeur est d'au moins quinze millimètres."},
    {"Usages interdits", "Il est interdit d'associer le logo à un produit, de l'animer, de l'incliner, ou de laisser croire que le label porte sur autre chose que l'entreprise."},
    {"Durée", "Le droit d'usage cesse avec le label : fin de validité, renonciation, suspension ou radiation."},
    {"Contrôle", "France IT peut demander à tout moment un exemplaire des supports employés. L'entreprise répond sous quinze jours."},
    {"Retrait", "À la perte du label, l'entreprise retire la marque et le logo de tous ses supports dans un délai de trente jours."},
    {"Litiges", "Tout différend relève des tribunaux de Lyon, après tentative de règlement amiable."}}};

void draw(const Facts& facts, Booklet& booklet) {
    const auto& brand = facts.brand;
    const int form = booklet.layout;
    const Type body{.size = booklet.theme.size + 0.3, .align = form == 0 ? Align::left : Align::justified, .leading = form == 2 ? 1.45 : 1.25};
    Sheet* sheet = &booklet.page();
    double y = 20;
    if (form != 1) {
        sheet->logo({24, 14, 60, 13}, form == 0 ? "France IT" : "ENR", {0.05, 0.4, 0.3});
        y = 38;
    }
    static constexpr std::array<const char*, 3> titles{"Règles d'utilisation de la marque et du logo ENR", "RÈGLEMENT D'USAGE DE LA MARQUE ET DU LOGO « ENTREPRISE NUMÉRIQUE RESPONSABLE »", "Règles d'utilisation de la marque et du logo du label Entreprise Numérique Responsable"};
    y = sheet->text(24, y, 162, titles[static_cast<std::size_t>(form)], {.size = 15, .bold = true, .align = Align::centre, .colour = form == 2 ? booklet.theme.accent : Colour{}}) + 7;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string title = form == 0 ? std::to_string(i + 1) + ". " + rules[i].title : form == 1 ? "Article " + std::to_string(i + 1) + " : " + rules[i].title : upper_case(rules[i].title);
        if (y + sheet->height_of(162, rules[i].text, body) + 12 > 262) {
            sheet = &booklet.page();
            y = 24;
        }
        y = sheet->text(24, y, 162, title, {.size = body.size + 1, .bold = true}) + 1.2;
        y = sheet->text(24, y, 162, rules[i].text, body) + (form == 2 ? 6 : 4);
    }
    if (y + 66 > 268) {
        sheet = &booklet.page();
        y = 26;
    }
    y = sheet->text(24, y + 2, 162, "La société " + brand.company.name + ", SIREN " + brand.company.siren_spaced() + ", déclare accepter sans réserve les règles ci-dessus.", body) + 5;
    sheet->field("company", brand.company.name);
    booklet.closing(*sheet, form == 1 ? 24 : 105, y, 85, brand.company, brand.by);
    const std::size_t count = booklet.sheets.size();
    for (std::size_t i = 0; i < count; ++i)
        booklet.sheets[i]->text(24, 287, 162, "Règles d'utilisation de la marque et du logo - " + std::to_string(i + 1) + "/" + std::to_string(count), {.size = 7.5, .align = Align::centre, .colour = {0.35, 0.35, 0.35}});
    for (std::size_t i = 0; i < count; ++i)
        if (!brand.missing_pages.contains(static_cast<int>(i) + 1)) booklet.order.push_back(i);
}

}  // namespace

namespace pieces {
extern const Drawing brand_rules;
const Drawing brand_rules{"brand_rules", 3, true, draw};
}  // namespace pieces
}  // namespace paraphe::samples
