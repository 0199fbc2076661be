#include "confirm/magnetic_line.hpp"

#include "confirm/margin.hpp"
#include "formats/cheque_line.hpp"

#include <algorithm>
#include <cctype>

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

/// Does any rendering of the printed key's place say it? Two small figures in parentheses are misread more often than 31 measured gaps.
bool printed_as(const std::string& key, const Place& place, const LookAgain& look) {
    const auto answer = look(place.path, {place.page, with_margin(place.box), CropPurpose::every_way});
    const auto says_it = [&](const std::string& reading) {
        const auto figure = [&](std::size_t i) { return i < reading.size() && std::isdigit(static_cast<unsigned char>(reading[i])) != 0; };
        for (auto at = reading.find(key); at != std::string::npos; at = reading.find(key, at + 1))
            if ((at == 0 || !figure(at - 1)) && !figure(at + key.size())) return true;
        return false;
    };
    return answer && std::ranges::any_of(answer->readings, says_it);
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
    else if (computed != key->text && !printed_as(computed, key->place, look)) document.findings.push_back({"cmc7_key_wrong", key->text, key_differs * key->confidence, key->place});
}

}  // namespace paraphe::confirm
