#include "extractors/common/kbis_body.hpp"
#include "formats/company_name.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe::extractors {
namespace {

constexpr std::array person_labels{Label{"Nom d'usage"}, Label{"Nom, prénoms"}, Label{"Nom et prénoms"}, Label{"Nom, prénom"}, Label{"Nom Prénom(s)"}, Label{"Nom de naissance", 0.9},
                                   Label{"Nom", 0.9}, Label{"Prénoms", 0.9}};
constexpr std::array firm_labels{Label{"Dénomination ou raison sociale"}, Label{"Dénomination sociale"}, Label{"Dénomination"}, Label{"Raison sociale"}};
constexpr std::array agent_labels{Label{"Représentant permanent"}, Label{"Représentée par"}, Label{"Représenté par"}};

/// Something of the people's part with its height, so that roles and names meet in the order of the page.
struct Item {
    enum class What { role, person, usage, firm, agent } what = What::role;
    std::string text;
    Span span;
    double confidence = 0;
    double y = 0;
};

/// The words of a line that tell a role and nothing else: "Gérant", "Président du conseil d'administration".
std::optional<Span> role_at_start(const Sheet& sheet, std::size_t k) {
    const Span line = trimmed(sheet, whole_line(sheet, k));
    const auto text = sheet.text.folded(line);
    if (text.starts_with("COMMISSAIRE")) return line;
    for (const auto& role : find_roles(text)) {
        if (role.begin > 3) return {};
        return part_of(line, 0, role.end);
    }
    return {};
}

bool may_be_name(std::string_view folded) {
    const auto letters = std::ranges::count_if(folded, [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto digits = std::ranges::count_if(folded, [](char c) { return c >= '0' && c <= '9'; });
    return letters >= 4 && digits <= 1 && folded.size() <= 80 && !says_nothing(folded) && !folded.starts_with("ASSOCIE") && !folded.starts_with("COMMERCIAL") && !folded.starts_with("NE ") && !folded.starts_with("NEE ");
}

/// "Président : M. PONS Karim né le ..." -> the name alone.
Span before_details(const Sheet& sheet, Span span) {
    const auto text = sheet.text.folded(span);
    std::size_t end = text.size();
    for (const std::string_view stop : {", NE ", ", NEE LE", " NE LE ", " NEE LE ", " NE(E) LE", ", DEMEURANT", " DEMEURANT ", ", NATIONALITE", ", DE NATIONALITE", " - NE ", ", FORME"}) {
        const auto at = text.find(stop);
        if (at != std::string_view::npos) end = std::min(end, at);
    }
    return trimmed(sheet, part_of(span, 0, end));
}

void take_labels(const Sheet& sheet, const Body& body, std::span<const Label> labels, Item::What what, std::vector<Item>& items) {
    for (const auto& found : labelled_values(sheet, labels)) {
        if (body.part(sheet, found.where.line) != BodyPart::people || found.where.begin > 3) continue;
        const Span value = before_details(sheet, found.value);
        if (!may_be_name(sheet.text.folded(value))) continue;
        const bool usage = what == Item::What::person && found.label->phrase == "Nom d'usage";
        items.push_back({usage ? Item::What::usage : what, printed(sheet, value), value, found.quality * sureness(sheet, value), sheet.text.upright_box(found.where).centre_y()});
    }
}

void take_roles(const Sheet& sheet, const Body& body, std::vector<Item>& items) {
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        if (body.part(sheet, k) != BodyPart::people) continue;
        const auto role = role_at_start(sheet, k);
        if (!role) continue;
        const double y = sheet.text.upright_box(*role).centre_y();
        items.push_back({Item::What::role, printed(sheet, *role), *role, sureness(sheet, *role), y});
        for (const auto& beside : sheet.text.right_of(*role)) {
            const Span value = before_details(sheet, trimmed(sheet, beside));
            const auto text = sheet.text.folded(value);
            if (!may_be_name(text)) continue;
            const auto what = looks_like_company(printed(sheet, value)) ? Item::What::firm : Item::What::person;
            items.push_back({what, printed(sheet, value), value, 0.97 * sureness(sheet, value), y + 1e-6});
            break;
        }
    }
}

bool is_auditor(std::string_view role) {
    return fold(role).find("COMMISSAIRE") != std::string::npos;
}

/// Without a civility: names are compared without it, but it is printed and harmless.
struct Seen {
    Representative who;
    double confidence = 0;
};

std::vector<Seen> assemble(std::vector<Item> items) {
    std::ranges::stable_sort(items, {}, &Item::y);
    std::vector<Seen> seen;
    std::string role;
    for (const auto& item : items) {
        const bool counts = !is_auditor(role);
        switch (item.what) {
            case Item::What::role: role = item.text; break;
            case Item::What::person:
            case Item::What::firm: {
                const bool known = std::ranges::any_of(seen, [&](const Seen& s) { return fold(s.who.name) == fold(item.text) && s.who.role == role; });
                if (counts && !known) seen.push_back({{item.text, role, item.what == Item::What::firm}, item.confidence});
                break;
            }
            case Item::What::usage:
                if (counts && !seen.empty()) seen.back().who.name += " nom d'usage " + item.text;
                break;
            case Item::What::agent:
                if (counts) seen.push_back({{item.text, "Représentant permanent", false}, item.confidence});
                break;
        }
    }
    return seen;
}

}  // namespace

void read_representatives(const std::vector<Sheet>& sheets, const Body& body, Pool& pool) {
    std::vector<Representative> all;
    double confidence = 1;
    Place place;
    for (const auto& sheet : sheets) {
        std::vector<Item> items;
        take_roles(sheet, body, items);
        take_labels(sheet, body, person_labels, Item::What::person, items);
        take_labels(sheet, body, firm_labels, Item::What::firm, items);
        take_labels(sheet, body, agent_labels, Item::What::agent, items);
        Box box;
        for (const auto& item : items)
            if (item.what != Item::What::role) box = unite(box, sheet.text.place(item.span));
        for (auto& one : assemble(std::move(items))) {
            all.push_back(std::move(one.who));
            confidence = std::min(confidence, one.confidence);
        }
        if (!box.empty() && place.box.empty()) place = {sheet.path, sheet.page(), box};
    }
    if (!all.empty()) pool.add("representatives", std::move(all), confidence * 0.98, place, "the part on direction and administration");
}

}  // namespace paraphe::extractors
