#include <algorithm>
#include <array>
#include <functional>

#include "samples/booklet.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

struct Column {
    std::string title;
    double width;
    std::function<std::string(const StaffRow&, int)> value;
};

std::string name_of(const RegisterFacts& staff, const Person& person) { return staff.initials ? person.initials() : upper_case(person.last); }
std::string first_of(const RegisterFacts& staff, const Person& person) { return staff.initials ? "" : person.first; }

/// A social security number with its key: 97 - N mod 97.
std::string with_key(std::string number) {
    long long digits = 0;
    for (const char c : number)
        if (c != ' ') digits = digits * 10 + (c - '0');
    const auto key = std::to_string(97 - digits % 97);
    return number + (key.size() < 2 ? " 0" : " ") + key;
}

std::vector<Column> columns(const RegisterFacts& staff, int layout, Random& rng) {
    std::vector<Column> all;
    all.push_back({layout == 1 ? "Ordre" : "N°", 11, [](const StaffRow&, int i) { return std::to_string(i); }});
    all.push_back({layout == 2 ? "Nom et prénom" : "Nom", layout == 2 ? 44.0 : 28.0, [&staff, layout](const StaffRow& row, int) {
                       return layout == 2 ? name_of(staff, row.person) + (staff.initials ? "" : " " + row.person.first) : name_of(staff, row.person);
                   }});
    if (layout != 2) all.push_back({"Prénom", 24, [&staff](const StaffRow& row, int) { return first_of(staff, row.person); }});
    all.push_back({"Sexe", 11, [](const StaffRow& row, int) { return row.sex; }});
    all.push_back({layout == 1 ? "Né(e) le" : "Date de naissance", 23, [&staff](const StaffRow& row, int) { return staff.initials ? "" : slashed(row.born); }});
    all.push_back({"Nationalité", 23, [](const StaffRow& row, int) { return row.nationality; }});
    if (staff.social_numbers) all.push_back({"N° de sécurité sociale", 38, [&rng](const StaffRow& row, int) { return with_key((row.sex == "F" ? "2 " : "1 ") + filled(rng, "## 0# ## ### ###")); }});
    if (!staff.no_job) {
        all.push_back({"Emploi", 36, [](const StaffRow& row, int) { return row.job; }});
        all.push_back({"Qualification", 27, [](const StaffRow& row, int) { return row.qualification; }});
    }
    if (!staff.no_entry) all.push_back({layout == 1 ? "Entrée" : layout == 2 ? "Date d'embauche" : "Date d'entrée", 23, [](const StaffRow& row, int) { return slashed(row.entered); }});
    all.push_back({layout == 1 ? "Sortie" : layout == 2 ? "Date de départ" : "Date de sortie", 23, [](const StaffRow& row, int) { return row.left ? slashed(*row.left) : ""; }});
    all.push_back({layout == 1 ? "Contrat" : "Type de contrat", 22, [](const StaffRow& row, int) { return row.contract; }});
    return all;
}

void truth(const Facts& facts, Sheet& sheet) {
    const auto& staff = facts.staff;
    if (!staff.unnamed) {
        sheet.field("company", staff.company.name);
        sheet.field("siren", staff.company.siren);
    }
    if (staff.empty || staff.no_entry) return;
    int active = 0;
    for (const StaffRow& row : staff.rows) active += row.entered <= facts.as_of && (!row.left || *row.left > facts.as_of);
    sheet.field("employee_count", active);
}

void draw(const Facts& facts, Booklet& booklet) {
    const auto& staff = facts.staff;
    const int layout = booklet.layout;
    Sheet& sheet = booklet.page(true);
    static constexpr std::array<const char*, 3> titles{"REGISTRE UNIQUE DU PERSONNEL", "Registre unique du personnel", "Extrait du registre unique du personnel"};
    const Type title{.size = layout == 1 ? 13.0 : 16.0, .bold = true, .align = layout == 1 ? Align::left : Align::centre};
    sheet.text(12, 12, 273, titles[static_cast<std::size_t>(layout)], title);
    double y = 24;
    if (!staff.unnamed) {
        const Company& us = staff.company;
        if (booklet.by_hand) {
            sheet.text(12, y, 0, "Entreprise :", {.size = 10});
            booklet.entry(sheet, 36, y + 4.2, 70, us.name);
            sheet.text(115, y, 0, "SIRET :", {.size = 10});
            booklet.entry(sheet, 132, y + 4.2, 60, us.siret_spaced());
        } else if (layout == 1) sheet.text(12, y, 270, us.name + " - SIRET " + us.siret_spaced() + " - APE " + us.naf + "     Édité le " + slashed(staff.edited_on), {.size = 9});
        else sheet.text(12, y, 270, "Entreprise : " + us.name + "     Établissement : " + us.address.line() + "     SIRET : " + us.siret_spaced(), {.size = 9.5, .align = Align::centre});
    }
    if (staff.one_site) sheet.text(12, y + 6, 270, "Établissement secondaire de Dijon uniquement (l'entreprise compte trois établissements)", {.size = 9.5});
    if (layout != 1 && !booklet.by_hand) sheet.text(12, 196, 100, "État au " + booklet.written(staff.edited_on), {.size = 9});
    y = 36;
    auto cols = columns(staff, layout, booklet.rng);
    double total = 0;
    for (const Column& column : cols) total += column.width;
    const double scale = 273 / total;
    std::vector<double> widths;
    std::vector<std::vector<std::string>> rows(1);
    for (const Column& column : cols) {
        widths.push_back(column.width * scale);
        rows[0].push_back(column.title);
    }
    std::vector<StaffRow> people = staff.rows;
    if (staff.unordered && people.size() > 2) std::reverse(people.begin(), people.end());
    if (staff.empty) people.clear();
    const Type body{.size = layout == 1 ? 8.0 : 8.6};
    if (!booklet.by_hand) {
        int i = 0;
        for (const StaffRow& row : people) {
            ++i;
            rows.emplace_back();
            for (const Column& column : cols) rows.back().push_back(column.value(row, i));
        }
        if (staff.empty) rows.resize(10);
        y = sheet.table(12, y, widths, rows, body, layout == 2 ? 8 : 6.4, layout != 1, layout == 1 ? Colour{1, 1, 1} : Colour{0.88, 0.9, 0.93});
    } else {  // the printed notebook, filled in with a pen
        booklet.lettered = true;
        const std::size_t lines = std::max<std::size_t>(people.size() + 2, 9);
        rows.resize(lines + 1);
        const double head = y;
        const double tall = std::min(12.5, 140.0 / static_cast<double>(lines));
        sheet.table(12, head, widths, rows, body, tall);
        for (std::size_t r = 0; r < people.size(); ++r) {
            double x = 12;
            for (std::size_t c = 0; c < cols.size(); ++c) {
                const std::string value = cols[c].value(people[r], static_cast<int>(r) + 1);
                if (!value.empty()) sheet.write(x + 1, head + tall * (static_cast<double>(r) + 1.72), value, booklet.hand, 3.2, widths[c] - 2, true);
                x += widths[c];
            }
        }
        y = head + tall * static_cast<double>(lines + 1);
    }
    if (layout == 0) sheet.text(12, y + 3, 270, "Registre tenu en application de l'article L. 1221-13 du Code du travail.", {.size = 8, .italic = true});
    if (!staff.unnamed && booklet.rng.chance(0.35) && y < 165) {   // its stamp would name the company
        sheet.stamp_box({225, y + 6}, {staff.company.name, staff.company.address.postcode + " " + staff.company.address.town}, booklet.stamp_colour(), "company", true);
        if (booklet.rng.chance(0.5)) sheet.sign({215, y + 8, 55, 20}, booklet.signer(staff.company.director), "director", true);
    }
    truth(facts, sheet);
}

}  // namespace

namespace pieces {
extern const Drawing staff_register;
const Drawing staff_register{"staff_register", 3, true, draw};
}  // namespace pieces
}  // namespace paraphe::samples
