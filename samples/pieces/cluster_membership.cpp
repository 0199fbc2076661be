#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

void truth(const ClusterFacts& it, Sheet& sheet, bool with_amount) {
    sheet.field("cluster", std::string(it.cluster.name));
    sheet.field("company", it.member.name);
    sheet.field("year", it.year);
    sheet.field("issued", iso(it.issued_on));
    sheet.field("paid", it.payment != Payment::call);
    if (with_amount) sheet.field("amount", it.amount);
}

std::string address(const ClusterOrg& cluster) { return std::string(cluster.street) + ", " + std::string(cluster.postcode) + " " + std::string(cluster.town); }

void marks(const ClusterFacts& it, Booklet& booklet, Sheet& sheet, double x, double y, bool expected) {
    if (!it.marked) return;
    const Signer officer{it.cluster.officer, booklet.rng.child("officer"), make_pen(booklet.rng)};
    const bool sign = booklet.rng.chance(0.75);
    if (sign) sheet.sign({x, y, 50, 20}, officer, "issuer", !expected);
    if (!sign || booklet.rng.chance(0.45)) {
        if (booklet.rng.chance(0.5)) sheet.stamp_round({x + 46, y + 14}, 13, it.cluster.name, it.cluster.postcode.substr(0, 2), booklet.stamp_colour(), "cluster", false);
        else sheet.stamp_box({x + 28, y + 6}, {std::string(it.cluster.name), std::string(it.cluster.street), std::string(it.cluster.postcode) + " " + std::string(it.cluster.town)}, booklet.stamp_colour(), "cluster", false);
    }
}

void letterhead(const ClusterFacts& it, Booklet& booklet, Sheet& sheet) {
    sheet.logo({20, 13, 60, 13}, it.cluster.name, booklet.theme.accent);
    sheet.text(20, 30, 100, std::string(it.cluster.long_name) + "\n" + address(it.cluster) + "\nAssociation loi 1901 - SIREN " + Company::spaced(it.cluster.siren), {.size = 8, .colour = {0.3, 0.3, 0.3}});
}

void attestation(const ClusterFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    const Type body{.size = booklet.theme.size + 0.6, .align = Align::justified, .leading = 1.45};
    letterhead(it, booklet, sheet);
    static constexpr std::array<const char*, 3> titles{"ATTESTATION D'ADHÉSION", "Attestation d'adhésion et de règlement de cotisation", "ATTESTATION"};
    sheet.text(24, 62, 162, titles[static_cast<std::size_t>(booklet.rng.between(0, 2))], {.size = 16, .bold = true, .align = Align::centre});
    Flow flow{sheet, 24, 162, 86};
    const std::string officer = it.cluster.officer.full() + ", " + std::string(it.cluster.officer_role);
    flow.say("Je soussigné(e) " + officer + " de l'association " + std::string(it.cluster.name) + ", cluster membre de France IT, atteste que la société " + it.member.name + ", " + it.member.address.line() + " (SIREN " + it.member.siren_spaced() +
                 "), est adhérente de notre association et à jour de sa cotisation pour l'année " + std::to_string(it.year) + ".", body, 5);
    const bool with_amount = booklet.rng.chance(0.6);
    if (with_amount) flow.say("Sa cotisation, d'un montant de " + euros(it.amount) + " €, a été réglée le " + booklet.written(it.paid_on) + ".", body, 5);
    flow.say("Cette attestation est délivrée pour servir et valoir ce que de droit.", body, 8);
    flow.say("Fait à " + std::string(it.cluster.town) + ", le " + booklet.written(it.issued_on), body, 6);
    sheet.text(115, flow.y, 70, it.cluster.officer.full() + "\n" + std::string(it.cluster.officer_role), {.size = booklet.theme.size});
    marks(it, booklet, sheet, 112, flow.y + 11, true);
    truth(it, sheet, with_amount);
}

void invoice(const ClusterFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    letterhead(it, booklet, sheet);
    const bool call = it.payment == Payment::call;
    sheet.text(120, 14, 70, call ? "APPEL DE COTISATION" : "FACTURE DE COTISATION", {.size = 13, .bold = true, .align = Align::right});
    sheet.text(120, 21, 70, "N° " + std::to_string(it.year) + "-" + filled(booklet.rng, "0##") + "\nDate : " + slashed(it.issued_on), {.size = 9.5, .align = Align::right});
    sheet.text(118, 50, 72, it.member.name + "\n" + it.member.address.street + "\n" + it.member.address.postcode + " " + it.member.address.town + "\nSIREN " + it.member.siren_spaced(), {.size = 10});
    double y = sheet.table(20, 84, {110, 25, 35}, {{"Désignation", "Quantité", "Montant"}, {"Cotisation annuelle " + std::to_string(it.year) + " - collège entreprises", "1", euros(it.amount) + " €"}, {"Association non assujettie à la TVA", "", ""}, {"Total à payer", "", euros(it.amount) + " €"}},
                           {.size = 10}, 8);
    if (call) sheet.text(20, y + 10, 170, "À régler sous trente jours par chèque ou par virement. Votre adhésion sera effective à réception de votre règlement.", {.size = 10});
    else if (booklet.rng.chance(0.5)) {
        sheet.text(20, y + 10, 170, "Facture acquittée le " + slashed(it.paid_on) + " par " + (booklet.rng.chance(0.5) ? "virement" : "chèque") + ".", {.size = 11, .bold = true});
    } else {
        sheet.text(20, y + 10, 170, "Réglée le " + slashed(it.paid_on) + " - Reste dû : 0,00 €", {.size = 11, .bold = true});
        if (it.marked) sheet.stamp_box({120, y + 16}, {"ACQUITTÉ", slashed(it.paid_on)}, {0.7, 0.1, 0.15}, "cluster", true);
    }
    sheet.text(20, 280, 170, std::string(it.cluster.name) + " - " + address(it.cluster) + " - SIREN " + Company::spaced(it.cluster.siren), {.size = 7.5, .align = Align::centre});
    truth(it, sheet, true);
}

/// A counterfoil, often filled in by hand.
void receipt(const ClusterFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    sheet.frame({15, 18, 180, 112}, 0.6);
    sheet.text(20, 22, 100, it.cluster.name, {.size = 14, .bold = true});
    sheet.text(20, 29, 100, address(it.cluster), {.size = 8});
    sheet.text(120, 24, 70, "Reçu n° " + filled(booklet.rng, "###"), {.size = 10, .align = Align::right});
    sheet.text(15, 38, 180, "REÇU DE COTISATION", {.size = 14, .bold = true, .align = Align::centre});
    const std::vector<std::pair<std::string, std::string>> lines{{"Reçu de l'entreprise adhérente", it.member.name}, {"Adresse", it.member.address.line()}, {"La somme de", number_words(static_cast<int>(it.amount)) + " euros"},
        {"Montant", euros(it.amount) + " €"}, {"En règlement de la cotisation de l'année", std::to_string(it.year)}, {"Payé par", booklet.rng.chance(0.5) ? "chèque" : "virement"}};
    double y = 56;
    for (const auto& [label, value] : lines) {
        const Type type{.size = 10};
        sheet.text(20, y - 4, 0, label + " :", type);
        const double at = 24 + sheet.width_of(label + " :", type);
        sheet.dots(at, 190, y + 0.8);
        booklet.entry(sheet, at + 2, y, 186 - at, value);
        y += 9.5;
    }
    sheet.text(20, y - 3, 0, "À " + std::string(it.cluster.town) + ", le", {.size = 10});
    booklet.entry(sheet, 26 + sheet.width_of("À " + std::string(it.cluster.town) + ", le", {.size = 10}), y + 1, 50, slashed(it.issued_on));
    sheet.text(120, y - 3, 0, std::string(it.cluster.officer_role), {.size = 9});
    marks(it, booklet, sheet, 118, y, true);
    truth(it, sheet, true);
}

void draw(const Facts& facts, Booklet& booklet) {
    const auto& it = facts.cluster;
    if (it.payment == Payment::attested) attestation(it, booklet);
    else if (it.payment == Payment::receipt) receipt(it, booklet);
    else invoice(it, booklet);
}

}  // namespace

namespace pieces {
extern const Drawing cluster_membership;
const Drawing cluster_membership{"cluster_membership", 1, true, draw};
}  // namespace pieces
}  // namespace paraphe::samples
