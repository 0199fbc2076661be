#include "confirm/magnetic_line.hpp"

#include "formats/cheque_line.hpp"

#include <algorithm>

namespace paraphe::confirm {
namespace {

/// Gaps between bars are measured, not recognised: a whole line of 31 digits is hardly ever wrong.
constexpr double decoded = 0.97;
constexpr double key_differs = 0.85;

std::optional<ChequeLine> decode(const Slot& slot, const LookAgain& look) {
    const auto answer = look(slot.place.path, {slot.place.page, slot.place.box, CropPurpose::cmc7});
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
    const auto printed = std::ranges::find(document.findings, "printed_key", &Finding::code);
    const auto key = printed == document.findings.end() ? std::optional<Finding>{} : *printed;
    auto line = decode(slot, look);
    if (line && key)
        if (const auto whole = repaired(*line, key->text)) line = whole;
    if (line && line->number.find('?') == std::string::npos) take_number(document, slot, line->number);
    if (!key) return;
    const auto computed = line ? rlmc_key(*line) : std::string();
    if (computed.empty()) document.findings.push_back({"cmc7_unread", key->text, 1, slot.place});
    else if (computed != key->text) document.findings.push_back({"cmc7_key_wrong", key->text, key_differs * key->confidence, key->place});
}

}  // namespace paraphe::confirm
