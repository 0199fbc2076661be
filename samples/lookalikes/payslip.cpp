#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    const StaffRow row = facts.staff.rows.empty() ? StaffRow{us.director, "M", "Française", "Développeur", "Employé", "CDI", {}, us.registered_on, {}} : facts.staff.rows.front();
    sheet.text(12, 12, 186, "BULLETIN DE PAIE", {.size = 15, .bold = true, .align = Align::centre});
    sheet.text(12, 22, 90, us.name + "\n" + us.address.line() + "\nSIRET " + us.siret_spaced() + "\nAPE " + us.naf + "   Urssaf " + filled(booklet.rng, "### ##########"), {.size = 9});
    sheet.text(115, 22, 80, row.person.civility + " " + row.person.full() + "\nEmploi : " + row.job + "\nQualification : " + row.qualification + "\nDate d'entrée : " + slashed(row.entered), {.size = 9});
    sheet.text(12, 46, 186, "Période du 01 au 30 - Paiement le " + slashed(facts.as_of - std::chrono::days{20}), {.size = 9});
    double y = sheet.table(12, 54, {70, 28, 28, 30, 30}, {{"Rubriques", "Base", "Taux", "Part salariale", "Part patronale"}, {"Salaire de base", "151,67", "14,50", "2 199,22", ""}, {"Sécurité sociale - maladie", "2 199,22", "0,75 %", "16,49", "288,10"}, {"Assurance vieillesse", "2 199,22", "6,90 %", "151,75", "188,03"},
        {"Assurance chômage", "2 199,22", "2,40 %", "52,78", "87,97"}, {"Retraite complémentaire ARRCO", "2 199,22", "3,10 %", "68,18", "102,26"}, {"CSG et CRDS", "2 160,73", "8,00 %", "172,86", ""}, {"Total des cotisations", "", "", "462,06", "666,36"}}, {.size = 8.5}, 7);
    sheet.text(120, y + 6, 78, "NET À PAYER : 1 737,16 €", {.size = 12, .bold = true, .align = Align::right});
    sheet.text(12, 280, 186, "Dans votre intérêt, conservez ce bulletin de paie sans limitation de durée.", {.size = 8, .align = Align::centre});
}

}  // namespace

namespace lookalikes {
extern const Drawing payslip;
const Drawing payslip{"payslip", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
