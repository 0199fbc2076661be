#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void draw(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.logo({18, 14, 50, 12}, facts.cheque.bank.name, booklet.theme.accent);
    sheet.text(18, 42, 174, "AVIS D'EXÉCUTION DE VIREMENT", {.size = 15, .bold = true, .align = Align::centre});
    sheet.table(20, 60, {65, 105}, {{"Opération", "Virement SEPA émis"}, {"Date d'exécution", slashed(facts.as_of - std::chrono::days{6})}, {"Donneur d'ordre", us.name}, {"Compte débité", "FR76 " + filled(booklet.rng, "#### #### #### #### #### ###")}, {"Bénéficiaire", "FRANCE IT"},
        {"IBAN du bénéficiaire", "FR76 " + filled(booklet.rng, "#### #### #### #### #### ###")}, {"Montant", "400,00 EUR"}, {"Motif", "Audit label ENR"}, {"Référence", filled(booklet.rng, "VIR##########")}}, {.size = 10}, 9);
    sheet.text(20, 160, 170, "Ce document n'a pas valeur de reçu.", {.size = 9, .italic = true});
}

}  // namespace

namespace lookalikes {
extern const Drawing bank_transfer;
const Drawing bank_transfer{"bank_transfer", 1, false, draw};
}  // namespace lookalikes
}  // namespace paraphe::samples
