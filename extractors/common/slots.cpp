#include "extractors/common/slots.hpp"

#include "extractors/common/labels.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace paraphe::extractors {
namespace {

// A signature or stamp is 10 to 40 mm high, on A4 0.03 to 0.13 of the page; it may begin on the words themselves.
constexpr double height = 0.13, width = 0.40, above = 0.01;

Slot slot_at(const Sheet& sheet, const Box& upright, const std::string& purpose, std::string label) {
    Slot slot;
    slot.purpose = purpose;
    slot.place = {sheet.path, sheet.page(), turned(upright, 360 - sheet.text.page().rotation % 360)};
    slot.label = std::move(label);
    return slot;
}

Box on_page(double x, double y, double w, double h) {
    x = std::clamp(x, 0.0, 1.0), y = std::clamp(y, 0.0, 1.0);
    return {x, y, std::min(w, 1 - x), std::min(h, 1 - y)};
}

/// Under the label come a name, a role, words by hand that were read as well as they could be: the signature is drawn below them.
double height_of(const Sheet& sheet, const Box& place, const Box& label) {
    constexpr double next_line = 0.025, most = 0.22;
    std::vector<Box> below;
    for (const auto& line : sheet.text.lines())
        if (line.box.y >= label.y && line.box.x < place.right() && line.box.right() > place.x) below.push_back(line.box);
    std::ranges::sort(below, {}, &Box::y);
    double words_end = label.bottom();
    for (const auto& line : below)
        if (line.y - words_end < next_line) words_end = std::max(words_end, line.bottom());
    return std::clamp(words_end - label.bottom() + height, height, most);
}

/// The lowest of those lines above the page's foot. Empty when there is none.
template <class Wanted>
Box lowest_line(const Sheet& sheet, Wanted wanted) {
    constexpr double foot = 0.9;
    const double end = std::min(foot, sheet.text.foot_begins());
    Box last;
    for (const auto& line : sheet.text.lines())
        if (line.box.centre_y() < end && line.box.y >= last.y && wanted(line)) last = line.box;
    return last;
}

/// Words of a signature place end their text: below them no print stands but a name.
bool in_lower_part(const Sheet& sheet, const Box& box) {
    return box.y > 0.45 * lowest_line(sheet, [&](const TextLine& line) { return sheet.text.is_print(line); }).bottom();
}

/// Above the line that dates the paper, "Président" or "la Direction" is one of its facts and no place to sign: such places are left out.
void drop_roles_above_the_date(const Sheet& sheet, std::vector<Slot>& slots) {
    double dated_at = 0;
    for (const auto& letter : letter_dates(sheet)) dated_at = std::max(dated_at, sheet.text.upright_box(letter.date.span).y);
    for (const auto& span : sheet.text.find("Fait à")) dated_at = std::max(dated_at, sheet.text.upright_box(span).y);
    std::erase_if(slots, [&](const Slot& slot) {
        const auto words = fold(slot.label);
        const bool names_a_mark = std::ranges::any_of(std::array{"SIGN", "CACHET", "LU ET", "BON POUR", "FAIT"}, [&](std::string_view word) { return words.find(word) != std::string::npos; });
        return !words.empty() && !names_a_mark && turned(slot.place.box, sheet.text.page().rotation).centre_y() < dated_at;
    });
}

}  // namespace

std::vector<Slot> mark_slots(const Sheet& sheet, std::span<const std::string_view> words, const std::string& purpose) {
    std::vector<Slot> slots;
    for (const auto word : words) {
        for (const auto& span : sheet.text.find(word)) {
            const Box box = sheet.text.upright_box(span);
            const auto& line = sheet.text.lines()[span.line];
            if (!in_lower_part(sheet, box) || line.folded.size() > (span.end - span.begin) + 30) continue;
            const bool known = std::ranges::any_of(slots, [&](const Slot& s) { return covered(sheet.text.place(span), s.place.box) > 0.5; });
            if (known) continue;
            Box place = on_page(box.x - 0.03, box.y - above, std::max(width, box.w + 0.06), height);
            place.h = std::min(height_of(sheet, place, box), 1 - place.y);
            slots.push_back(slot_at(sheet, place, purpose, sheet.text.printed(span)));
        }
    }
    if (!slots.empty() || sheet.text.lines().empty()) return slots;
    // A hand's words, read as well as they could be, are the closing's, too.
    const double last = std::max(0.1, lowest_line(sheet, [](const TextLine&) { return true; }).y);
    slots.push_back(slot_at(sheet, on_page(0.08, last - 0.05, 0.84, height + 0.09), purpose, ""));
    return slots;
}

void add_signature_slots(const std::vector<Sheet>& sheets, Extraction& out) {
    static constexpr std::array words{std::string_view("Signature et cachet de l'entreprise"), std::string_view("Cachet et signature"), std::string_view("Signature et cachet"), std::string_view("Signature du dirigeant"), std::string_view("Signature du représentant"),
                                      std::string_view("Signature"), std::string_view("Le dirigeant"), std::string_view("La Direction"), std::string_view("Le représentant légal"), std::string_view("Pour l'entreprise"), std::string_view("Pour la société"),
                                      std::string_view("Le Président"), std::string_view("La Présidente"), std::string_view("Le Gérant"), std::string_view("La Gérante"), std::string_view("Le Directeur"), std::string_view("Le candidat"), std::string_view("L'utilisateur"),
                                      std::string_view("Lu et approuvé"), std::string_view("Bon pour"), std::string_view("Fait à"), std::string_view("Fait le")};
    if (sheets.empty()) return;
    // The closing is on the last sheet that has such words; a blank back may follow it.
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet) {
        const bool last_hope = std::next(sheet) == sheets.rend();
        if (sheet->text.lines().empty() && !last_hope) continue;
        auto slots = mark_slots(*sheet, words, "signature");
        drop_roles_above_the_date(*sheet, slots);
        const bool labelled = !slots.empty() && !slots.front().label.empty();
        if (!labelled && !last_hope && sheets.rend() - sheet > 1 && sheet == sheets.rbegin()) {
            // No words on the last sheet: a place there, and perhaps one before.
            const auto before = mark_slots(*std::next(sheet), words, "signature");
            if (!before.empty() && !before.front().label.empty()) {
                out.slots.insert(out.slots.end(), before.begin(), before.end());
                return;
            }
        }
        out.slots.insert(out.slots.end(), slots.begin(), slots.end());
        return;
    }
}

}  // namespace paraphe::extractors
