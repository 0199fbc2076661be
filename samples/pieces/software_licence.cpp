#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void truth(const LicenceFacts& it, Sheet& sheet, bool siren) {
    sheet.field("company", it.licensee.name);
    if (!it.products.empty()) sheet.field("software", it.products.front().first);
    sheet.field("vendor", std::string(it.vendor.name));
    sheet.field("date", iso(it.issued_on));
    if (siren) sheet.field("siren", it.licensee.siren);
}

std::string title_of(const LicenceFacts& it, int layout) {
    if (it.document == "quote") return layout == 1 ? "BON DE COMMANDE" : "DEVIS";
    if (it.document == "subscription") return "Confirmation d'abonnement";
    if (it.document == "education") return "CERTIFICAT DE LICENCE ÉDUCATION";
    return layout == 1 ? "Invoice / Facture" : "FACTURE";
}

std::string label(const LicenceFacts& it, const std::string& product) {
    if (it.document == "education") return product + " - licence Éducation, usage non commercial";
    if (it.ends_on) return product + " - abonnement, licence jusqu'au " + slashed(*it.ends_on);
    return product + " - licence perpétuelle";
}

void invoice(const LicenceFacts& it, Booklet& booklet, bool english) {
    Sheet& sheet = booklet.page();
    sheet.logo({20, 13, 60, 12}, it.vendor.name.substr(0, it.vendor.name.find(' ')), booklet.theme.accent);
    sheet.text(20, 28, 90, std::string(it.vendor.name) + "\n" + std::string(it.vendor.street) + "\n" + std::string(it.vendor.country), {.size = 8.5});
    sheet.text(110, 14, 80, english ? "INVOICE" : title_of(it, 0), {.size = 16, .bold = true, .align = Align::right});
    sheet.text(110, 22, 80, (english ? "Invoice no. " : "N° ") + it.number + (english ? "\nDate: " : "\nDate : ") + (english ? iso(it.issued_on) : booklet.written(it.issued_on)), {.size = 9.5, .align = Align::right});
    const bool siren = booklet.rng.chance(0.5);
    sheet.text(116, 48, 74, (english ? "Bill to:\n" : "Client :\n") + it.licensee.name + "\n" + it.licensee.address.street + "\n" + it.licensee.address.postcode + " " + it.licensee.address.town + (siren ? "\nSIREN " + it.licensee.siren_spaced() : ""), {.size = 10});
    std::vector<std::vector<std::string>> rows{english ? std::vector<std::string>{"Item", "Qty", "Unit price", "Amount"} : std::vector<std::string>{"Désignation", "Qté", "P.U. HT", "Total HT"}};
    double total = 0;
    for (const auto& [product, count] : it.products) {
        const double price = 30 + 10 * booklet.rng.between(1, 60);
        total += price * count;
        const std::string item = english ? product + " - annual subscription licence, per user" : label(it, product);
        rows.push_back({item, std::to_string(count), euros(price), euros(price * count)});
    }
    double y = sheet.table(20, 88, {96, 16, 28, 30}, rows, {.size = 9}, 8);
    sheet.text(110, y + 5, 80, english ? "Total: " + euros(total) + " EUR (VAT reverse charge)" : "Total HT : " + euros(total) + " €\nTVA 20 % : " + euros(total * 0.2) + " €\nTotal TTC : " + euros(total * 1.2) + " €", {.size = 10, .align = Align::right});
    if (it.document == "quote") sheet.text(20, y + 30, 120, "Devis valable trente jours. Bon pour accord :", {.size = 10});
    else sheet.text(20, y + 30, 170, english ? "Paid by credit card. This document entitles the licensee named above to use the software." : "Payée. Les droits d'utilisation sont concédés à l'entreprise désignée ci-dessus.", {.size = 9});
    truth(it, sheet, siren);
}

void certificate(const LicenceFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    sheet.frame({12, 12, 186, 180}, 0.8, booklet.theme.accent);
    sheet.logo({20, 20, 50, 14}, it.vendor.name.substr(0, it.vendor.name.find(' ')), booklet.theme.accent);
    sheet.text(20, 46, 170, it.document == "education" ? title_of(it, 0) : it.document == "subscription" ? title_of(it, 0) : "CERTIFICAT DE LICENCE", {.size = 17, .bold = true, .align = Align::centre});
    Flow flow{sheet, 24, 162, 64};
    flow.say("Titulaire de la licence : " + it.licensee.name + ", " + it.licensee.address.line(), {.size = 11, .bold = true}, 4);
    flow.say("Numéro d'autorisation : " + it.number + "     Émis le : " + booklet.written(it.issued_on), {.size = 10}, 4);
    for (const auto& [product, count] : it.products) flow.say("• " + product + " : " + std::to_string(count) + " poste(s)", {.size = 11}, 2);
    flow.skip(3);
    if (it.ends_on) flow.say("Abonnement valable jusqu'au " + booklet.written(*it.ends_on) + ".", {.size = 10.5}, 3);
    if (it.document == "education") flow.say("Cette licence est réservée à l'enseignement et à un usage personnel ; tout usage commercial est exclu.", {.size = 10.5}, 3);
    flow.say("L'éditeur " + std::string(it.vendor.name) + " (" + std::string(it.vendor.country) + ") concède au titulaire un droit d'utilisation des logiciels ci-dessus.", {.size = 10, .leading = 1.3}, 3);
    truth(it, sheet, false);
}

/// The company's own list.
void inventory(const LicenceFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    sheet.text(20, 18, 170, upper_case(it.licensee.name), {.size = 14, .bold = true, .colour = booklet.theme.accent});
    sheet.text(20, 25, 170, it.licensee.address.line() + " - SIREN " + it.licensee.siren_spaced(), {.size = 8.5});
    sheet.text(20, 38, 170, "Inventaire des licences de logiciels détenues par l'entreprise", {.size = 13, .bold = true});
    sheet.text(20, 46, 170, "Situation au " + booklet.written(it.issued_on), {.size = 10});
    std::vector<std::vector<std::string>> rows{{"Logiciel", "Éditeur ou vendeur", "Licence", "Postes"}};
    for (const auto& [product, count] : it.products) rows.push_back({product, std::string(it.vendor.name), it.ends_on ? "abonnement jusqu'au " + slashed(*it.ends_on) : "perpétuelle, facture " + it.number, std::to_string(count)});
    for (const char* free : {"Debian GNU/Linux", "LibreOffice", "PostgreSQL", "Mozilla Firefox"})
        if (booklet.rng.chance(0.5)) rows.push_back({free, "communauté", "libre (GPL, MPL ou BSD)", "tous"});
    const double y = sheet.table(20, 56, {55, 55, 42, 18}, rows, {.size = 9}, 8);
    sheet.text(20, y + 8, 170, "Je certifie que l'entreprise détient les licences énumérées.", {.size = 10});
    if (booklet.rng.chance(0.6)) sheet.sign({118, y + 12, 60, 22}, booklet.signer(it.licensee.director), "director", true);
    truth(it, sheet, true);
}

void agreement(const LicenceFacts& it, Booklet& booklet, bool granted) {
    Sheet& sheet = booklet.page();
    const std::string product = it.products.empty() ? "le Logiciel" : it.products.front().first;
    Flow flow{sheet, 22, 166, 22};
    flow.say(granted ? "CONTRAT DE LICENCE D'UTILISATION" : "CONTRAT DE LICENCE UTILISATEUR FINAL (CLUF)", {.size = 14, .bold = true, .align = Align::centre}, 5);
    const Type body{.size = 9.5, .align = Align::justified, .leading = 1.25};
    if (granted) flow.say("Entre la société " + it.licensee.name + ", éditrice du logiciel, ci-après le Concédant, et son client, ci-après le Licencié.", body, 4);
    else flow.say("Le présent contrat est conclu entre l'utilisateur et l'éditeur " + std::string(it.vendor.name) + " pour le logiciel " + product + ".", body, 4);
    for (const char* text : {"1. Concession. Il est concédé un droit d'utilisation non exclusif et non transférable du logiciel, sur le nombre de postes convenu.", "2. Restrictions. Il est interdit de décompiler, de louer ou de revendre le logiciel.",
                             "3. Garantie. Le logiciel est fourni en l'état, sans garantie d'absence d'erreurs.", "4. Responsabilité. La responsabilité du fournisseur est limitée au prix payé.", "5. Résiliation. Tout manquement entraîne la fin de la licence."})
        flow.say(text, body, 4);
    if (granted) {
        flow.say("Fait le " + booklet.written(it.issued_on) + ". Pour le Concédant : " + it.licensee.director.full(), body, 4);
        sheet.sign({30, flow.y, 55, 20}, booklet.signer(it.licensee.director), "director", true);
    }
}

void draw(const Facts& facts, Booklet& booklet) {
    const auto& it = facts.licence;
    if (it.document == "eula" || it.document == "granted") agreement(it, booklet, it.document == "granted");
    else if (it.document == "education" || it.document == "subscription") certificate(it, booklet);
    else if (it.document == "quote") invoice(it, booklet, false);
    else if (booklet.layout == 0) invoice(it, booklet, false);
    else if (booklet.layout == 1) certificate(it, booklet);
    else if (booklet.layout == 2) inventory(it, booklet);
    else invoice(it, booklet, true);
}

}  // namespace

namespace pieces {
extern const Drawing software_licence;
const Drawing software_licence{"software_licence", 4, false, draw};
}  // namespace pieces
}  // namespace paraphe::samples
