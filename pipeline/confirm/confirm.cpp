#include "confirm/confirm.hpp"

#include "confirm/added_words.hpp"
#include "confirm/alteration.hpp"
#include "confirm/blanks.hpp"
#include "confirm/columns.hpp"
#include "confirm/doubt.hpp"
#include "confirm/form_look.hpp"
#include "confirm/handwriting.hpp"
#include "confirm/magnetic_line.hpp"
#include "confirm/margin.hpp"
#include "confirm/page_numbers.hpp"
#include "confirm/person_look.hpp"
#include "confirm/places.hpp"
#include "confirm/slots.hpp"
#include "confirm/values.hpp"
#include "confirm/votes.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace paraphe::confirm {
namespace {


/// From here on a signatory's name is worth looking for in ink.
constexpr double named_from = 0.6;

enum class Answer { agrees, differs, silent };

struct Look {
    Answer answer = Answer::silent;
    std::string seen;   ///< the value read instead
};

std::string joined(const std::vector<Word>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

/// Some paper around a value, but none of the words beside it: the last stroke of "du" before a 9 makes it 19.
Box room_around(const Box& box, const PageReading* page) {
    const Box wide = with_margin(box);
    double left = wide.x, right = wide.right();
    for (const auto& word : page ? page->words : std::vector<Word>{}) {
        if (intersection(word.box, wide).empty() || covered(word.box, box) > 0.3) continue;
        if (word.box.right() < box.x + 0.5 * margin_x) left = std::max(left, std::min(box.x, (word.box.right() + box.x) / 2));
        if (word.box.x > box.right() - 0.5 * margin_x) right = std::min(right, std::max(box.right(), (word.box.x + box.right()) / 2));
    }
    return {left, wide.y, right - left, wide.h};
}

/// The document's values that a look at this one shows as well, as they are compared: beside one end of a period stands the other.
std::vector<std::string> values_beside(const Document& document, const Field& field, const Box& room) {
    const auto& place = field.chosen.place;
    std::vector<std::string> beside;
    for (const auto& other : document.fields) {
        const auto& there = other.chosen.place;
        const bool shown = there.path == place.path && there.page == place.page && !intersection(with_margin(there.box), room).empty();
        if (other.name != field.name && shown) beside.push_back(comparable(other.chosen.value));
    }
    return beside;
}

/// So much of the line on either side, as a fraction of the page's width.
constexpr double beside_in_line = 0.12;

/// A claim, and what may be seen around it without contradicting it.
struct Claim {
    const Candidate& made;
    ValueKind kind;
    Box room;   ///< what is looked at
    std::vector<std::string> beside;
};

Look look_at(const Claim& of, CropPurpose purpose, const LookAgain& look) {
    const auto& claim = of.made;
    const CropRequest request{claim.place.page, of.room, purpose};
    const auto answer = look(claim.place.path, request);
    if (!answer) return {};
    const auto claimed = comparable(claim.value);
    auto values = values_in(fold(joined(answer->words)), of.kind);
    if (std::ranges::any_of(values, [&](const std::string& seen) { return agree(claimed, seen, of.kind); })) return {Answer::agrees, claimed};
    std::erase_if(values, [&](const std::string& seen) { return std::ranges::find(of.beside, seen) != of.beside.end(); });
    return values.empty() ? Look{} : Look{Answer::differs, values.front()};
}

/// What every rendering of the place says, one vote each: the claim must win with two at least.
bool borne_out(const Claim& of, const LookAgain& look) {
    const auto& place = of.made.place;
    const auto answer = look(place.path, {place.page, of.room, CropPurpose::every_way});
    if (!answer) return false;
    const auto claimed = comparable(of.made.value);
    Votes votes;
    for (const auto& reading : answer->readings) {
        const auto values = values_in(fold(reading), of.kind);
        if (std::ranges::any_of(values, [&](const std::string& seen) { return agree(claimed, seen, of.kind); })) votes.add(claimed, true);
        else if (!values.empty() && std::ranges::find(of.beside, values.front()) == of.beside.end()) votes.add(values.front(), true);
    }
    const auto winner = votes.winner();
    return winner && winner->value == Value{claimed} && winner->votes >= 2;
}

/// Looks of different kinds before a contradiction is told, or silence kept: one misread crop must not cost a person's minute.
Look look_well(const Claim& claim, const LookAgain& look) {
    const auto first = look_at(claim, CropPurpose::text, look);
    if (first.answer == Answer::agrees || claim.kind == ValueKind::text || claim.kind == ValueKind::amount_in_words) return first;
    const auto second = look_at(claim, CropPurpose::digits, look);
    if (second.answer == Answer::agrees) return second;
    if (borne_out(claim, look)) return {Answer::agrees, comparable(claim.made.value)};
    if (first.answer == Answer::differs || second.answer == Answer::differs) return first.answer == Answer::differs ? first : second;
    // Nothing was read at all: print is read better in the middle of its line than cut out of it.
    const auto in_line = look_at({claim.made, claim.kind, grown(claim.room, beside_in_line, 0), claim.beside}, CropPurpose::text, look);
    return in_line.answer == Answer::agrees ? in_line : second;
}

Value like(const Value& model, const std::string& seen) {
    return std::holds_alternative<double>(model) ? Value{std::stod(seen)} : Value{seen};
}

void weigh(Field& field, const Look& look, bool from_layer, ValueKind kind) {
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
    read_page_numbers(document, look, page_of);
    look_at_totals(document, look, page_of);
    verify_handwriting(document, expectations, look, page_of);
    for (auto& field : document.fields) {
        const auto& place = field.chosen.place;
        if (field.confirmed || weighed_in_place(document, field.name) || place.box.empty() || !decides(document, field, expectations) || comparable(field.chosen.value).empty()) continue;
        const PageReading* page = page_of(place.path, place.page);
        const bool from_layer = page && page->source == TextSource::layer;
        const auto kind = kind_of_field(field.name);
        const Box room = room_around(place.box, page);
        weigh(field, look_well({field.chosen, kind, room, values_beside(document, field, room)}, look), from_layer, kind);
    }
    compare_with_form(document, expectations, look, page_of);
    look_at_blanks(document, look, page_of);
    look_for_columns(document, look);
    look_for_alteration(document, look);
    look_for_added_words(document, expectations, look, page_of);
    for (auto& slot : document.slots)
        if (bears_a_mark(slot)) settle(slot, look, page_of);
    sign_by_name(document, look, page_of);
    name_by_place(document);
}

}  // namespace paraphe::confirm
