#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

std::string product(const InsuranceFacts& it) {
    if (it.kind == "decennial") return "Responsabilité décennale des constructeurs";
    if (it.kind == "car") return "Automobile flotte";
    if (it.kind == "premises") return "Multirisque locaux professionnels";
    return "Responsabilité Civile Professionnelle et Exploitation";
}

std::string object_of(const InsuranceFacts& it) {
    if (it.kind == "decennial") return "les travaux de construction soumis à l'obligation d'assurance des articles 1792 et suivants du Code civil (garantie décennale)";
    if (it.kind == "car") return "les véhicules de son parc automobile, pour leur circulation (carte verte)";
    if (it.kind == "premises") return "ses locaux et leur contenu contre l'incendie, le dégât des eaux et le vol";
    return "les conséquences pécuniaires de la responsabilité civile qu'il peut encourir en raison des dommages causés aux tiers du fait de ses activités";
}

std::string period(const InsuranceFacts& it, Booklet& booklet) {
    switch (it.period) {
        case Period::from_to: return "pour la période du " + booklet.written(it.from) + " au " + booklet.written(it.to);
        case Period::until: return "depuis le " + booklet.written(it.from) + " ; la présente attestation est valable jusqu'au " + booklet.written(it.to);
        case Period::due_date: return "à effet du " + booklet.written(it.from) + ", échéance principale le 1er janvier, renouvelable par tacite reconduction";
        case Period::none: return "";
    }
    return "";
}

std::string heading(const InsuranceFacts& it) {
    if (it.document == "quote") return "PROPOSITION D'ASSURANCE - DEVIS";
    if (it.document == "terms") return "CONDITIONS PARTICULIÈRES";
    if (it.kind == "RC") return "ATTESTATION D'ASSURANCE RESPONSABILITÉ CIVILE";
    return "ATTESTATION D'ASSURANCE";
}

void truth(const InsuranceFacts& it, Sheet& sheet) {
    if (it.insurer_named) sheet.field("insurer", std::string(it.insurer.name));
    sheet.field("policy_number", it.policy);
    sheet.field("company", it.insured.name);
    sheet.field("issued", iso(it.issued_on));
    if (it.period == Period::none) return;
    sheet.field("valid_from", iso(it.from));
    if (it.period != Period::due_date) sheet.field("valid_to", iso(it.to));
}

void marks(const InsuranceFacts& it, Booklet& booklet, Sheet& sheet, double x, double y) {
    if (!it.marked) return;
    const Person agent = make_person(booklet.rng);
    const Signer signer{agent, booklet.rng.child("agent"), make_pen(booklet.rng)};
    const bool sign = booklet.rng.chance(0.8);
    if (sign) sheet.sign({x, y, 55, 20}, signer, "issuer", true);
    if (!sign || booklet.rng.chance(0.4)) sheet.stamp_box({x + 8, y + 4}, {std::string(it.insurer.name), std::string(it.insurer.town)}, booklet.stamp_colour(), "insurer", true);
}

/// A letter in sentences.
void letter(const InsuranceFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    const Type body{.size = booklet.theme.size, .align = Align::justified, .leading = 1.3};
    const std::string issuer = it.broker ? "Cabinet " + upper_case(make_person(booklet.rng).last) + " Assurances" : std::string(it.insurer.company);
    sheet.logo({22, 14, 60, 12}, it.broker ? issuer : std::string(it.insurer.name), booklet.theme.accent);
    if (it.broker) sheet.text(22, 29, 90, "Courtier en assurances - ORIAS n° " + filled(booklet.rng, "0#######") + "\n" + make_address(booklet.rng, {"Lyon", "69002", "Lyon", 6901}).line(), {.size = 8.5});
    else sheet.text(22, 29, 90, std::string(it.insurer.street) + "\n" + std::string(it.insurer.town), {.size = 8.5});
    sheet.text(118, 44, 72, it.insured.name + "\n" + it.insured.address.street + "\n" + it.insured.address.postcode + " " + it.insured.address.town, {.size = booklet.theme.size});
    sheet.text(22, 72, 166, heading(it), {.size = 14, .bold = true, .align = Align::centre});
    Flow flow{sheet, 22, 166, 88};
    const std::string named = it.insurer_named ? ", " + std::string(it.broker ? "agissant pour le compte de la compagnie " : "dont le siège est ") + (it.broker ? std::string(it.insurer.company) : std::string(it.insurer.street) + ", " + std::string(it.insurer.town)) : "";
    flow.say("Nous soussignés " + issuer + named + (it.document == "quote" ? ", proposons à :" : ", attestons que :"), body, 4);
    flow.say(it.insured.name + " - " + it.insured.address.line() + (booklet.rng.chance(0.5) ? " - SIREN " + it.insured.siren_spaced() : ""), {.size = booklet.theme.size + 0.5, .bold = true, .align = Align::centre}, 4);
    const std::string contract = "« " + product(it) + " » n° " + it.policy;
    flow.say((it.document == "quote" ? "un contrat " : "est titulaire d'un contrat d'assurance ") + contract + (period(it, booklet).empty() ? "" : " " + period(it, booklet)) + ", garantissant " + object_of(it) + ".", body, 4);
    flow.say("Activité déclarée : " + it.activity + ".", body, 4);
    if (it.kind == "RC") {
        flow.say("Principales garanties :", body, 1.5);
        flow.y = sheet.table(22, flow.y, {96, 40, 30}, {{"Nature des garanties", "Montants", "Franchises"}, {"RC Exploitation : dommages corporels, matériels et immatériels", "8 000 000 €", "néant"},
            {"RC Professionnelle : dommages immatériels non consécutifs", "500 000 €", "1 500 €"}, {"RC après livraison", "1 000 000 €", "750 €"}}, {.size = 9}) + 5;
    }
    flow.say("La présente attestation, délivrée sous réserve du paiement de la prime, n'implique qu'une présomption de garantie et ne peut engager l'assureur au-delà des clauses du contrat.", body, 4);
    flow.say("Fait pour valoir ce que de droit, à " + std::string(it.broker ? "Lyon" : "Paris") + ", le " + booklet.written(it.issued_on) + ".", body, 5);
    sheet.text(120, flow.y, 70, it.broker ? "Le cabinet" : "Pour la compagnie", {.size = booklet.theme.size});
    marks(it, booklet, sheet, 118, flow.y + 6);
    if (it.insurer_named) sheet.text(22, 284, 166, std::string(it.insurer.company) + " - entreprise régie par le Code des assurances - " + std::string(it.insurer.rcs), {.size = 7, .align = Align::centre});
    truth(it, sheet);
}

/// A table of particulars.
void particulars(const InsuranceFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    sheet.logo({20, 12, 50, 14}, it.insurer_named ? it.insurer.name : std::string_view("Courtage & Conseil"), booklet.theme.accent);
    sheet.rule(20, 32, 190, 32, 0.6, booklet.theme.accent);
    sheet.text(20, 38, 170, heading(it), {.size = 15, .bold = true, .colour = booklet.theme.accent});
    std::vector<std::vector<std::string>> rows{{"Rubrique", "Détail"}, {"Assuré", it.insured.name}, {"Adresse", it.insured.address.line()}};
    if (booklet.rng.chance(0.5)) rows.push_back({"SIRET", it.insured.siret_spaced()});
    rows.push_back({"Contrat n°", it.policy});
    rows.push_back({"Produit", product(it)});
    if (it.period == Period::from_to) rows.push_back({"Période de garantie", "du " + slashed(it.from) + " au " + slashed(it.to)});
    if (it.period == Period::until) {
        rows.push_back({"Date d'effet", slashed(it.from)});
        rows.push_back({"Valable jusqu'au", slashed(it.to)});
    }
    if (it.period == Period::due_date) {
        rows.push_back({"Date d'effet", slashed(it.from)});
        rows.push_back({"Échéance", "1er janvier, tacite reconduction"});
    }
    rows.push_back({"Activités assurées", it.activity});
    rows.push_back({"Garanties", it.kind == "RC" ? "Responsabilité civile exploitation, responsabilité civile professionnelle, défense pénale et recours" : object_of(it)});
    double y = sheet.table(20, 52, {50, 120}, rows, {.size = 10}, 8);
    y = sheet.text(20, y + 6, 170, "L'assureur " + (it.insurer_named ? std::string(it.insurer.company) : std::string("partenaire")) + " atteste que l'assuré désigné ci-dessus est garanti pour " + object_of(it) +
                       ". Ce document ne saurait engager l'assureur en dehors des limites précisées par le contrat auquel il se réfère.", {.size = 9.5, .align = Align::justified, .leading = 1.25});
    sheet.text(20, y + 8, 100, "Établi le " + booklet.written(it.issued_on), {.size = 10});
    sheet.text(120, y + 8, 70, "L'assureur, par délégation", {.size = 10});
    marks(it, booklet, sheet, 118, y + 14);
    if (it.insurer_named) sheet.text(20, 283, 170, std::string(it.insurer.company) + ", " + std::string(it.insurer.street) + ", " + std::string(it.insurer.town) + " - " + std::string(it.insurer.rcs), {.size = 7.5, .align = Align::centre});
    truth(it, sheet);
}

/// Two columns, the insured at left.
void columns(const InsuranceFacts& it, Booklet& booklet) {
    Sheet& sheet = booklet.page();
    const Type small{.size = 8.5}, body{.size = booklet.theme.size, .leading = 1.3};
    sheet.fill({0, 0, 62, 297}, {0.94, 0.95, 0.97});
    sheet.logo({8, 14, 40, 11}, it.insurer_named ? it.insurer.name : std::string_view("Conseil"), booklet.theme.accent);
    sheet.text(8, 34, 50, "VOTRE CONTRAT", {.size = 9, .bold = true});
    sheet.text(8, 39, 50, product(it) + "\nContrat n° " + it.policy, small);
    sheet.text(8, 66, 50, "VOS RÉFÉRENCES", {.size = 9, .bold = true});
    sheet.text(8, 71, 50, "Assuré : " + it.insured.name + "\n" + it.insured.address.street + "\n" + it.insured.address.postcode + " " + it.insured.address.town + "\nSIREN " + it.insured.siren_spaced(), small);
    sheet.text(70, 20, 125, heading(it), {.size = 13.5, .bold = true});
    Flow flow{sheet, 70, 125, 42};
    flow.say((it.insurer_named ? std::string(it.insurer.company) : std::string("Notre cabinet")) + " certifie que " + it.insured.name + " a souscrit le contrat n° " + it.policy + (period(it, booklet).empty() ? "" : " " + period(it, booklet)) + ".", body, 4);
    flow.say("Ce contrat garantit " + object_of(it) + ".", body, 4);
    flow.say("Activités garanties : " + it.activity + ".", body, 4);
    if (it.kind == "RC")
        for (const char* line : {"Responsabilité civile avant livraison : 7 500 000 € par sinistre", "Responsabilité civile après livraison : 2 000 000 € par année", "Responsabilité civile professionnelle : 800 000 € par année"}) flow.say(std::string("– ") + line, body, 1.5);
    flow.skip(4);
    flow.say("Cette attestation n'a de valeur que si la cotisation est payée. Elle ne déroge pas aux conditions du contrat.", body, 6);
    flow.say("Le " + booklet.written(it.issued_on) + ", pour servir et valoir ce que de droit.", body, 5);
    marks(it, booklet, sheet, 120, flow.y);
    if (it.insurer_named) sheet.text(70, 284, 125, std::string(it.insurer.company) + " - " + std::string(it.insurer.rcs), {.size = 7});
    truth(it, sheet);
}

void draw(const Facts& facts, Booklet& booklet) {
    const auto& it = facts.insurance;
    if (it.broker || booklet.layout == 0) letter(it, booklet);
    else if (booklet.layout == 1) particulars(it, booklet);
    else columns(it, booklet);
}

}  // namespace

namespace pieces {
extern const Drawing liability_insurance;
const Drawing liability_insurance{"liability_insurance", 3, false, draw};
}  // namespace pieces
}  // namespace paraphe::samples
