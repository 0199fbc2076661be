#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

std::string shown_name(const Facts& facts) { return facts.letter.trade_name && !facts.letter.company.trade_name.empty() ? facts.letter.company.trade_name : facts.letter.company.name; }

void truth(const Facts& facts, Sheet& sheet, bool named) {
    if (named) sheet.field("company", shown_name(facts));
    sheet.field("siren", facts.letter.company.siren);
    sheet.field("director", facts.letter.by.person.full());
}

std::string statement(const Facts& facts, Random& rng) {
    static constexpr std::array<const char*, 3> full{
        "m'engage, au nom de la Direction, à ce que l'entreprise respecte le référentiel du label « Entreprise Numérique Responsable » et déclare qu'à ce jour elle est en conformité avec ce référentiel.",
        "atteste que notre entreprise numérique est en conformité avec le référentiel ENR (Entreprise Numérique Responsable) porté par France IT et m'engage à le rester pendant toute la durée du label.",
        "certifie avoir pris connaissance du référentiel « Entreprise Numérique Responsable », déclare que l'entreprise s'y conforme et engage la Direction à en appliquer tous les points."};
    static constexpr std::array<const char*, 2> vague{"souhaite présenter l'entreprise au label « Entreprise Numérique Responsable » et remercie par avance le comité de son attention.",
                                                      "vous adresse le dossier de notre entreprise pour le label ENR et reste à votre disposition pour tout renseignement."};
    return facts.letter.statement ? rng.pick(full) : rng.pick(vague);
}

void signed_end(const Facts& facts, Booklet& booklet, Sheet& sheet, double x, double y, double w) {
    booklet.closing(sheet, x, y, w, facts.letter.company, facts.letter.by);
}

/// The form of the candidacy pack: labels and places to fill.
void form(const Facts& facts, Booklet& booklet) {
    const auto& letter = facts.letter;
    const Company& us = letter.company;
    Sheet& sheet = booklet.page();
    sheet.logo({18, 14, 60, 12}, "France IT", {0.05, 0.35, 0.6});
    sheet.text(18, 34, 174, "LETTRE D'ENGAGEMENT DE LA DIRECTION", {.size = 15, .bold = true, .align = Align::centre});
    sheet.text(18, 42, 174, "Label « Entreprise Numérique Responsable »", {.size = 11, .align = Align::centre});
    const std::vector<std::pair<std::string, std::string>> places{{"Je soussigné(e)", letter.by.person.civility + " " + letter.by.person.full()}, {"Agissant en qualité de", letter.by.role},
        {"de la société", shown_name(facts)}, {"Forme juridique", us.form}, {"N° SIREN", us.siren_spaced()}, {"Adresse du siège", us.address.line()}};
    double y = 58;
    std::vector<int> blank;
    for (int i = 0; i < letter.blanks; ++i) blank.push_back(static_cast<int>((static_cast<std::size_t>(i) * 2 + 1) % places.size()));
    for (std::size_t i = 0; i < places.size(); ++i) {
        sheet.text(20, y - 4, 50, places[i].first + " :", {.size = 10.5});
        sheet.dots(68, 190, y + 0.9);
        const bool empty = std::find(blank.begin(), blank.end(), static_cast<int>(i)) != blank.end();
        if (!empty) booklet.entry(sheet, 70, y, 116, places[i].second);
        y += 10;
    }
    truth(facts, sheet, true);
    y += 2;
    y = sheet.text(20, y, 170, statement(facts, booklet.rng), {.size = 11, .align = Align::justified, .leading = 1.35}) + 5;
    if (letter.declared_staff > 0) y = sheet.text(20, y, 170, "Effectif de l'entreprise à ce jour : " + std::to_string(letter.declared_staff) + " salariés.", {.size = 11}) + 5;
    y = sheet.text(20, y, 170, "La Direction s'engage également à :", {.size = 11}) + 2;
    for (const char* point : {"tenir à la disposition des auditeurs les éléments demandés ;", "informer France IT de tout changement affectant sa conformité ;", "respecter les règles d'utilisation de la marque et du logo."})
        y = sheet.text(26, y, 162, std::string("-  ") + point, {.size = 11}) + 1.5;
    if (letter.blanks > 2) {
        sheet.text(110, y + 10, 82, "Fait à ……………………, le ……/……/………\n[Nom, qualité et signature]", {.size = 10.5});
        if (letter.by.signature) sheet.sign({112, y + 22, 60, 22}, booklet.signer(letter.by.person));
        return;
    }
    signed_end(facts, booklet, sheet, 108, y + 10, 86);
}

/// Retyped on the company's own paper.
void own_paper(const Facts& facts, Booklet& booklet) {
    const auto& letter = facts.letter;
    const Company& us = letter.company;
    Sheet& sheet = booklet.page();
    const Type body{.size = booklet.theme.size, .align = Align::justified, .leading = 1.3};
    sheet.logo({20, 14, 60, 11}, us.name, booklet.theme.accent);
    sheet.text(20, 28, 80, us.address.street + "\n" + us.address.postcode + " " + us.address.town + "\nTél. " + us.phone, {.size = 8.5, .colour = {0.3, 0.3, 0.3}});
    sheet.text(120, 44, 70, "France IT\n14 rue Passet\n69007 Lyon", {.size = booklet.theme.size});
    if (letter.by.on) sheet.text(120, 64, 70, us.address.town + ", le " + booklet.written(*letter.by.on), {.size = booklet.theme.size});
    Flow flow{sheet, 22, 166, 82};
    flow.say("Objet : lettre d'engagement au référentiel ENR", {.size = booklet.theme.size, .bold = true}, 8);
    flow.say("Madame, Monsieur,", body, 4);
    flow.say("Je soussigné" + std::string(letter.by.person.civility == "Mme" ? "e" : "") + " " + letter.by.person.full() + ", " + letter.by.role + " de la société " + shown_name(facts) + ", " + us.form +
                 " au capital de " + euros(us.capital, false) + " €, immatriculée sous le numéro " + us.siren_spaced() + " RCS " + us.registry + ", " + statement(facts, booklet.rng), body, 4);
    if (letter.declared_staff > 0) flow.say("Notre effectif est à ce jour de " + std::to_string(letter.declared_staff) + " salariés.", body, 4);
    if (letter.blanks > 0) flow.say("Notre contact pour l'audit est [nom du contact], joignable au XX XX XX XX XX ; la version du référentiel est la version ……… .", body, 4);
    flow.say("Cet engagement porte sur la déontologie, l'approche commerciale et la réalisation des prestations décrites par le référentiel.", body, 4);
    flow.say("Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.", body, 10);
    truth(facts, sheet, true);
    if (letter.by.on) sheet.field("date", iso(*letter.by.on));
    SignedBy by = letter.by;
    sheet.field("signatory", by.person.full());
    sheet.text(115, flow.y, 75, by.person.full() + "\n" + by.role, {.size = booklet.theme.size});
    if (by.stamp) sheet.stamp_box({40, flow.y + 4}, {us.name, us.address.line(), "SIRET " + us.siret_spaced()}, booklet.stamp_colour(), "company", false);
    if (by.signature) sheet.sign({112, flow.y + 12, 60, 22}, booklet.signer(by.person));
    sheet.rule(20, 279, 190, 279, 0.2, booklet.theme.accent);
    sheet.text(20, 281, 170, us.name + " - " + us.form + " au capital de " + euros(us.capital, false) + " € - SIRET " + us.siret_spaced() + " - APE " + us.naf + " - " + us.site,
               {.size = 7.5, .align = Align::centre, .colour = {0.35, 0.35, 0.35}});
}

/// A boxed table, then the pledge.
void boxed(const Facts& facts, Booklet& booklet) {
    const auto& letter = facts.letter;
    const Company& us = letter.company;
    Sheet& sheet = booklet.page();
    sheet.text(20, 18, 170, "Dossier de candidature - pièce n° 1", {.size = 9, .italic = true});
    sheet.text(20, 28, 170, "Engagement de la Direction à respecter le référentiel ENR", {.size = 14, .bold = true, .align = Align::centre, .colour = booklet.theme.accent});
    std::vector<std::pair<std::string, std::string>> cells{{"Entreprise", shown_name(facts)}, {"Forme et capital", us.form + ", " + euros(us.capital, false) + " €"}, {"SIRET", us.siret_spaced()},
        {"Siège", us.address.line()}, {"Représentée par", letter.by.person.full()}, {"En qualité de", letter.by.role}};
    if (letter.declared_staff > 0) cells.emplace_back("Effectif salarié", std::to_string(letter.declared_staff));
    double y = 44;
    int left = letter.blanks;
    for (const auto& [name, value] : cells) {
        sheet.fill({20, y, 48, 9}, {0.93, 0.94, 0.96});
        sheet.frame({20, y, 48, 9}, 0.2);
        sheet.frame({68, y, 122, 9}, 0.2);
        sheet.text(22, y + 2.2, 44, name, {.size = 9.5, .bold = true});
        const bool empty = left > 0 && (name == "SIRET" || name == "En qualité de" || name == "Siège");
        if (empty) --left;
        else booklet.entry(sheet, 71, y + 6.4, 115, value);
        y += 9;
    }
    truth(facts, sheet, true);
    y = sheet.text(20, y + 8, 170, "Je soussigné, " + letter.by.person.full() + ", " + statement(facts, booklet.rng), {.size = 10.5, .align = Align::justified, .leading = 1.4}) + 5;
    y = sheet.text(20, y, 170, "J'accepte que le respect de cet engagement soit contrôlé par France IT ou par tout organisme qu'elle désigne.", {.size = 10.5, .align = Align::justified}) + 8;
    signed_end(facts, booklet, sheet, 25, y, 100);
}

void power_of_attorney(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.us;
    Sheet& sheet = booklet.page();
    sheet.piece = "other";
    Flow flow{sheet, 25, 160, 40};
    flow.say("POUVOIR - DÉLÉGATION DE SIGNATURE", {.size = 14, .bold = true, .align = Align::centre}, 12);
    flow.say("Je soussigné(e) " + us.director.full() + ", " + us.role + " de la société " + us.name + " (" + us.siren_spaced() + " RCS " + us.registry + "), donne pouvoir à " + facts.letter.by.person.full() + ", " +
                 facts.letter.by.role + ", de signer en mon nom toutes les pièces du dossier de candidature au label ENR.", {.size = 11, .leading = 1.4}, 10);
    SignedBy by;
    by.person = us.director;
    by.role = us.role;
    by.on = facts.as_of - std::chrono::days{50};
    booklet.closing(sheet, 100, flow.y, 90, us, by, false);
}

void draw(const Facts& facts, Booklet& booklet) {
    if (booklet.layout == 0) form(facts, booklet);
    else if (booklet.layout == 1) own_paper(facts, booklet);
    else boxed(facts, booklet);
    if (facts.letter.delegation) power_of_attorney(facts, booklet);
}

}  // namespace

namespace pieces {
extern const Drawing commitment_letter;
const Drawing commitment_letter{"commitment_letter", 3, true, draw};
}  // namespace pieces
}  // namespace paraphe::samples
