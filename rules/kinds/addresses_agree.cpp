#include "rules/fields.hpp"
#include "rules/words.hpp"

#include "formats/address.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <optional>

namespace paraphe::rules {
namespace {

/// An address read below this is no ground for a remark.
constexpr double read_from = 0.6;
/// same_address: below there the two have no more in common than a department.
constexpr double another_below = 0.45;

struct Read {
    Address address;
    std::string shown;
    Place place;
    double confidence = 0;
};

std::optional<Read> address_in(const Document& document) {
    const auto* read = field(document, "address");
    const auto* text = read && read->chosen.confidence >= read_from ? std::get_if<std::string>(&read->chosen.value) : nullptr;
    if (!text) return {};
    Read found{parse_address(fold(*text)), *text, read->chosen.place, read->chosen.confidence};
    return found.address.postcode.empty() ? std::nullopt : std::optional(std::move(found));
}

/// A company may have moved, or use the address of an establishment: told, never held against it.
Ruling check(const Context& context, const CheckSpec& spec) {
    const auto identity = context.judged.find(context.book.identity.piece);
    const auto seat = identity == context.judged.end() ? std::nullopt : address_in(*identity->second);
    if (!seat) return ruling(Outcome::pass, "unknown", 1, {}, "no registered office was read");
    std::vector<Place> places{seat->place};
    std::vector<std::string> others;
    double confidence = seat->confidence;
    for (const auto& piece : texts_of(spec, "pieces")) {
        const auto judged = context.judged.find(piece);
        const auto read = judged == context.judged.end() ? std::nullopt : address_in(*judged->second);
        if (!read) continue;
        places.push_back(read->place);
        if (same_address(read->address, seat->address) >= another_below) continue;
        confidence = std::min(confidence, read->confidence);
        if (std::ranges::find(others, read->shown) == others.end()) others.push_back(read->shown);
    }
    auto result = ruling(others.empty() ? Outcome::pass : Outcome::review, others.empty() ? "ok" : "another", others.empty() ? 1 : confidence, places,
                         std::to_string(others.size()) + " addresses other than " + seat->shown);
    result.values = {{"list", show_list(others)}, {"seat", show(seat->shown)}};
    return result;
}

}  // namespace

extern const RuleKind addresses_agree;
const RuleKind addresses_agree{
    .name = "addresses_agree",
    .meaning = {"Les pièces donnent à l'entreprise l'adresse de son siège au Kbis.", "The pieces give the company the address of its registered office on the Kbis."},
    .parameters = {{"pieces", ParameterType::texts, true}},
    .reasons = {{"ok", Outcome::pass, {"seat"}}, {"unknown", Outcome::pass}, {"another", Outcome::review, {"list", "seat"}}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
