#include <array>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string court(const Facts& facts) {
    if (facts.kbis.anachronism) return "Tribunal des activités économiques de " + facts.kbis.company.registry;
    return "Tribunal de Commerce de " + facts.kbis.company.registry;
}

std::string siren_printed(const Facts& facts) {
    return Company::spaced(facts.kbis.wrong_key ? spoiled_siren(facts.kbis.company.siren) : facts.kbis.company.siren);
}

Rows identity(const Facts& facts) {
    const Company& us = facts.kbis.company;
    Rows rows;
    if (facts.kbis.registering) rows.push_back({"Immatriculation au RCS, numéro", "En cours d'immatriculation"});
    else rows.push_back({"Immatriculation au RCS, numéro", siren_printed(facts) + " R.C.S. " + us.registry});
    if (!facts.kbis.registering) rows.push_back({"Date d'immatriculation", slashed(us.registered_on)});
    if (facts.kbis.struck_off_on) rows.push_back({"Immatriculation radiée le", slashed(*facts.kbis.struck_off_on)});
    rows.push_back({"Dénomination ou raison sociale", us.name});
    if (!us.acronym.empty()) rows.push_back({"Sigle", us.acronym});
    rows.push_back({"Forme juridique", us.form_long});
    rows.push_back({"Capital social", euros(us.capital) + " Euros"});
    rows.push_back({"Adresse du siège", us.address.street + " " + us.address.postcode + " " + us.address.town});
    if (!facts.kbis.bare) rows.push_back({"Activités principales", us.activity});
    rows.push_back({"Durée de la personne morale", "Jusqu'au " + slashed(add_months(us.registered_on, 99 * 12))});
    rows.push_back({"Date de clôture de l'exercice social", "31 décembre"});
    return rows;
}

Rows management(const Facts& facts, Random& rng) {
    const Company& us = facts.kbis.company;
    Rows rows;
    if (facts.kbis.company_president) {
        const Company& holding = facts.kbis.holding;
        return {{us.role, ""}, {"Dénomination", holding.name}, {"Forme juridique", holding.form_long}, {"Adresse", holding.address.line()},
                {"Immatriculation au RCS, numéro", holding.siren_spaced() + " R.C.S. " + holding.registry}};
    }
    const Person& head = us.director;
    rows.push_back({us.role, ""});
    rows.push_back({"Nom, prénoms", upper_case(head.last) + " " + head.first + (head.second.empty() ? "" : " " + head.second)});
    rows.push_back({"Date et lieu de naissance", "Le " + slashed(date(rng.between(1955, 1988), static_cast<unsigned>(rng.between(1, 12)), static_cast<unsigned>(rng.between(1, 28)))) + " à Valence (26)"});
    rows.push_back({"Nationalité", "Française"});
    if (!facts.kbis.bare) rows.push_back({"Domicile personnel", std::to_string(rng.between(2, 90)) + " rue des Acacias " + us.address.postcode + " " + us.address.town});
    if (us.form == "SA") {
        const Person auditor = make_person(rng);
        rows.push_back({"Commissaire aux comptes titulaire", ""});
        rows.push_back({"Nom, prénoms", upper_case(auditor.last) + " " + auditor.first});
    }
    return rows;
}

Rows establishment(const Facts& facts) {
    const Company& us = facts.kbis.company;
    Rows rows{{"Adresse de l'établissement", us.address.street + " " + us.address.postcode + " " + us.address.town}};
    if (!us.trade_name.empty()) rows.push_back({"Nom commercial", us.trade_name});
    rows.push_back({"Activité(s) exercée(s)", us.activity});
    rows.push_back({"Date de commencement d'activité", slashed(us.registered_on - std::chrono::days{9})});
    rows.push_back({"Origine du fonds ou de l'activité", "Création"});
    rows.push_back({"Mode d'exploitation", "Exploitation directe"});
    return rows;
}

void observations(const Facts& facts, Flow& flow, const Type& type, const std::string& title, const Type& head) {
    if (facts.kbis.procedure.empty()) return;
    flow.skip(3);
    flow.say(title, head, 1.5);
    flow.say(facts.kbis.procedure, type, 2);
}

void seal(const Facts& facts, Booklet& booklet, Sheet& sheet, double x, double y) {
    sheet.text(x, y, 60, "Le Greffier", {.size = 9});
    const Person clerk = make_person(booklet.rng);
    if (booklet.rng.chance(0.7)) sheet.stamp_round({x + 14, y + 18}, 13, "Greffe du " + court(facts), "RF", booklet.stamp_colour(), "greffe", true);
    if (booklet.rng.chance(0.6)) {
        const Random own = booklet.rng.child("clerk");
        sheet.sign({x + 18, y + 8, 45, 18}, Signer{clerk, own, {}}, "issuer", true);
    }
}

void truth(const Facts& facts, Sheet& sheet) {
    const Company& us = facts.kbis.company;
    if (!facts.kbis.registering && !facts.kbis.wrong_key) sheet.field("siren", us.siren);
    sheet.field("company", us.name);
    sheet.field("legal_form", us.form_long);
    sheet.field("rcs_city", us.registry);
    sheet.field("address", us.address.line());
    sheet.field("capital", static_cast<double>(us.capital));
    if (!facts.kbis.company_president) sheet.field("director", us.director.full());
    if (!facts.kbis.registering) sheet.field("registered", iso(us.registered_on));
    if (!facts.kbis.date_smudged) sheet.field("issued", iso(facts.kbis.up_to_date_on));
}

/// An extract whose date cannot be read shows none at its end either.
std::string day_of_printing(const Facts& facts) { return facts.kbis.date_smudged ? "" : slashed(facts.kbis.printed_on); }

void rows_in_columns(Flow& flow, const Rows& rows, double label, const Type& type) {
    for (const auto& [name, value] : rows) {
        const bool heading = value.empty();
        const double left = flow.sheet.text(flow.x, flow.y, heading ? flow.w : label - 2, name, {.size = type.size, .bold = heading, .italic = false});
        const double right = heading ? left : flow.sheet.text(flow.x + label, flow.y, flow.w - label, value, type);
        flow.y = std::max(left, right) + 0.8;
    }
}

std::string clock(Random& rng) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(rng.between(8, 18)) + ":" + two(rng.between(0, 59)) + ":" + two(rng.between(0, 59));
}

/// The layout of the registrars' present software.
void present_day(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.kbis.company;
    const bool two_pages = facts.kbis.second_page_lost || booklet.rng.chance(0.4) || !facts.kbis.procedure.empty();
    Random& rng = booklet.rng;
    const std::string printed = "R.C.S. " + us.registry + " - " + day_of_printing(facts) + " - " + clock(rng);
    Sheet* sheet = &booklet.page();
    const Type small{.size = 8}, body{.size = 9}, head{.size = 9.5, .bold = true};
    const auto foot = [&](Sheet& on, int number) {
        on.text(15, 283, 100, printed, small);
        on.text(150, 283, 45, "page " + std::to_string(number) + "/" + (two_pages ? "2" : "1"), {.size = 8, .align = Align::right});
    };
    sheet->text(15, 14, 90, "Greffe du " + court(facts), {.size = 10, .bold = true});
    sheet->text(15, 19.5, 90, std::to_string(rng.between(1, 90)) + " place du Palais\n" + us.address.postcode.substr(0, 2) + "000 " + us.registry, small);
    if (!facts.kbis.bare) {
        sheet->text(120, 14, 75, "Code de vérification : " + filled(rng, "@#@@#@@##@"), {.size = 8, .align = Align::right});
        sheet->text(120, 18, 75, "https://controle.infogreffe.fr/controle", {.size = 8, .align = Align::right});
        sheet->code_square({180, 23, 15, 15});
    }
    if (!facts.kbis.registering) sheet->text(15, 34, 80, "N° de gestion " + us.gestion_no.substr(0, 4) + us.gestion_no.substr(5, 1) + us.gestion_no.substr(7), small);
    sheet->text(15, 46, 180, rng.chance(0.8) ? "Extrait Kbis" : "Extrait K bis", {.size = 17, .bold = true, .align = Align::centre});
    sheet->text(15, 57, 180, "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES", {.size = 9.5, .bold = true, .align = Align::centre});
    const std::string state = "à jour au " + in_words(facts.kbis.up_to_date_on);
    sheet->text(15, 62.5, 180, state, {.size = 9.5, .align = Align::centre});
    if (facts.kbis.date_smudged) sheet->smudge({78, 61, 56, 7}, 0.9);
    Flow flow{*sheet, 15, 180, 74};
    const auto section = [&](const std::string& title) {
        flow.skip(3.5);
        flow.say(title, head, 0.6);
        flow.sheet.rule(15, flow.y, 195, flow.y, 0.3);
        flow.skip(1.2);
    };
    section("IDENTIFICATION DE LA PERSONNE MORALE");
    rows_in_columns(flow, identity(facts), 62, body);
    section("GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES");
    rows_in_columns(flow, management(facts, rng), 62, body);
    truth(facts, *sheet);
    if (facts.kbis.handwriting) sheet->write(112, 108, "nouveau capital 50 000", booklet.hand, 3.8, 70);
    if (two_pages) {
        foot(*sheet, 1);
        if (facts.kbis.second_page_lost) return;
        sheet = &booklet.page();
    }
    Flow rest{*sheet, 15, 180, two_pages ? 22 : flow.y + 2};
    rest.say("RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL", head, 0.6);
    sheet->rule(15, rest.y, 195, rest.y, 0.3);
    rest.skip(1.2);
    rows_in_columns(rest, establishment(facts), 62, body);
    observations(facts, rest, body, "OBSERVATIONS ET RENSEIGNEMENTS COMPLEMENTAIRES", head);
    seal(facts, booklet, *sheet, 125, std::min(rest.y + 6, 240.0));
    sheet->text(15, std::min(rest.y + 36, 272.0), 180, "FIN DE L'EXTRAIT", {.size = 9, .align = Align::centre});
    foot(*sheet, two_pages ? 2 : 1);
}

/// The older paper: boxed sections, "Pour extrait conforme", tinted ground.
void older_paper(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.kbis.company;
    Random& rng = booklet.rng;
    Sheet& sheet = booklet.page();
    if (rng.chance(0.5)) {
        sheet.fill({0, 0, 210, 297}, {0.95, 0.97, 0.93});
        for (double y = 6; y < 297; y += 7) sheet.text(8, y, 0, "EXTRAIT   KBIS   EXTRAIT   KBIS   EXTRAIT   KBIS   EXTRAIT   KBIS", {.size = 7, .colour = {0.88, 0.93, 0.86}});
        sheet.words.clear();
    }
    sheet.text(20, 12, 170, "REPUBLIQUE FRANCAISE", {.size = 9, .align = Align::centre});
    sheet.text(20, 17, 170, upper_case("Greffe du " + court(facts)), {.size = 11, .bold = true, .align = Align::centre});
    sheet.frame({45, 27, 120, 19}, 0.5);
    sheet.text(45, 29, 120, "EXTRAIT K BIS", {.size = 14, .bold = true, .align = Align::centre});
    sheet.text(45, 36, 120, "Immatriculation principale au registre du commerce et des sociétés", {.size = 8.5, .align = Align::centre});
    sheet.text(45, 40.5, 120, "Extrait du " + in_words(facts.kbis.up_to_date_on), {.size = 9, .align = Align::centre});
    if (facts.kbis.date_smudged) sheet.smudge({78, 39, 56, 7}, 0.9);
    double y = 52;
    const auto block = [&](const std::string& title, Rows rows) {
        sheet.fill({18, y, 174, 5.5}, {0.86, 0.88, 0.86});
        sheet.text(20, y + 0.7, 170, title, {.size = 9, .bold = true});
        const double top = y;
        Flow flow{sheet, 21, 168, y + 7};
        rows_in_columns(flow, rows, 58, {.size = 9});
        sheet.frame({18, top, 174, flow.y - top + 1}, 0.3);
        y = flow.y + 4;
    };
    const std::string number = facts.kbis.registering ? "En cours d'immatriculation" : "R.C.S. " + upper_case(us.registry) + " " + siren_printed(facts) + "  -  N° de gestion " + us.gestion_no;
    Rows who{{"Numéro d'identification", number}};
    for (const auto& row : identity(facts))
        if (row.first != "Immatriculation au RCS, numéro") who.push_back(row);
    block("RENSEIGNEMENTS RELATIFS A LA PERSONNE MORALE", who);
    block("ADMINISTRATION", management(facts, rng));
    block("RENSEIGNEMENTS RELATIFS A L'ETABLISSEMENT PRINCIPAL", establishment(facts));
    if (!facts.kbis.procedure.empty()) block("OBSERVATIONS", {{"Mention", facts.kbis.procedure}});
    if (facts.kbis.handwriting) sheet.write(118, 84, "voir nouveau siège", booklet.hand, 3.8, 60);
    truth(facts, sheet);
    sheet.text(20, y + 2, 100, "Pour extrait conforme, délivré à " + us.registry + " le " + day_of_printing(facts), {.size = 9});
    seal(facts, booklet, sheet, 128, y + 3);
    sheet.text(20, 279, 170, "Toute reproduction du présent extrait, même certifiée conforme, est sans valeur.", {.size = 7.5, .italic = true, .align = Align::centre});
    sheet.text(20, 284, 170, "Page 1 / 1", {.size = 8, .align = Align::centre});
}

/// Plain typewriter lines, as some registrars still printed about 2015.
void plain_lines(const Facts& facts, Booklet& booklet) {
    const Company& us = facts.kbis.company;
    Random& rng = booklet.rng;
    Sheet& sheet = booklet.page();
    const std::string mono = "Liberation Mono";
    const Type body{.size = 8.8, .family = mono}, head{.size = 9.2, .bold = true, .family = mono};
    sheet.text(18, 16, 100, upper_case(court(facts)) + "\nGREFFE\n" + upper_case(us.registry), body);
    sheet.text(120, 16, 72, "Gestion : " + us.gestion_no + "\nLe " + day_of_printing(facts) + "\nFeuillet 1", {.size = 8.8, .align = Align::right, .family = mono});
    sheet.text(18, 38, 174, "EXTRAIT  Kbis", {.size = 13, .bold = true, .align = Align::centre, .family = mono});
    sheet.text(18, 45, 174, "REGISTRE DU COMMERCE ET DES SOCIETES - IMMATRICULATION PRINCIPALE", {.size = 8.8, .align = Align::centre, .family = mono});
    sheet.text(18, 50, 174, "Situation à jour au " + slashed(facts.kbis.up_to_date_on), {.size = 8.8, .align = Align::centre, .family = mono});
    if (facts.kbis.date_smudged) sheet.smudge({104, 48, 40, 6}, 0.9);
    Flow flow{sheet, 18, 174, 62};
    const auto lines = [&](const std::string& title, const Rows& rows) {
        flow.say("--- " + title + " " + std::string(static_cast<std::size_t>(std::max(2, 62 - static_cast<int>(title.size()))), '-'), head, 1);
        for (const auto& [name, value] : rows) flow.say(value.empty() ? upper_case(name) : name + " : " + value, body, 0.7);
        flow.skip(3);
    };
    lines("IDENTIFICATION", identity(facts));
    lines("DIRECTION, CONTROLE", management(facts, rng));
    lines("ETABLISSEMENT PRINCIPAL", establishment(facts));
    if (!facts.kbis.procedure.empty()) lines("OBSERVATIONS", {{"Mention", facts.kbis.procedure}});
    if (facts.kbis.handwriting) sheet.write(120, 92, "+ filiale Dijon", booklet.hand, 3.8, 60);
    truth(facts, sheet);
    sheet.text(18, flow.y + 4, 100, "POUR EXTRAIT CERTIFIE CONFORME", body);
    seal(facts, booklet, sheet, 125, flow.y + 4);
    sheet.text(18, 280, 174, "R.C.S. " + us.registry + " - " + day_of_printing(facts) + " - " + clock(rng) + "   page 1/1", {.size = 8, .family = mono});
}

void draw(const Facts& facts, Booklet& booklet) {
    const bool second = facts.kbis.second_page_lost;
    if (second || booklet.layout == 0) present_day(facts, booklet);
    else if (booklet.layout == 1) older_paper(facts, booklet);
    else plain_lines(facts, booklet);
}

}  // namespace

namespace pieces {
extern const Drawing kbis;
const Drawing kbis{"kbis", 3, false, draw};
}  // namespace pieces
}  // namespace paraphe::samples
