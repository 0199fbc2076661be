#include "confirm/second_look.hpp"

#include "confirm/margin.hpp"
#include "confirm/votes.hpp"
#include "formats/dates.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"
#include "text/page_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace paraphe::confirm {
namespace {

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
    bool seen = false;   ///< on the picture itself, not in a text layer alone
};

SecondLook look_at(const Claim& of, CropPurpose purpose, const LookAgain& look) {
    const auto& claim = of.made;
    const CropRequest request{claim.place.page, of.room, purpose};
    const auto answer = look(claim.place.path, request);
    if (!answer) return {};
    const auto claimed = comparable(claim.value);
    auto values = values_in(fold(joined(answer->words)), of.kind);
    if (std::ranges::any_of(values, [&](const std::string& seen) { return agree(claimed, seen, of.kind); })) return {Answer::agrees, claimed};
    std::erase_if(values, [&](const std::string& seen) { return std::ranges::find(of.beside, seen) != of.beside.end(); });
    return values.empty() ? SecondLook{} : SecondLook{Answer::differs, values.front()};
}

/// What every rendering of the place says, one vote each, and the page's own reading: the claim must win with two at least.
bool borne_out(const Claim& of, const LookAgain& look) {
    const auto& place = of.made.place;
    const auto answer = look(place.path, {place.page, of.room, CropPurpose::every_way});
    if (!answer) return false;
    const auto claimed = comparable(of.made.value);
    Votes votes;
    if (of.seen) votes.add(claimed, true);
    for (const auto& reading : answer->readings) {
        const auto values = values_in(fold(reading), of.kind);
        if (std::ranges::any_of(values, [&](const std::string& seen) { return agree(claimed, seen, of.kind); })) votes.add(claimed, true);
        else if (!values.empty() && std::ranges::find(of.beside, values.front()) == of.beside.end()) votes.add(values.front(), true);
    }
    const auto winner = votes.winner();
    return winner && winner->value == Value{claimed} && winner->votes >= 2;
}

SecondLook look_in_many_ways(const Claim& claim, const LookAgain& look) {
    const auto first = look_at(claim, CropPurpose::text, look);
    if (first.answer == Answer::agrees || claim.kind == ValueKind::text || claim.kind == ValueKind::amount_in_words) return first;
    const auto second = look_at(claim, CropPurpose::digits, look);
    if (second.answer == Answer::agrees) return second;
    if (borne_out(claim, look)) return {Answer::agrees, comparable(claim.made.value)};
    if (first.answer == Answer::differs || second.answer == Answer::differs) return first.answer == Answer::differs ? first : second;
    // Nothing was read at all: print is read better in the middle of its line than cut out of it.
    const auto in_line = look_at({claim.made, claim.kind, grown(claim.room, beside_in_line, 0), claim.beside, claim.seen}, CropPurpose::text, look);
    return in_line.answer == Answer::agrees ? in_line : second;
}

/// The line of a word and the one below it, as far as the page is wide; nothing unless the word is its line's last.
std::optional<Box> two_lines_from(const Box& word, const PageReading& page) {
    constexpr double one_line = 0.5, next_line = 2.5;   // heights of the word
    const Box own = turned(word, page.rotation);
    double below = 1;
    for (const auto& other : page.words) {
        const Box box = turned(other.box, page.rotation);
        const double lower = box.centre_y() - own.centre_y();
        if (std::abs(lower) < one_line * own.h && box.x > own.right()) return {};
        if (lower >= one_line * own.h && box.y - own.bottom() < next_line * own.h) below = std::min(below, box.bottom());
    }
    if (below <= own.bottom() || below >= 1) return {};
    const Box room{0, own.y - margin_y, 1, below - own.y + 2 * margin_y};
    return turned(room, (360 - page.rotation % 360) % 360);
}

/// "du 18 juin" at a line's end, "2015" on the next: the box of such a date holds its beginning only.
bool runs_over(const Candidate& claim, const PageReading& page, const LookAgain& look) {
    const auto room = two_lines_from(claim.place.box, page);
    const auto answer = room ? look(claim.place.path, {claim.place.page, *room, CropPurpose::text}) : Result<CropAnswer>{};
    if (!room || !answer) return false;
    PageReading seen;
    seen.words = answer->words;
    seen.rotation = page.rotation;
    auto text = PageText(seen).folded();
    const auto lines = text;
    std::ranges::replace(text, '\n', ' ');
    return std::ranges::any_of(find_dates(text), [&](const auto& date) {
        const auto end_of_line = lines.find('\n', date.begin);
        return end_of_line < date.end && Value{to_iso(date.value)} == claim.value;
    });
}

}  // namespace

SecondLook look_well(const Document& document, const Field& field, const PageReading* page, const LookAgain& look) {
    const auto kind = kind_of_field(field.name);
    const Box room = room_around(field.chosen.place.box, page);
    auto seen = look_in_many_ways({field.chosen, kind, room, values_beside(document, field, room), page && page->source == TextSource::ocr}, look);
    if (seen.answer != Answer::agrees && kind == ValueKind::date && page && runs_over(field.chosen, *page, look)) return {Answer::agrees, comparable(field.chosen.value)};
    return seen;
}

std::optional<std::string> number_whose_key_holds(const Field& field, const PageReading* page, const LookAgain& look) {
    const auto& place = field.chosen.place;
    const auto answer = look(place.path, {place.page, room_around(place.box, page), CropPurpose::every_way});
    if (!answer) return {};
    Votes votes;
    for (const auto& reading : answer->readings)
        for (const auto& number : values_in(fold(reading), ValueKind::siren))
            if (valid_siren(number)) {
                votes.add(number, true);
                break;
            }
    const auto winner = votes.winner();
    return winner && winner->votes >= 2 && winner->against == 0 ? std::optional{std::get<std::string>(winner->value)} : std::nullopt;
}

}  // namespace paraphe::confirm
