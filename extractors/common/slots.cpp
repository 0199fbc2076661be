#include "extractors/common/slots.hpp"

#include <algorithm>

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

/// Words of a signature place end their text: below them stands nothing but a name.
bool in_lower_part(const Sheet& sheet, const Box& box) {
    double last = 0;
    for (const auto& line : sheet.text.lines())
        if (line.box.centre_y() < 0.9) last = std::max(last, line.box.bottom());
    return box.y > 0.45 * last;
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
            if (!known) slots.push_back(slot_at(sheet, on_page(box.x - 0.03, box.y - above, std::max(width, box.w + 0.06), height), purpose, sheet.text.printed(span)));
        }
    }
    if (!slots.empty() || sheet.text.lines().empty()) return slots;
    double last = 0.1;
    for (const auto& line : sheet.text.lines())
        if (line.box.centre_y() < 0.88) last = std::max(last, line.box.y);
    slots.push_back(slot_at(sheet, on_page(0.08, last - 0.05, 0.84, height + 0.09), purpose, ""));
    return slots;
}

}  // namespace paraphe::extractors
