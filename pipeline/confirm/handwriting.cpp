#include "confirm/handwriting.hpp"

#include "confirm/places.hpp"
#include "confirm/values.hpp"
#include "formats/number_words.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace paraphe::confirm {
namespace {

constexpr double margin_x = 0.01, margin_y = 0.006;
/// A field is in handwriting when ink of a hand covers at least half of its box.
constexpr double covered_from = 0.5;
/// A word of a lexicon must be said without a fault: 600,00 is as like 400,00, and France TV as like France IT, as one misread
/// sign makes them.
constexpr double said_from = 0.99;
/// What handwriting that only a printed-text engine read is worth at most.
constexpr double unverified = 0.6;

bool in_ink_of_a_hand(const Place& place, const PageOf& page_of) {
    const PageReading* page = page_of(place.path, place.page);
    if (!page || place.box.empty()) return false;
    return std::ranges::any_of(page->marks, [&](const Mark& mark) {
        return mark.kind == MarkKind::handwriting && mark.confidence >= 0.5 && covered(place.box, mark.box) >= covered_from;
    });
}

std::vector<std::string> figures(double fee) {
    char text[40];
    std::snprintf(text, sizeof text, "%.0f", fee);
    const std::string whole = text;
    return {whole, whole + ",00", whole + " €", whole + ",00 €", whole + " EUR"};
}

/// What is expected in a field of that name: the words that the ink may say.
std::vector<std::string> lexicon_of(const std::string& field, const Expectations& expectations) {
    if (field == "payee") return expectations.payees;
    if (expectations.fee <= 0) return {};
    if (field == "amount") return figures(expectations.fee);
    if (field == "amount_in_words") {
        const auto words = number_in_words(std::llround(expectations.fee));
        return {words, words + " euros"};
    }
    return {};
}

bool expected(const Field& field, const Expectations& expectations) {
    if (field.name == "amount" || field.name == "amount_in_words") {
        const auto* amount = std::get_if<double>(&field.chosen.value);
        return amount && std::abs(*amount - expectations.fee) < 0.005;
    }
    const auto* text = std::get_if<std::string>(&field.chosen.value);
    return text && std::ranges::any_of(expectations.payees, [&](const std::string& payee) { return agree(payee, fold(*text), ValueKind::text); });
}

void verify(Field& field, const Expectations& expectations, const LookAgain& look) {
    field.by_hand = true;
    const auto lexicon = lexicon_of(field.name, expectations);
    field.chosen.confidence = std::min(field.chosen.confidence, unverified);
    if (lexicon.empty() || !expected(field, expectations)) return;
    const auto& place = field.chosen.place;
    const auto answer = look(place.path, {place.page, grown(place.box, margin_x, margin_y), CropPurpose::word_in_lexicon, lexicon});
    if (!answer || answer->best.empty() || answer->confidence < said_from) return;
    field.confirmed = true;
    field.chosen.confidence = answer->confidence;
}

}  // namespace

void verify_handwriting(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    for (auto& field : document.fields)
        if (!weighed_in_place(document, field.name) && (field.by_hand || in_ink_of_a_hand(field.chosen.place, page_of))) verify(field, expectations, look);
}

}  // namespace paraphe::confirm
