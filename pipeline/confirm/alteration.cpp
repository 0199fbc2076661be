#include "confirm/alteration.hpp"

#include "confirm/margin.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace paraphe::confirm {
namespace {

enum class Pen { wrote, may_have, did_not };

/// Marks below this may be specks; above, they are a hand's.
constexpr double speck = 0.2, surely = 0.6;
/// What one sum in ink beside one in print is worth.
constexpr double altered = 0.7;

std::optional<Pen> pen_over(const Candidate& value, const LookAgain& look) {
    const auto answer = look(value.place.path, {value.place.page, with_margin(value.place.box), CropPurpose::ink});
    if (!answer) return {};
    double most = answer->ink == Ink::present && answer->mark && *answer->mark != MarkKind::stamp ? answer->confidence : 0;
    for (const auto& mark : answer->marks)
        if (mark.kind != MarkKind::stamp && !intersection(mark.box, value.place.box).empty()) most = std::max(most, mark.confidence);
    return most >= surely ? Pen::wrote : most > speck ? Pen::may_have : Pen::did_not;
}

/// Filled in by a machine: no pen over the day and the payee either.
bool printed_besides(const Document& document, const LookAgain& look) {
    return std::ranges::none_of(std::array{"payee", "drawn_on"}, [&](const char* name) {
        const auto* other = field(document, name);
        return other && (other->by_hand || (!other->chosen.place.box.empty() && pen_over(other->chosen, look) != Pen::did_not));
    });
}

}  // namespace

void look_for_alteration(Document& document, const LookAgain& look) {
    const auto *figures = field(document, "amount"), *words = field(document, "amount_in_words");
    if (!figures || !words || figures->by_hand || words->by_hand || figures->chosen.place.box.empty() || words->chosen.place.box.empty()) return;
    const auto over_figures = pen_over(figures->chosen, look), over_words = pen_over(words->chosen, look);
    const bool in_figures = over_figures == Pen::wrote && over_words == Pen::did_not, in_words = over_words == Pen::wrote && over_figures == Pen::did_not;
    if (!(in_figures || in_words) || !printed_besides(document, look)) return;
    document.findings.push_back({"alteration", in_figures ? "le montant en chiffres" : "le montant en lettres", altered, (in_figures ? figures : words)->chosen.place});
}

}  // namespace paraphe::confirm
