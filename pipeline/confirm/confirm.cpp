#include "confirm/confirm.hpp"

#include "confirm/added_words.hpp"
#include "confirm/alteration.hpp"
#include "confirm/blanks.hpp"
#include "confirm/columns.hpp"
#include "confirm/doubt.hpp"
#include "confirm/form_look.hpp"
#include "confirm/garbled_print.hpp"
#include "confirm/handwriting.hpp"
#include "confirm/magnetic_line.hpp"
#include "confirm/page_numbers.hpp"
#include "confirm/person_look.hpp"
#include "confirm/places.hpp"
#include "confirm/second_look.hpp"
#include "confirm/slots.hpp"
#include "confirm/values.hpp"
#include "formats/person.hpp"
#include "formats/siren.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace paraphe::confirm {
namespace {

/// From here on a signatory's name is worth looking for in ink.
constexpr double named_from = 0.6;

Value like(const Value& model, const std::string& seen) {
    return std::holds_alternative<double>(model) ? Value{std::stod(seen)} : Value{seen};
}

void weigh(Field& field, const SecondLook& look, bool from_layer, ValueKind kind) {
    switch (look.answer) {
        case Answer::agrees:
            field.confirmed = true;
            field.chosen.confidence = 1 - (1 - field.chosen.confidence) * doubt_left;
            break;
        case Answer::differs:
            // Names are misread more often than misprinted: for them a difference is no contradiction.
            if (kind == ValueKind::text) break;
            // Two readings of one picture that differ are a doubt; that a file's text says another thing than its picture is a finding.
            if (from_layer) field.confirmed = false;
            field.chosen.confidence = std::min(field.chosen.confidence, contradicted);
            field.others.insert(field.others.begin(), Candidate{like(field.chosen.value, look.seen), contradicted, field.chosen.place, "second look at the picture"});
            break;
        case Answer::silent:
            if (from_layer) field.chosen.confidence = std::min(field.chosen.confidence, unconfirmed_layer);
            break;
    }
}

/// A register number whose key does not hold was misread, or misprinted: every rendering is asked.
bool take_number_whose_key_holds(Field& field, const PageReading* page, const LookAgain& look) {
    constexpr double seen_twice = 0.9;
    const auto* read = std::get_if<std::string>(&field.chosen.value);
    if (kind_of_field(field.name) != ValueKind::siren || !read || valid_siren(*read) || !page || page->source != TextSource::ocr) return false;
    const auto number = number_whose_key_holds(field, page, look);
    if (!number) return false;
    field.others.insert(field.others.begin(), field.chosen);
    field.chosen = {*number, seen_twice, field.chosen.place, "readings of its place"};
    field.confirmed = true;
    return true;
}

bool bears_a_mark(const Slot& slot) { return slot.purpose == "signature" || slot.purpose == "paraph"; }

bool decides(const Document& document, const Field& field, const Expectations& expectations) {
    return std::ranges::find(expectations.decisive, document.piece + "." + field.name) != expectations.decisive.end();
}

void sign_by_name(Document& document, const LookAgain& look, const PageOf& page_of) {
    const auto* read = field(document, "signatory");
    const auto* signatory = read ? std::get_if<std::string>(&read->chosen.value) : nullptr;
    if (!signatory || read->chosen.confidence < named_from) return;
    const auto names = signatures_in_letters(*signatory);
    for (auto& slot : document.slots)
        if (slot.purpose == "signature") take_written_signature(slot, names, look, page_of);
}

}  // namespace

void confirm(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    if (document.piece == "other") return;
    read_places(document, expectations, look, page_of);
    read_magnetic_line(document, look);
    read_representative_again(document, look);
    look_at_garbled_print(document, look, page_of);
    read_page_numbers(document, look, page_of);
    look_at_totals(document, look, page_of);
    verify_handwriting(document, expectations, look, page_of);
    for (auto& field : document.fields) {
        const auto& place = field.chosen.place;
        if (field.confirmed || weighed_in_place(document, field.name) || place.box.empty() || !decides(document, field, expectations) || comparable(field.chosen.value).empty()) continue;
        const PageReading* page = page_of(place.path, place.page);
        const bool from_layer = page && page->source == TextSource::layer;
        if (take_number_whose_key_holds(field, page, look)) continue;
        weigh(field, look_well(document, field, page, look), from_layer, kind_of_field(field.name));
    }
    compare_with_form(document, expectations, look, page_of);
    look_at_blanks(document, look, page_of);
    look_for_columns(document, look);
    look_for_alteration(document, look);
    look_for_added_words(document, expectations, look, page_of);
    for (auto& slot : document.slots)
        if (bears_a_mark(slot)) settle(slot, document.marks, look, page_of);
    sign_by_name(document, look, page_of);
    name_by_place(document);
}

}  // namespace paraphe::confirm
