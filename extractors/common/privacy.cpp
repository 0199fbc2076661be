#include "extractors/common/privacy.hpp"

#include "extractors/common/labels.hpp"
#include "formats/iban.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace paraphe::extractors {
namespace {

constexpr std::array people_labels{Label{"Date et lieu de naissance"}, Label{"Date de naissance"}, Label{"Lieu de naissance"}, Label{"Né(e) le"},
                                   Label{"Nationalité"}, Label{"Domicile personnel"}, Label{"Adresse personnelle"}, Label{"Domicile"},
                                   Label{"Demeurant"}, Label{"Numéro de sécurité sociale"}};
constexpr std::array<std::string_view, 8> personal_columns{"birth", "first_name", "name", "nationality", "sex", "nir", "address", "permit"};
/// A SIRET has 14 digits, two of them on a line with a date 36; an account or a magnetic line is one run of groups of digits only.
constexpr long digits_of_an_account = 20;

void hide(const Sheet& sheet, const Place& place, Extraction& out) {
    if (!place.box.empty()) out.findings.push_back({"private", "", 1, {sheet.path, sheet.page(), place.box}});
}

bool is_account_line(std::string_view folded) {
    const auto digits = std::ranges::count_if(folded, [](unsigned char c) { return std::isdigit(c) != 0; });
    const auto letters = std::ranges::count_if(folded, [](unsigned char c) { return std::isalpha(c) != 0; });
    return digits >= digits_of_an_account && letters * 4 < digits;
}

}  // namespace

void hide_people(const Sheet& sheet, Extraction& out) {
    for (const auto& labelled : labelled_values(sheet, people_labels)) hide(sheet, place_of(sheet, labelled.value), out);
}

void hide_accounts(const Sheet& sheet, Extraction& out) {
    const auto lines = sheet.text.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto whole = whole_line(sheet, i);
        if (is_account_line(lines[i].folded)) {
            hide(sheet, place_of(sheet, whole), out);
            continue;
        }
        for (const auto& found : {find_ibans(lines[i].folded), find_ribs(lines[i].folded)})
            for (const auto& account : found) hide(sheet, place_of(sheet, part_of(whole, account.begin, account.end)), out);
    }
}

void hide_columns(const Sheet& sheet, std::span<const Column> columns, double top, Extraction& out) {
    const auto hide_upright = [&](const Box& upright) {
        hide(sheet, {sheet.path, sheet.page(), turned(upright, 360 - sheet.text.page().rotation % 360)}, out);
    };
    if (columns.empty()) hide_upright({0, top, 1, 1 - top});
    for (const auto& column : columns)
        if (std::ranges::find(personal_columns, column.name) != personal_columns.end())
            hide_upright({column.left, top, column.right - column.left, 1 - top});
}

}  // namespace paraphe::extractors
