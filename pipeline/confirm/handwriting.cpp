#include "confirm/handwriting.hpp"

#include "confirm/hand_look.hpp"
#include "confirm/places.hpp"
#include "confirm/values.hpp"

#include <algorithm>

namespace paraphe::confirm {
namespace {

constexpr double margin_x = 0.01, margin_y = 0.006;
/// A field is in handwriting when ink of a hand covers at least half of its box.
constexpr double covered_from = 0.5;
/// What handwriting that only a printed-text engine read is worth at most.
constexpr double unverified = 0.6;
/// And what it is worth when the recogniser of handwriting, which was not told of it, sees the same.
constexpr double verified = 0.95;
/// A day that print was read as, less surely, may be a hand's that no mark was seen of.
constexpr double surely_print = 0.8;
/// Below this a day that the engine for print read is a guess.
constexpr double hardly_read = 0.4;

bool in_ink_of_a_hand(const Place& place, const PageOf& page_of) {
    const PageReading* page = page_of(place.path, place.page);
    if (!page || place.box.empty()) return false;
    return std::ranges::any_of(page->marks, [&](const Mark& mark) {
        return mark.kind == MarkKind::handwriting && mark.confidence >= 0.5 && covered(place.box, mark.box) >= covered_from;
    });
}

bool hardly_read_day(const Field& field, const PageOf& page_of) {
    const auto& place = field.chosen.place;
    const PageReading* page = place.box.empty() ? nullptr : page_of(place.path, place.page);
    return field.name.ends_with("_on") && field.chosen.confidence < surely_print && page && page->source != TextSource::layer;
}

/// Confirms what the recogniser of handwriting surely sees, too, and takes its word for what the engine for print hardly read.
void verify(Field& field, const Expectations& expectations, const LookAgain& look) {
    const auto& place = field.chosen.place;
    const auto written = written_in(field.name, {place.path, place.page, grown(place.box, margin_x, margin_y)}, expectations, look);
    if (!written || !written->sure) return;
    if (comparable(written->value) != comparable(field.chosen.value)) {
        if (field.chosen.confidence >= hardly_read) return;
        field.others.insert(field.others.begin(), field.chosen);
        field.chosen = {written->value, verified, field.chosen.place, "written by hand"};
    }
    field.confirmed = true;
    field.chosen.confidence = verified;
}

}  // namespace

void verify_handwriting(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    for (auto& field : document.fields) {
        if (weighed_in_place(document, field.name)) continue;
        const bool in_ink = field.by_hand || in_ink_of_a_hand(field.chosen.place, page_of);
        if (in_ink) {
            field.by_hand = true;
            field.chosen.confidence = std::min(field.chosen.confidence, unverified);
        }
        if (in_ink || hardly_read_day(field, page_of)) verify(field, expectations, look);
    }
}

}  // namespace paraphe::confirm
