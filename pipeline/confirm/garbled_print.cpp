#include "confirm/garbled_print.hpp"

#include "confirm/margin.hpp"
#include "confirm/votes.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace paraphe::confirm {
namespace {

/// Renderings agree by chance on fewer letters; what is written over is garbled differently in each.
constexpr std::size_t fewest_letters = 5;
constexpr int fewest_votes = 2;

bool under_ink(const PageReading& page, const Box& box) {
    return std::ranges::any_of(page.marks, [&](const Mark& mark) { return mark.kind == MarkKind::handwriting && !intersection(mark.box, box).empty(); });
}

bool plain_print(const Place& place, const LookAgain& look) {
    const auto answer = look(place.path, {place.page, with_margin(place.box), CropPurpose::every_way});
    if (!answer) return false;
    Votes votes;
    for (const auto& reading : answer->readings) {
        const auto letters = letters_of(fold(reading));
        if (letters.size() >= fewest_letters) votes.add(letters, true);
    }
    const auto winner = votes.winner();
    return winner && winner->votes >= fewest_votes;
}

}  // namespace

void look_at_garbled_print(Document& document, const LookAgain& look, const PageOf& page_of) {
    std::erase_if(document.findings, [&](const Finding& finding) {
        const auto& place = finding.place;
        const auto* page = finding.code == "handwriting_in_body" ? page_of(place.path, place.page) : nullptr;
        return page && !under_ink(*page, place.box) && plain_print(place, look);
    });
}

}  // namespace paraphe::confirm
