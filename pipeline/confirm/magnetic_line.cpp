#include "confirm/magnetic_line.hpp"

#include "formats/cheque_line.hpp"

#include <algorithm>

namespace paraphe::confirm {
namespace {

/// Gaps between bars are measured, not recognised: a whole line of 31 digits is hardly ever wrong.
constexpr double decoded = 0.97;
constexpr double key_differs = 0.85;

std::optional<ChequeLine> decode(const Slot& slot, const LookAgain& look) {
    const auto answer = look(slot.place.path, {slot.place.page, slot.place.box, CropPurpose::cmc7, {}});
    if (!answer || answer->words.empty()) return {};
    return parse_cheque_line(answer->words.front().text);
}

void take_number(Document& document, const Slot& slot, const std::string& number) {
    auto* found = field(document, "cheque_number");
    if (!found) {
        document.fields.push_back({"cheque_number", {number, decoded, slot.place, "the magnetic line"}, {}, true, false});
        return;
    }
    if (found->chosen.value == Value{number}) {
        found->chosen.confidence = std::max(found->chosen.confidence, decoded);
        found->confirmed = true;
        return;
    }
    found->others.insert(found->others.begin(), found->chosen);
    found->chosen = {number, decoded, slot.place, "the magnetic line"};
}

}  // namespace

void read_magnetic_line(Document& document, const LookAgain& look) {
    const auto found = std::ranges::find(document.slots, "cheque_number", &Slot::purpose);
    if (found == document.slots.end()) return;
    const Slot slot = *found;
    auto line = decode(slot, look);
    if (!line) return;
    const auto printed = std::ranges::find(document.findings, "printed_key", &Finding::code);
    if (printed != document.findings.end())
        if (const auto whole = repaired(*line, printed->text)) line = whole;
    if (line->number.find('?') == std::string::npos) take_number(document, slot, line->number);
    const auto key = rlmc_key(*line);
    if (key.empty() || printed == document.findings.end() || printed->text == key) return;
    document.findings.push_back({"cmc7_key_wrong", printed->text, key_differs * printed->confidence, printed->place});
}

}  // namespace paraphe::confirm
