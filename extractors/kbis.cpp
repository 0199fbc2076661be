// Kbis: a company's entry in the trade register, issued by a court's registrar.
#include "extractors/common/kbis_body.hpp"
#include "extractors/common/labels.hpp"
#include "extractors/common/pool.hpp"
#include "extractors/common/privacy.hpp"
#include "extractors/common/sheets.hpp"
#include "formats/amounts.hpp"
#include "formats/legal_form.hpp"
#include "formats/page_number.hpp"
#include "formats/rcs.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace extractors;

constexpr std::array company_labels{Label{"Dénomination ou raison sociale"}, Label{"Dénomination sociale"}, Label{"Dénomination / raison sociale"},
                                    Label{"Raison sociale ou dénomination"}, Label{"Raison sociale"}, Label{"Nom de la société", 0.95},
                                    Label{"Dénomination", 0.97}};
constexpr std::array trade_name_labels{Label{"Enseigne / nom commercial"}, Label{"Nom commercial et enseigne"}, Label{"Nom commercial"}, Label{"Enseigne"}};
constexpr std::array acronym_labels{Label{"Sigle"}};
constexpr std::array form_labels{Label{"Forme juridique"}, Label{"Forme sociale"}, Label{"Forme de la société"}, Label{"Forme", 0.95}};
constexpr std::array capital_labels{Label{"Capital social"}, Label{"Au capital de", 0.95}, Label{"Capital", 0.95}};
constexpr std::array seat_labels{Label{"Adresse du siège social"}, Label{"Adresse du siège"}, Label{"Siège social"}, Label{"Adresse du principal établissement", 0.6}, Label{"Siège", 0.9},
                                 Label{"Adresse", 0.7}};
constexpr std::array siren_labels{Label{"Immatriculation au RCS, numéro"}, Label{"Immatriculation au RCS numéro"}, Label{"Numéro d'immatriculation"}, Label{"N° d'immatriculation"},
                                  Label{"Numéro d'identification"}, Label{"N° identification"}, Label{"Identifiant SIREN"}, Label{"Numéro SIREN"}, Label{"N° SIREN"},
                                  Label{"immatriculée sous le numéro"}, Label{"SIREN", 0.97}, Label{"Numéro RCS"}, Label{"N° RCS"}};
constexpr std::array registered_labels{Label{"Date d'immatriculation au RCS"}, Label{"Date d'immatriculation"}, Label{"Immatriculée le"}, Label{"Immatriculé au RCS le"}, Label{"Immatriculation le", 0.95},
                                       Label{"Immatriculée au registre depuis le", 0.9}, Label{"Immatriculation du", 0.85}};
constexpr std::array state_labels{Label{"à jour au"}, Label{"à jour à la date du"}, Label{"mis à jour au", 0.97}, Label{"état au", 0.9}, Label{"situation au", 0.9}, Label{"Extrait du", 0.93}, Label{"à la date du", 0.8}};
constexpr std::array printed_labels{Label{"Délivré le"}, Label{"Délivré à", 0.93}, Label{"Fait au greffe le", 0.95}, Label{"Pour extrait conforme", 0.85}, Label{"Edité le", 0.95}, Label{"Imprimé le", 0.95},
                                    Label{"Date d'édition", 0.95}, Label{"Extrait délivré le"}};

/// What may be said of a part of the page, in the order of preference for a company's own data.
double in_identity(BodyPart part) {
    switch (part) {
        case BodyPart::identity: return 1;
        case BodyPart::head: return 0.95;
        case BodyPart::activity: return 0.6;
        case BodyPart::people: return 0.15;   // the president may be a company, with a number of its own
        case BodyPart::observations: return 0.2;
    }
    return 0;
}

bool reads_as_name(const Sheet& sheet, const Span& value) {
    const auto text = sheet.text.folded(value);
    const auto letters = std::ranges::count_if(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters >= 2 && text.size() <= 90 && !says_nothing(text);
}

void read_texts(const Body& body, const Sheet& sheet, std::span<const Label> labels, const std::string& name, Pool& pool) {
    for (const auto& found : labelled_values(sheet, labels)) {
        if (!reads_as_name(sheet, found.value)) continue;
        const double where = in_identity(body.part(sheet, found.where.line));
        pool.add(name, printed(sheet, found.value), found.quality * where * sureness(sheet, found.value) * 0.99, place_of(sheet, found.value),
                 because_of(*found.label));
    }
}

void read_other_names(const Body& body, const Sheet& sheet, std::span<const Label> labels, const std::string& why, Pool& pool) {
    for (const auto& found : labelled_values(sheet, labels)) {
        const auto part = body.part(sheet, found.where.line);
        if (!reads_as_name(sheet, found.value) || part == BodyPart::people || part == BodyPart::observations) continue;
        pool.add_alternate("company_name", printed(sheet, found.value), found.quality * sureness(sheet, found.value), place_of(sheet, found.value), why);
    }
}

/// An address may run over two lines: the second has no label at its left and holds the postcode.
Span address_end(const Sheet& sheet, const Span& value) {
    if (value.line + 1 < sheet.text.lines().size()) {
        // "69002 Lyon" at the head of the next line, whatever column the address began in.
        const auto& next = sheet.text.lines()[value.line + 1];
        const bool postcode = next.folded.size() > 6 && std::all_of(next.folded.begin(), next.folded.begin() + 5, [](char c) { return c >= '0' && c <= '9'; });
        if (postcode) return whole_line(sheet, value.line + 1);
    }
    const auto below = sheet.text.below(value, 1);
    return below.empty() ? value : below.front();
}

bool has_postcode(std::string_view text) {
    int run = 0;
    for (const char c : text) {
        run = c >= '0' && c <= '9' ? run + 1 : 0;
        if (run == 5) return true;
    }
    return false;
}

void read_address(const Body& body, const Sheet& sheet, Pool& pool) {
    for (const auto& found : labelled_values(sheet, seat_labels)) {
        const auto part = body.part(sheet, found.where.line);
        if (part == BodyPart::people || part == BodyPart::observations || !reads_as_name(sheet, found.value)) continue;
        if (sheet.text.folded(found.value).starts_with("DE L'ETABLISSEMENT") || sheet.text.folded(found.value).starts_with("DU ")) continue;
        std::string text = printed(sheet, found.value);
        Place place = place_of(sheet, found.value);
        double form = has_postcode(fold(text)) ? 1 : 0.6;
        if (form < 1) {
            const Span next = address_end(sheet, found.value);
            if (has_postcode(sheet.text.folded(next)) && next.line != found.value.line) {
                text += ", " + printed(sheet, next);
                place.box = unite(place.box, sheet.text.place(next));
                form = 0.95;
            }
        }
        pool.add("address", text, found.quality * form * in_identity(part) * sureness(sheet, found.value) * 0.98, place, because_of(*found.label));
    }
}

/// Every number of nine digits of the page, weighed by the part it stands in and by what stands beside it.
void read_siren(const Body& body, const Sheet& sheet, Pool& pool) {
    for (const auto& found : labelled_values(sheet, siren_labels)) {
        for (const auto& number : find_sirens(sheet.text.folded(found.value))) {
            const Span where = part_of(found.value, number.begin, number.end);
            pool.add("siren", number.value, number.confidence * found.quality * in_identity(body.part(sheet, where.line)) * sureness(sheet, where), place_of(sheet, where),
                     because_of(*found.label));
        }
    }
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const std::string_view line = sheet.text.lines()[k].folded;
        for (const auto& entry : find_rcs(line)) {
            const Span where{k, entry.begin, entry.end, 1};
            pool.add("siren", entry.value.siren, 0.97 * entry.confidence * in_identity(body.part(sheet, k)) * sureness(sheet, where), place_of(sheet, where), "beside \"R.C.S.\"");
        }
        for (const auto& euid : find_euids(line)) {
            const Span where{k, euid.begin, euid.end, 1};
            pool.add("siren", euid.value.substr(euid.value.size() - 9), 0.9 * euid.confidence * in_identity(body.part(sheet, k)) * sureness(sheet, where), place_of(sheet, where), "EUID");
        }
    }
}

/// The city as printed: the words of the line that fold to it.
void add_city(const Sheet& sheet, std::size_t line, std::string_view city, std::size_t from, double confidence, const std::string& why, Pool& pool) {
    const auto at = sheet.text.lines()[line].folded.find(city, from);
    if (city.size() < 3 || at == std::string::npos) return;
    const Span where{line, at, at + city.size(), 1};
    pool.add("registry_city", printed(sheet, where), confidence * sureness(sheet, where), place_of(sheet, where), why);
}

/// A town's name from `begin` on: letters up to a figure, a sign or the end of the line.
std::string_view town_at(std::string_view line, std::size_t begin) {
    if (begin >= line.size()) return {};
    std::size_t end = begin;
    while (end < line.size() && ((line[end] >= 'A' && line[end] <= 'Z') || line[end] == ' ' || line[end] == '-' || line[end] == '\'')) ++end;
    std::string_view town = line.substr(begin, std::min(end, line.find(" - ", begin)) - begin);
    while (!town.empty() && (town.back() == ' ' || town.back() == '-')) town.remove_suffix(1);
    for (const std::string_view no : {"REGISTRE", "COMMERCE", "SOCIETES", "CODE", "GREFFE"})
        if (town.find(no) != std::string_view::npos) return {};
    return town.size() <= 35 ? town : std::string_view{};
}

void read_city(const Body& body, const Sheet& sheet, Pool& pool) {
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const std::string_view line = sheet.text.lines()[k].folded;
        const double part = in_identity(body.part(sheet, k));
        for (const auto& entry : find_rcs(line)) add_city(sheet, k, entry.value.city, entry.begin, 0.97 * part, "beside \"R.C.S.\"", pool);
        for (const std::string_view word : {"TRIBUNAL DE COMMERCE D", "TRIBUNAL D'INSTANCE D", "TRIBUNAL JUDICIAIRE D", "ACTIVITES ECONOMIQUES D", "MIXTE DE COMMERCE D", "REGISTRE DU COMMERCE D"}) {
            const auto at = line.find(word);
            if (at == std::string_view::npos || line.size() < at + word.size() + 2) continue;
            // "de Lyon", "d'Evry"
            const auto begin = at + word.size() + (line[at + word.size()] == 'E' ? 2u : 1u);
            add_city(sheet, k, town_at(line, begin), begin, 0.93 * std::max(part, 0.9), "after the court", pool);
        }
    }
}

void read_form_and_capital(const Body& body, const Sheet& sheet, Pool& pool) {
    for (const auto& found : labelled_values(sheet, form_labels)) {
        const auto text = sheet.text.folded(found.value);
        const double known = find_legal_forms(text).empty() ? 0.5 : 1;
        if (!reads_as_name(sheet, found.value)) continue;
        pool.add("legal_form", printed(sheet, found.value), 0.98 * known * found.quality * in_identity(body.part(sheet, found.where.line)) * sureness(sheet, found.value),
                 place_of(sheet, found.value), because_of(*found.label));
    }
    for (const auto& found : labelled_values(sheet, capital_labels)) {
        const auto amounts = find_amounts(sheet.text.folded(found.value));
        if (amounts.empty()) continue;
        const Span where = part_of(found.value, amounts.front().begin, amounts.front().end);
        const double form = std::max(0.85, amounts.front().confidence);
        pool.add("capital", amounts.front().value, form * found.quality * in_identity(body.part(sheet, found.where.line)) * sureness(sheet, where), place_of(sheet, where),
                 because_of(*found.label));
    }
}

/// The date of printing in the foot: "R.C.S. Nantes - 07/11/2024 - 14:44:07".
void read_foot(const Sheet& sheet, Pool& pool) {
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto& line = sheet.text.lines()[k];
        if (line.box.centre_y() < 0.85) continue;
        for (const auto& date : find_dates(line.folded)) {
            const Span where{k, date.begin, date.end, 1};
            const bool timed = time_at(line.folded, std::min(line.folded.size(), line.folded.find_first_not_of(" -A", date.end)));
            const bool court = line.folded.find('S') < date.begin && line.folded.find('R') < date.begin;
            pool.add("printed_on", to_iso(date.value), date.confidence * (timed ? 0.98 : court ? 0.9 : 0.6) * sureness(sheet, where), place_of(sheet, where), "in the foot of the page");
        }
    }
}

void read_dates(const Body& body, const Sheet& sheet, Pool& pool) {
    for (const auto& date : labelled_dates(sheet, state_labels)) {
        const auto part = body.part(sheet, date.span.line);
        if (part == BodyPart::head || part == BodyPart::identity) pool.add("issued_on", sheet, date, part == BodyPart::head ? 1 : 0.85);
    }
    for (const auto& date : labelled_dates(sheet, registered_labels))
        if (body.part(sheet, date.span.line) != BodyPart::people) pool.add("registered_on", sheet, date, in_identity(body.part(sheet, date.span.line)));
    for (const auto& date : labelled_dates(sheet, printed_labels)) pool.add("printed_on", sheet, date, 0.97);
    for (const auto& letter : letter_dates(sheet))
        if (letter.date.span.line + 12 > sheet.text.lines().size()) pool.add("printed_on", sheet, letter.date, 0.85);
    read_foot(sheet, pool);
}

/// "à jour au" stands there, whatever comes after it.
bool names_a_state(const std::vector<Sheet>& sheets) {
    static constexpr std::array<std::string_view, 3> labels{"à jour au", "à jour à la date du", "situation au"};
    return std::ranges::any_of(sheets, [](const Sheet& sheet) { return std::ranges::any_of(labels, [&](std::string_view label) { return !sheet.text.find(label).empty(); }); });
}

/// Without a state of the register, the day of printing speaks for it; of one whose date cannot be read it hardly does.
void fall_back_on_printing(const std::vector<Sheet>& sheets, Pool& pool) {
    const auto* printed_on = pool.best("printed_on");
    if (pool.has("issued_on") || !printed_on) return;
    const bool unread = names_a_state(sheets);
    pool.add("issued_on", printed_on->value, printed_on->confidence * (unread ? 0.6 : 0.96), printed_on->place,
             std::string(unread ? "\"à jour au\" without a legible date" : "no \"à jour au\"") + ": the date of printing (" + printed_on->why + ")");
}

void note_pages(const Sheet& sheet, Extraction& out) {
    const auto number = printed_number(sheet.text);
    if (number.total > 0) out.findings.push_back({"page_of", std::to_string(number.number) + "/" + std::to_string(number.total), number.sure ? 0.97 : 0.8, {sheet.path, sheet.page(), {}}});
}

/// Since 1 January 2025 some courts are "tribunaux des activités économiques": on an older extract the name is an anachronism.
void note_court(const Sheet& sheet, const Pool& pool, Extraction& out) {
    const auto* issued = pool.best("issued_on");
    const auto spans = sheet.text.find("tribunal des activités économiques");
    if (!issued || spans.empty() || std::get<std::string>(issued->value) >= "2025-01-01") return;
    out.findings.push_back({"court_anachronism", printed(sheet, spans.front()), 0.8 * issued->confidence, place_of(sheet, spans.front())});
}

bool in_body(const PageReading& page, const Box& box) {
    const double y = turned(box, page.rotation).centre_y();
    return y > 0.15 && y < 0.5;
}

/// A word of some letters that the engine could hardly read: torn print, or a hand's writing over it. Numbers are misread as they are.
bool garbled(const Word& word, double below, std::ptrdiff_t fewest_letters) {
    return word.confidence < below && std::ranges::count_if(fold(word.text), [](char c) { return c >= 'A' && c <= 'Z'; }) >= fewest_letters;
}

/// Unlike a row of dashes it is as high as the page's print, and unlike a heading or a label it follows words of a value that are read well.
bool spoils_a_line(const PageReading& page, const Word& garbled) {
    constexpr double well = 0.8, least_height = 0.7;
    constexpr std::ptrdiff_t fewest_before = 2;
    const Box own = turned(garbled.box, page.rotation);
    return std::ranges::count_if(page.words, [&](const Word& word) {
        const Box before = turned(word.box, page.rotation);
        return word.line == garbled.line && word.confidence >= well && before.right() <= own.x + 0.1 * own.w && own.h >= least_height * before.h;
    }) >= fewest_before;
}

/// A garbled word on the mark's line, under it or beside it.
bool among_garbled_words(const PageReading& page, const Box& mark) {
    constexpr double hardly = 0.5, beside = 0.1;
    const Box ink = turned(mark, page.rotation);
    return std::ranges::any_of(page.words, [&](const Word& word) {
        const Box print = turned(word.box, page.rotation);
        const double shared = std::min(print.bottom(), ink.bottom()) - std::max(print.y, ink.y);
        return garbled(word, hardly, 3) && shared > 0.5 * std::min(print.h, ink.h) && print.x < ink.right() + beside && print.right() > ink.x - beside;
    });
}

/// How much of the mark's box words cover that were read as surely as that.
double under_words(const PageReading& page, const Box& mark, double surely) {
    double print = 0;
    for (const auto& word : page.words)
        if (word.confidence >= surely) print += covered(mark, word.box);
    return print;
}

/// Words that a program drew where ink was seen are what was seen (only a text layer that the picture bears out is a page's source); so are words
/// of a scan that are read without a doubt under ink that was hardly seen: a hand's writing garbles what it lies on.
bool is_print(const PageReading& page, const Mark& mark) {
    constexpr double mostly = 0.6, hardly_seen = 0.5, without_doubt = 0.85;
    if (page.source == TextSource::layer) return under_words(page, mark.box, 0) > mostly;
    return mark.confidence < hardly_seen && under_words(page, mark.box, without_doubt) > mostly;
}

/// A handwritten addition in the body voids the extract (R.123-152): a hint. The registrar's signature stands at the end. Nobody writes on an
/// extract: what is seen plainly is told, what is hardly seen only where it has garbled the print; and print garbled on a page that is read
/// well was perhaps written over.
void note_handwriting(const Sheet& sheet, Extraction& out) {
    constexpr double plainly = 0.3, hardly = 0.08, read_well = 0.9, unreadable = 0.15;
    const auto& page = sheet.text.page();
    const auto note = [&](const Box& box, double confidence) { out.findings.push_back({"handwriting_in_body", "", confidence, {sheet.path, sheet.page(), box}}); };
    for (const auto& mark : page.marks) {
        if (mark.kind != MarkKind::handwriting || !in_body(page, mark.box) || is_print(page, mark)) continue;
        if (mark.confidence > plainly || (mark.confidence > hardly && among_garbled_words(page, mark.box))) note(mark.box, std::max(mark.confidence, plainly));
    }
    if (page.source == TextSource::layer || page.mean_confidence < read_well) return;
    for (const auto& word : page.words)
        if (in_body(page, word.box) && garbled(word, unreadable, 4) && spoils_a_line(page, word)) note(word.box, plainly);
}

/// An extract begins with the company's identity: its absence means that the first page did not come.
void note_first_page(const std::vector<Sheet>& sheets, const Body& body, const Pool& pool, Extraction& out) {
    if (body.has(BodyPart::identity) || sheets.empty()) return;
    const bool named = pool.has("company_name") && pool.best("company_name")->confidence > 0.6;
    out.findings.push_back({"first_page_missing", "", named ? 0.4 : 0.85, {sheets.front().path, sheets.front().page(), {}}});
}

Extraction read(std::span<const DocumentPage> pages, const Expectations&) {
    const auto sheets = sheets_of(pages);
    const Body body(sheets);
    Pool pool;
    Extraction out;
    for (const auto& sheet : sheets) {
        read_siren(body, sheet, pool);
        read_texts(body, sheet, company_labels, "company_name", pool);
        read_other_names(body, sheet, trade_name_labels, "trade_name", pool);
        read_other_names(body, sheet, acronym_labels, "acronym", pool);
        read_form_and_capital(body, sheet, pool);
        read_address(body, sheet, pool);
        read_city(body, sheet, pool);
        read_dates(body, sheet, pool);
        note_pages(sheet, out);
        note_handwriting(sheet, out);
        hide_people(sheet, out);
    }
    fall_back_on_printing(sheets, pool);
    read_representatives(sheets, body, pool);
    read_observations(sheets, body, pool, out);
    for (const auto& sheet : sheets) note_court(sheet, pool, out);
    note_first_page(sheets, body, pool, out);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor kbis{
    "kbis",
    {{"kbis", "kbis", false, "Extrait Kbis", "Kbis extract",
      {{"Extrait Kbis", 3.2, Zone::top}, {"Extrait K bis", 3.2, Zone::top}, {"K-BIS", 2.5, Zone::top}, {"(Kbis)", 2, Zone::top}, {"Kbis", 1.2},
       {"immatriculation principale au registre du commerce et des sociétés", 3.5, Zone::top}, {"immatriculation principale", 1.5, Zone::top},
       {"extrait du registre du commerce et des sociétés", 3, Zone::top}, {"greffe du tribunal de commerce", 1.5, Zone::top},
       {"greffe du tribunal", 1}, {"tribunal mixte de commerce", 1, Zone::top}, {"tribunal d'instance registre du commerce", 1.5, Zone::top},
       {"tribunal des activités économiques", 1, Zone::top}, {"identification de la personne morale", 2.2}, {"renseignements relatifs à la personne morale", 2.2},
       {"gestion, direction, administration, contrôle, associés ou membres", 2.5}, {"renseignements relatifs à l'activité et à l'établissement principal", 2.5},
       {"fin de l'extrait", 2}, {"pour extrait conforme", 1}, {"le greffier", 0.8}, {"dénomination ou raison sociale", 1}, {"date de clôture de l'exercice social", 0.8},
       {"origine du fonds ou de l'activité", 1.2}, {"mode d'exploitation", 0.8}, {"date de commencement d'activité", 0.8}, {"numéro de gestion", 0.6}, {"N° de gestion", 0.6},
       {"durée de la personne morale", 1}, {"renseignements relatifs", 1}, {"adresse de l'établissement", 0.8}, {"exploitation directe", 0.8}, {"domicile personnel", 0.6}, {"#gestion", 0.8}, {"#rcs", 0.5}, {"observations et renseignements complémentaires", 1.2},
       {"identification de la personne physique", -6}, {"avis de situation", -4, Zone::top}, {"répertoire des métiers", -3, Zone::top}, {"immatriculation secondaire", -5, Zone::top},
       {"registre national des entreprises", -3.5, Zone::top}, {"société en cours d'immatriculation", -4}, {"statuts constitutifs", -3, Zone::top}}},
     {"sirene_notice", "kbis", true, "Avis de situation SIRENE", "SIRENE notice (INSEE)",
      {{"avis de situation au répertoire Sirene", 5, Zone::top}, {"répertoire Sirene", 2.5}, {"situation au répertoire Sirene", 2}, {"Identifiant SIRET du siège", 2}, {"Activité Principale Exercée (APE)", 1.5},
       {"Description de l'entreprise", 1.5}, {"Description de l'établissement", 1.5}, {"Entreprise active depuis le", 1.5}, {"Institut national de la statistique", 1.5},
       {"Catégorie juridique", 1}, {"certificat d'inscription au répertoire national des entreprises", 4, Zone::top}, {"INSEE", 1}}},
     {"extrait_k", "kbis", true, "Extrait K (personne physique)", "K extract (sole trader)",
      {{"identification de la personne physique", 4.5}, {"Extrait K", 2.5, Zone::top}, {"greffe du tribunal", 1, Zone::top}, {"immatriculation principale", 0.8, Zone::top},
       {"renseignements relatifs à la personne physique", 4}, {"entrepreneur individuel", 1.5}, {"nom d'usage", 0.4}, {"identification de la personne morale", -5}}},
     {"lbis", "kbis", true, "Extrait Lbis (établissement secondaire)", "Lbis extract (branch)",
      {{"Extrait Lbis", 5, Zone::top}, {"Extrait L bis", 5, Zone::top}, {"Lbis", 3, Zone::top}, {"immatriculation secondaire", 4.5}, {"établissement secondaire", 1.5, Zone::top},
       {"greffe du tribunal", 0.8, Zone::top}, {"renseignements relatifs à l'établissement secondaire", 3}, {"Extrait d'immatriculation secondaire au registre du commerce", 4, Zone::top}}},
     {"extrait_d1", "kbis", true, "Extrait D1 (répertoire des métiers)", "D1 extract (register of trades)",
      {{"extrait d'immatriculation au répertoire des métiers", 5, Zone::top}, {"Extrait D1", 4, Zone::top}, {"répertoire des métiers", 2.5}, {"chambre de métiers et de l'artisanat", 2}, {"qualité d'artisan", 1.5}}},
     {"rne_certificate", "kbis", true, "Attestation d'immatriculation au RNE", "RNE registration certificate",
      {{"attestation d'immatriculation au registre national des entreprises", 6, Zone::top}, {"registre national des entreprises", 3}, {"Institut national de la propriété industrielle", 1.5}, {"guichet unique", 1},
       {"INPI", 1}, {"concernant l'entreprise", 1}, {"extrait des inscriptions au registre national des entreprises", 5, Zone::top}}},
     {"company_web_page", "kbis", true, "Page d'un site internet sur l'entreprise", "Web page about the company",
      {{"societe.com", 4}, {"data.inpi.fr", 4}, {"registre national du commerce et des sociétés", 3}, {"données issues du registre national", 3}, {"informations générales de l'entreprise", 2}, {"pappers.fr", 4}, {"Pappers", 2}, {"infonet.fr", 4}, {"verif.com", 4}, {"infogreffe.fr/entreprise", 3}, {"score3.fr", 3}, {"manageo", 2.5}, {"annuaire-entreprises", 4}, {"dirigeants.bfmtv", 3}, {"Commander un extrait Kbis", 3.5},
       {"Télécharger le Kbis", 3}, {"Surveiller cette entreprise", 3}, {"Informations juridiques", 1.5}, {"Chiffre d'affaires", 1}, {"Carte d'identité de l'entreprise", 2}, {"Statistiques de consultation", 2}, {"mentions légales", 1, Zone::bottom},
       {"Voir les dirigeants", 2}, {"Derniers chiffres clés", 2}, {"https://www", 1}, {"cookies", 1}, {"Fiche entreprise", 2, Zone::top}}},
     {"statutes", "kbis", true, "Statuts de la société", "Articles of association",
      {{"Statuts", 2.5, Zone::top}, {"statuts constitutifs", 4, Zone::top}, {"statuts mis à jour", 4, Zone::top}, {"les soussignés ont établi ainsi qu'il suit les statuts", 3}, {"Article 1 - Forme", 3}, {"Article 2 - Objet", 2.5}, {"Article 3 - Dénomination", 2.5}, {"objet social", 1},
       {"capital social est fixé à la somme de", 2}, {"parts sociales", 1.2}, {"assemblée générale extraordinaire", 0.8}, {"apports", 0.6}}},
     {"registration_pending", "kbis", true, "Société en cours d'immatriculation", "Company being registered",
      {{"récépissé de dépôt", 3.5, Zone::top}, {"récépissé de création d'entreprise", 4, Zone::top}, {"société en cours d'immatriculation", 4}, {"en cours d'immatriculation", 2.5}, {"récépissé de dépôt de dossier de création", 4, Zone::top}, {"centre de formalités des entreprises", 2}, {"dossier de création", 1.5}, {"déclaration de création", 2, Zone::top}, {"formulaire M0", 2.5}}},
     {"association_receipt", "kbis", true, "Récépissé de déclaration d'association", "Receipt of an association's declaration",
      {{"récépissé de déclaration de création de l'association", 6, Zone::top}, {"loi du 1er juillet 1901", 2}, {"préfecture", 1.5, Zone::top}, {"association", 0.5}, {"récépissé", 1.5, Zone::top}}},
     {"legal_notice", "kbis", true, "Annonce légale ou BODACC", "Legal notice (BODACC)",
      {{"bulletin officiel des annonces civiles et commerciales", 6}, {"BODACC", 4, Zone::top}, {"annonce légale", 3}, {"annonces légales", 3}, {"avis de constitution", 4, Zone::top}, {"aux termes d'un acte sous seing privé", 2}, {"journal d'annonces légales", 3}, {"attestation de parution", 4, Zone::top}}}},
    read};

}  // namespace paraphe
