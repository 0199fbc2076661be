// Staff register: who works or worked in the company, in the order of hiring. Names leave this file as initials.
#include "extractors/common/company.hpp"
#include "extractors/common/labels.hpp"
#include "extractors/common/pool.hpp"
#include "extractors/common/privacy.hpp"
#include "extractors/common/sheets.hpp"
#include "extractors/common/table.hpp"
#include "formats/dates.hpp"
#include "formats/nir.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace paraphe {
namespace {

using namespace extractors;

const std::vector<ColumnKind>& column_kinds() {
    static const std::vector<ColumnKind> kinds{
        {"birth", {"date et lieu de naissance", "date de naissance", "né(e) le", "née le", "né le", "naissance"}},
        {"entered", {"date d'entrée", "date d'embauche", "date d'arrivée", "entré le", "embauché le", "entrée", "embauche", "arrivée"}},
        {"left", {"date de sortie", "date de départ", "date de fin", "sorti le", "sortie", "départ"}},
        {"first_name", {"prénoms", "prénom"}},
        {"name", {"nom et prénoms", "nom et prénom", "nom, prénoms", "nom prénom", "noms et prénoms", "identité du salarié", "nom du salarié", "identité", "salarié", "noms", "nom"}},
        {"job", {"emploi / qualification", "emploi occupé", "emploi", "fonction", "poste occupé", "poste", "intitulé du poste"}},
        {"qualification", {"qualification", "classification", "coefficient", "statut"}},
        {"contract", {"type de contrat", "nature du contrat", "contrat"}},
        {"nationality", {"nationalité", "nat."}},
        {"sex", {"sexe"}},
        {"nir", {"n° sécurité sociale", "numéro de sécurité sociale", "n° SS", "NIR"}},
        {"address", {"adresse"}},
        {"permit", {"titre de séjour", "autorisation de travail", "titre de travail"}},
        {"number", {"n° d'ordre", "numéro d'ordre", "matricule", "ordre"}},
        {"remarks", {"observations", "remarques"}}};
    return kinds;
}

constexpr std::array employer_labels{Label{"Raison sociale de l'employeur"}, Label{"Nom de l'entreprise"}, Label{"Nom de l'employeur"}, Label{"Raison sociale"}, Label{"Dénomination sociale"}, Label{"Dénomination"}, Label{"Employeur"}, Label{"Entreprise"}, Label{"Société"}, Label{"Établissement", 0.8}};
constexpr std::array edition_labels{Label{"mis à jour le"}, Label{"mise à jour le"}, Label{"mise à jour du", 0.97}, Label{"date d'édition"}, Label{"édité le"}, Label{"édition du"}, Label{"imprimé le", 0.97}, Label{"arrêté au"}, Label{"arrêté à la date du"}, Label{"état au", 0.97}, Label{"situation au", 0.97}, Label{"extrait au", 0.97},
                                    Label{"extrait du", 0.9}, Label{"à jour au"}, Label{"effectif au", 0.9}, Label{"registre au", 0.9}, Label{"établi le", 0.95}};

const Cell* cell_of(const std::vector<Cell>& row, const std::vector<Column>& columns, std::string_view name) {
    for (std::size_t c = 0; c < columns.size() && c < row.size(); ++c)
        if (columns[c].name == name && !row[c].text.empty()) return &row[c];
    return nullptr;
}

std::optional<std::string> day_in(const Cell* cell, double& sure) {
    if (!cell) return {};
    const auto dates = find_dates(cell->folded);
    if (dates.empty()) return {};
    sure = std::min(sure, cell->confidence * dates.front().confidence);
    return to_iso(dates.front().value);
}

struct RowsRead {
    std::vector<StaffRow> rows;
    int dated = 0, named = 0, unread_dates = 0;
    double sure = 1;
    Box box;
};

/// A row of the table, or nothing for a foot note that runs under it.
std::optional<StaffRow> row_of(const std::vector<Cell>& cells, const std::vector<Column>& columns, double& sure, int& unread) {
    StaffRow row;
    const Cell* name = cell_of(cells, columns, "name");
    const Cell* first = cell_of(cells, columns, "first_name");
    const Cell* job = cell_of(cells, columns, "job");
    const Cell* entered = cell_of(cells, columns, "entered");
    const Cell* left = cell_of(cells, columns, "left");
    double mine = 1;
    row.entered = day_in(entered, mine).value_or("");
    row.left = day_in(left, mine).value_or("");
    if (name || first) row.initials = initials((name ? name->text : "") + (first ? (name ? " " : "") + first->text : ""));
    if (job) row.job = job->text;
    const bool person = (name || first) && (job || entered);
    if (row.entered.empty() && !person) return {};
    // A foot note fills one cell after another with words; a person's name holds no figures.
    if (row.entered.empty() && name && std::ranges::any_of(name->folded, [](char c) { return c >= '0' && c <= '9'; })) return {};
    if (row.entered.empty() && entered) ++unread;
    // What stands in the column of departures and is no date may be one that was not read.
    if (row.left.empty() && left && std::ranges::count_if(left->folded, [](char c) { return c >= '0' && c <= '9'; }) >= 4) ++unread;
    sure = std::min(sure, mine);
    return row;
}

void read_rows(const Sheet& sheet, const std::vector<Column>& columns, double top, RowsRead& read) {
    for (const auto& cells : rows_below(sheet, columns, top)) {
        const auto row = row_of(cells, columns, read.sure, read.unread_dates);
        if (!row || read.rows.size() >= 5000) continue;
        read.dated += !row->entered.empty();
        read.named += !row->initials.empty();
        for (const auto& cell : cells) read.box = unite(read.box, cell.box);
        read.rows.push_back(*row);
    }
}

/// The text of a line with all that stands beside it.
std::string level_text(const Sheet& sheet, std::size_t k, double& sure) {
    std::string text = sheet.text.lines()[k].folded;
    sure = sureness(sheet, whole_line(sheet, k));
    for (const auto& beside : sheet.text.right_of({k, 0, sheet.text.lines()[k].folded.size(), 1})) {
        text += ' ';
        text += sheet.text.folded(beside);
        sure = std::min(sure, sureness(sheet, beside));
    }
    return text;
}

/// Rows whose heads were not read (white on black, a cut scan): a name, then dates. A first date fourteen years and more
/// before the next is a birth, for nobody is hired younger; then come entry and departure.
void read_headless_rows(const Sheet& sheet, RowsRead& read) {
    std::vector<StaffRow> rows;
    Box box;
    double least = 1;
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto& line = sheet.text.lines()[k];
        if (line.box.x > 0.2 || line.box.centre_y() > 0.94 || std::ranges::count_if(line.folded, [](char c) { return c >= 'A' && c <= 'Z'; }) < 4) continue;
        double sure = 1;
        const std::string text = level_text(sheet, k, sure);
        auto dates = find_dates(text);
        if (dates.empty() || text.find("SIREN") != std::string::npos || text.substr(0, dates.front().begin).ends_with(" LE ")) continue;
        const std::size_t first = dates.front().begin;
        if (dates.size() > 1 && days_between(dates[0].value, dates[1].value) > 14 * 365) dates.erase(dates.begin());
        if (dates.size() > 2 || (dates.size() == 2 && dates[1].value < dates[0].value)) continue;
        StaffRow row;
        std::string name;
        for (const char c : text.substr(0, first)) name += (c >= '0' && c <= '9') ? ' ' : c;
        row.initials = initials(name);
        row.entered = to_iso(dates[0].value);
        if (dates.size() == 2) row.left = to_iso(dates[1].value);
        rows.push_back(std::move(row));
        box = unite(box, line.box);
        least = std::min(least, sure);
    }
    if (rows.size() < 3) return;
    read.dated += static_cast<int>(rows.size());
    read.sure = std::min(read.sure, 0.75 * least);
    read.box = unite(read.box, box);
    read.rows.insert(read.rows.end(), rows.begin(), rows.end());
}

/// Fields of handwriting on a page: a notebook filled in by hand.
int handwritten_below(const Sheet& sheet, double top) {
    int count = 0;
    for (const auto& mark : sheet.text.page().marks) {
        const Box box = turned(mark.box, sheet.text.page().rotation);
        count += mark.kind == MarkKind::handwriting && mark.confidence > 0.4 && box.centre_y() > top;
    }
    return count;
}

/// Numbers without their key are told apart: they may be other numbers of thirteen digits.
void note_nir(const Sheet& sheet, Extraction& out) {
    Nir told = Nir::none;
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto seen = nir_in(sheet.text.lines()[k].folded);
        if (seen <= told) continue;
        told = seen;
        out.findings.push_back({seen == Nir::whole ? "nir_printed" : "nir_without_key", "", 0.9 * sureness(sheet, whole_line(sheet, k)), place_of(sheet, whole_line(sheet, k))});
    }
}

std::vector<NamedCompany> employers_on(const Sheet& sheet, double table_top) {
    auto names = labelled_names(sheet, employer_labels);
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto& line = sheet.text.lines()[k];
        if (line.box.centre_y() >= table_top) break;
        // "Octave & Associés - 62 place Carnot, 14000 Caen - SIREN : 543 425 722"
        const CutName cut = cut_name(line.folded);
        if (!cut.finished || cut.begin > 12 || cut.end - cut.begin < 3 || cut.end - cut.begin > 50) continue;
        const std::string_view name = std::string_view(line.folded).substr(cut.begin, cut.end - cut.begin);
        if (name.find("REGISTRE") != std::string_view::npos || cites_a_law(name) || name.find(':') != std::string_view::npos) continue;
        const Span span = trimmed(sheet, {k, cut.begin, cut.end, 1});
        if (span.begin < span.end) names.push_back({printed(sheet, span), 0.92 * sureness(sheet, span), span, "a line above the table that goes on with an address or number"});
    }
    for (auto& block : address_blocks(sheet))
        if (block.box.y < table_top) names.push_back(std::move(block.who));
    return names;
}

void note_columns(const Sheet& sheet, const TableHead& head, Extraction& out) {
    const auto has = [&head](std::string_view name) { return std::ranges::find(head.columns, name, &Column::name) != head.columns.end(); };
    std::string missing;
    for (const auto& [name, french] : {std::pair{"job", "emploi"}, std::pair{"entered", "date d'entrée"}}) {
        if (has(name)) continue;
        if (!missing.empty()) missing += ", ";
        missing += french;
    }
    if (missing.empty()) return;
    const double clear = sheet.text.page().source == TextSource::layer ? 0.9 : 0.6;
    out.findings.push_back({"columns_missing", missing, clear, {sheet.path, sheet.page(), turned(head.box, 360 - sheet.text.page().rotation % 360)}});
}

void note_sheet(const Sheet& sheet, Extraction& out) {
    note_nir(sheet, out);
    for (const std::string_view phrase : {"aucun salarié", "absence de salarié", "n'emploie pas de salarié", "n'emploie aucun salarié", "pas de personnel salarié", "sans salarié"})
        if (const auto spans = sheet.text.find(phrase); !spans.empty()) {
            out.findings.push_back({"no_employee", printed(sheet, whole_line(sheet, spans.front().line)), 0.9 * spans.front().quality, place_of(sheet, spans.front())});
            break;
        }
    if (const auto spans = sheet.text.find("établissement secondaire"); !spans.empty())
        out.findings.push_back({"one_establishment", printed(sheet, whole_line(sheet, spans.front().line)), 0.7 * spans.front().quality, place_of(sheet, spans.front())});
}

/// What a scanner makes of a form's empty lines looks like rows of scraps without a date.
bool are_scraps(const Sheet& sheet, const RowsRead& read) {
    constexpr double readable = 0.6;
    double sum = 0;
    int words = 0;
    for (const auto& word : sheet.text.page().words)
        if (covered(turned(word.box, sheet.text.page().rotation), read.box) > 0.5) sum += word.confidence, ++words;
    return read.dated == 0 && words > 0 && sum < readable * words;
}

void conclude_rows(const std::vector<Sheet>& sheets, RowsRead& read, int handwritten, bool table, Pool& pool, Extraction& out) {
    const Place whole{sheets.front().path, sheets.front().page(), {}};
    if (handwritten >= 3 && read.dated < handwritten) {
        out.findings.push_back({"handwritten", "", std::min(0.95, 0.5 + 0.05 * handwritten), whole});
        return;
    }
    if (read.rows.empty()) {
        if (table && handwritten == 0) out.findings.push_back({"empty_model", "", sheets.front().text.page().legible ? 0.8 : 0.3, whole});
        return;
    }
    if (table && are_scraps(sheets.front(), read)) out.findings.push_back({"empty_model", "", 0.5, whole});
    const Place place{sheets.front().path, sheets.front().page(), turned(read.box, 360 - sheets.front().text.page().rotation % 360)};
    const double complete = 1 - 0.5 * static_cast<double>(read.unread_dates) / static_cast<double>(read.rows.size());
    if (read.dated == 0) pool.add("employee_count", static_cast<double>(read.named), 0.75 * read.sure, place, "rows without dates of entry");
    pool.add("rows", std::move(read.rows), 0.95 * std::max(0.5, read.sure) * complete, place, "the table under its heads");
}

Extraction read(std::span<const DocumentPage> pages, const Expectations&) {
    const auto sheets = sheets_of(pages);
    Pool pool;
    Extraction out;
    if (sheets.empty()) return out;
    RowsRead rows;
    std::vector<Column> columns;
    int handwritten = 0;
    for (const auto& sheet : sheets) {
        const auto head = find_head(sheet, column_kinds(), 3);
        if (head) columns = head->columns;
        const double top = head ? head->box.bottom() : 0.04;
        if (!columns.empty()) read_rows(sheet, columns, top, rows);
        else read_headless_rows(sheet, rows);
        if (head && &sheet == &sheets.front()) note_columns(sheet, *head, out);
        handwritten += handwritten_below(sheet, top);
        hide_columns(sheet, columns, top, out);
        const auto names = employers_on(sheet, head ? head->box.y : 0.3);
        for (const auto& name : names) pool.add("company_name", name.name, name.confidence, place_of(sheet, name.span), name.why);
        read_company_numbers(sheet, names, {{}, {}, true}, pool);
        for (const auto& date : labelled_dates(sheet, edition_labels, 12)) pool.add("issued_on", sheet, date);
        for (const auto& letter : letter_dates(sheet)) pool.add("issued_on", sheet, letter.date, 0.95);
        note_sheet(sheet, out);
    }
    conclude_rows(sheets, rows, handwritten, !columns.empty(), pool, out);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor staff_register{
    "staff_register",
    {{"staff_register", "staff_register", false, "Registre unique du personnel", "Staff register",
      {{"registre unique du personnel", 4.5, Zone::top}, {"registre du personnel", 4.2, Zone::top}, {"R.U.P.", 2, Zone::top}, {"RUP", 1.5, Zone::top}, {"extrait du registre unique du personnel", 2, Zone::top}, {"registre des salariés", 3, Zone::top}, {"registre d'entrée et sortie du personnel", 4, Zone::top},
       {"articles L.1221-13", 2}, {"L.1221-13", 1.8}, {"D.1221-23", 1.5}, {"nom et prénoms", 0.8}, {"identité du salarié", 1.2}, {"nationalité", 0.8}, {"date de naissance", 0.6}, {"né(e) le", 0.5}, {"sexe", 0.5}, {"emploi", 0.6}, {"qualification", 0.7}, {"emploi occupé", 0.6}, {"date d'embauche", 0.9}, {"date d'entrée", 0.9},
       {"date de sortie", 0.9}, {"date de départ", 0.9}, {"entrée", 0.4}, {"sortie", 0.5}, {"arrivée", 0.4}, {"départ", 0.4}, {"type de contrat", 0.6}, {"temps partiel", 0.4}, {"autorisation de travail", 0.8}, {"titre de séjour", 0.6}, {"n° d'ordre", 0.5}, {"#dated_rows", 0.6}, {"ordre d'embauche", 0.8}, {"CDI", 0.3},
       {"bulletin de paie", -5, Zone::top}, {"bulletin de salaire", -5, Zone::top}, {"net à payer", -2.5}, {"organigramme", -4, Zone::top}, {"feuille d'émargement", -4, Zone::top}, {"liste d'émargement", -4, Zone::top}, {"déclaration préalable à l'embauche", -4}, {"livre de paie", -4, Zone::top}, {"registre des accidents", -4, Zone::top}, {"congés", -2, Zone::top},
       {"déclaration sociale nominative", -4}}},
     {"payslip", "staff_register", true, "Bulletin de paie", "Pay slip",
      {{"bulletin de paie", 5.5, Zone::top}, {"bulletin de salaire", 5.5, Zone::top}, {"fiche de paie", 4.5, Zone::top}, {"net à payer", 2.5}, {"salaire de base", 2}, {"salaire brut", 2}, {"cotisations salariales", 1.5}, {"part salariale", 1.5}, {"part patronale", 1.5}, {"CSG", 1}, {"net imposable", 2}, {"congés payés", 0.6}, {"convention collective", 0.8}, {"plafond sécurité sociale", 1.2}, {"livre de paie", 4.5, Zone::top}, {"journal de paie", 4.5, Zone::top}}},
     {"dsn", "staff_register", true, "DSN ou DADS", "Payroll declaration (DSN)",
      {{"déclaration sociale nominative", 5}, {"déclaration annuelle des données sociales", 5}, {"net-entreprises", 3}, {"DADS", 3, Zone::top}, {"DSN", 3, Zone::top}, {"accusé de réception", 1, Zone::top}, {"bilan de conformité", 1.5}}},
     {"dpae", "staff_register", true, "Déclaration préalable à l'embauche", "Prior declaration of hiring",
      {{"déclaration préalable à l'embauche", 6}, {"DPAE", 3.5}, {"déclaration unique d'embauche", 5.5}, {"accusé de réception de la déclaration", 2.5}, {"URSSAF", 1}}},
     {"organigram", "staff_register", true, "Organigramme", "Organisation chart",
      {{"organigramme", 6, Zone::top}, {"organigramme de la société", 2}, {"direction générale", 0.8}, {"pôle", 0.4}, {"équipe", 0.4}, {"trombinoscope", 4, Zone::top}, {"notre équipe", 2.5, Zone::top}}},
     {"staff_list", "staff_register", true, "Liste ou annuaire du personnel", "List of staff",
      {{"annuaire", 4, Zone::top}, {"liste du personnel", 4.2, Zone::top}, {"liste des collaborateurs", 4.2, Zone::top}, {"liste des salariés", 4, Zone::top}, {"téléphone", 0.8}, {"poste téléphonique", 1.5}, {"courriel", 0.8}, {"registre", -4, Zone::top}, {"date d'embauche", -1}, {"date d'entrée", -1}}},
     {"attendance_sheet", "staff_register", true, "Feuille d'émargement ou de présence", "Attendance sheet",
      {{"feuille d'émargement", 5.5, Zone::top}, {"liste d'émargement", 5.5, Zone::top}, {"feuille de présence", 5.5, Zone::top}, {"émargement", 2}, {"signature", 0.5}, {"matin", 0.6}, {"après-midi", 0.6}, {"formation", 0.6}}},
     {"accident_register", "staff_register", true, "Autre registre (accidents, CSE, sécurité)", "Another register",
      {{"registre des accidents", 5.5, Zone::top}, {"accidents du travail bénins", 5}, {"registre des délégués du personnel", 5, Zone::top}, {"registre de sécurité", 5, Zone::top}, {"document unique d'évaluation des risques", 5, Zone::top}, {"comité social et économique", 2}}},
     {"headcount_certificate", "staff_register", true, "Attestation d'effectif", "Headcount certificate",
      {{"attestation d'effectif", 5.5, Zone::top}, {"effectif moyen annuel", 4}, {"effectif moyen", 3}, {"équivalent temps plein", 1.5}, {"attestation sur l'honneur", 1.5, Zone::top}, {"déclaration d'effectif", 4.5, Zone::top}}},
     {"leave_table", "staff_register", true, "Planning ou tableau de congés", "Leave table", {{"tableau des congés", 5.5, Zone::top}, {"planning des congés", 5.5, Zone::top}, {"demande de congés", 5, Zone::top}, {"congés payés", 1.5}, {"RTT", 1.2}, {"solde de congés", 2.5}}},
     {"no_employee_statement", "staff_register", true, "Déclaration d'absence de salarié", "Statement that there is no employee",
      {{"absence de salarié", 5}, {"aucun salarié", 4.5}, {"n'emploie aucun salarié", 3}, {"n'emploie pas de salarié", 5}, {"ne dispose d'aucun salarié", 4}, {"attestation sur l'honneur", 1.5, Zone::top}, {"dirigeant non salarié", 1.5}}}},
    read};

}  // namespace paraphe
