#include "confirm/places.hpp"

#include "confirm/doubt.hpp"
#include "confirm/hand_look.hpp"
#include "confirm/margin.hpp"
#include "confirm/sightings.hpp"
#include "confirm/values.hpp"
#include "confirm/votes.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace paraphe::confirm {
namespace {

/// A page's own reading counts as two looks from here on, as one from the lower bound on.
constexpr double page_is_sure = 0.8, page_says = 0.35;
/// Figures and words that say one sum, each by itself.
constexpr double agreed = 0.97;
/// From here on one of the two bears the other up, when that one has no rival.
constexpr double sound = 0.85;
/// A sum that is not the fee, from figures or words alone: an engine for print takes a 4 in ink for a 1.
constexpr double other_sum_alone = 0.6;

/// A letter's date that the page's own reading did not give is a hand's: of four on the validation set one was wrong. To be shown, not believed.
constexpr double day_in_ink = 0.75;

/// A recogniser of handwriting that is sure, where the engine for print is not; and what is left of it when that one insists on another value.
constexpr double a_hand_says = 0.92, both_say = 0.9, engines_differ = 0.6;

constexpr std::array<std::string_view, 5> read_in_place{"amount", "amount_in_words", "payee", "drawn_on", "signed_on"};

const Slot* place_of(const Document& document, std::string_view field) {
    const auto found = std::ranges::find(document.slots, field, &Slot::purpose);
    return found == document.slots.end() ? nullptr : &*found;
}

/// What one field's place says, and what the page said before.
struct Ballot {
    std::string name;
    const Slot* place = nullptr;
    std::optional<Tally> tally;
    bool from_layer = false;
    double confidence = 0;
    bool hand_wrote = false;  ///< a hand seems to have written a value of the field's kind there
};

std::vector<std::string> readings_of(const Place& place, const LookAgain& look) {
    const auto answer = look(place.path, {place.page, place.box, CropPurpose::every_way});
    return answer ? answer->readings : std::vector<std::string>{};
}

/// What a reading of that field's place says, and whether exactly.
std::optional<std::pair<Value, bool>> said(std::string_view name, const std::string& reading, const Expectations& expectations) {
    if (name == "amount" || name == "amount_in_words") {
        const auto sum = name == "amount" ? figures_in(reading) : words_in(reading);
        if (sum) return std::pair{Value{sum->value}, sum->exact};
    } else if (name == "payee") {
        const auto like = name_in(reading, expectations.payees);
        if (like != Likeness::none) return std::pair{Value{expectations.payees.front()}, like == Likeness::exact};
    } else if (const auto day = day_in(reading); day && plausible_year(*day, expectations)) {
        return std::pair{Value{to_iso(*day)}, true};
    }
    return {};
}

/// The page's own reading as a vote. A text layer is a claim: it has none.
void let_page_vote(Votes& votes, const Candidate& chosen, std::string_view name, const Expectations& expectations) {
    if (chosen.confidence < page_says) return;
    const bool sure = chosen.confidence >= page_is_sure;
    const auto* text = std::get_if<std::string>(&chosen.value);
    if (name == "payee" && text) {
        if (const auto vote = said(name, *text, expectations)) votes.add(vote->first, vote->second, sure ? 2 : 1);
        return;
    }
    votes.add(chosen.value, sure, sure ? 2 : 1);
}

/// A value of which the recogniser of handwriting is sure stands unless the engine for print, in several looks, says another; one of which
/// it is not stands when that engine says it, too: the two share no errors.
void weigh_hand(Ballot& ballot, const WrittenValue& written) {
    const bool same = ballot.tally && comparable(ballot.tally->value) == comparable(written.value);
    if (!written.sure) {
        if (!same) return;
        ballot.tally->votes = std::max(ballot.tally->votes, 2);
        ballot.confidence = std::max(ballot.confidence, both_say);
        return;
    }
    const bool insists = ballot.tally && !same && ballot.tally->votes >= 3;
    ballot.tally = Tally{written.value, 3, 3, insists ? ballot.tally->votes : 0};
    ballot.confidence = same ? agreed : insists ? engines_differ : a_hand_says;
}

Ballot ballot_on(std::string_view name, Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    Ballot ballot;
    ballot.name = name;
    ballot.place = place_of(document, name);
    if (!ballot.place || (name == "payee" && expectations.payees.empty())) return ballot;
    Votes votes;
    const auto ask = [&](const Place& place) {
        for (const auto& reading : readings_of(place, look))
            if (const auto vote = said(name, reading, expectations)) votes.add(vote->first, vote->second);
    };
    ask(ballot.place->place);
    const PageReading* page = page_of(ballot.place->place.path, ballot.place->place.page);
    ballot.from_layer = page && page->source == TextSource::layer;
    const Field* read = field(document, ballot.name);
    if (read && !ballot.from_layer) let_page_vote(votes, read->chosen, name, expectations);
    ballot.tally = votes.winner();
    if (!ballot.tally && read && ballot.from_layer && !read->chosen.place.box.empty()) {
        // A field's place is wide, with rules and ink in it: where it says nothing, the print that the layer claims is looked at alone.
        const auto& own = read->chosen.place;
        ask({own.path, own.page, with_margin(own.box)});
        ballot.tally = votes.winner();
    }
    if (ballot.tally) {
        ballot.confidence = name.ends_with("_on") ? worth_of_day(*ballot.tally) : worth(*ballot.tally);
        if (name == "signed_on") ballot.confidence = std::min(ballot.confidence, day_in_ink);
    }
    if (ballot.confidence < page_is_sure)
        if (const auto written = written_in(name, ballot.place->place, expectations, look)) {
            ballot.hand_wrote = true;
            weigh_hand(ballot, *written);
        }
    return ballot;
}

double sum_of(const Ballot& ballot) {
    const auto* sum = ballot.tally ? std::get_if<double>(&ballot.tally->value) : nullptr;
    return sum ? *sum : 0;
}

bool is_sum(const Value& value, double sum) {
    const auto* said = std::get_if<double>(&value);
    return said && std::abs(*said - sum) < 0.005;
}

/// The sums that a place may say: the one that is sound or, where none is, those that the recogniser of handwriting guesses.
std::vector<double> sums_of(const Ballot& ballot, const LookAgain& look) {
    if (ballot.confidence >= sound) return {sum_of(ballot)};
    return sums_guessed_in(ballot.name, ballot.place->place, look);
}

/// The sum is written twice, in figures and in words. That both are guessed to be one sum hardly happens by chance: of all sums below
/// 10 000 two guesses that err would have to err alike.
void join_guesses(Ballot& figures, Ballot& words, const LookAgain& look) {
    if (!figures.place || !words.place || (figures.confidence >= sound && words.confidence >= sound)) return;
    const auto in_figures = sums_of(figures, look), in_words = sums_of(words, look);
    std::optional<double> both;
    for (const double sum : in_figures)
        if (std::ranges::find(in_words, sum) != in_words.end()) {
            if (both) return;
            both = sum;
        }
    if (both)
        for (auto* one : {&figures, &words}) weigh_hand(*one, {*both, one->place->place.box, true});
}

/// Two readings of the sum that agree bear each other up.
void compare(Ballot& figures, Ballot& words, double fee) {
    const bool same = figures.tally && words.tally && std::abs(sum_of(figures) - sum_of(words)) < 0.005;
    if (same && figures.tally->votes >= 2 && words.tally->votes >= 2) {
        figures.confidence = words.confidence = agreed;
        return;
    }
    for (auto* one : {&figures, &words}) {
        const auto& other = one == &figures ? words : figures;
        if (same && other.confidence >= sound && one->tally->against == 0) one->confidence = std::max(one->confidence, sound);
    }
    if (same) return;
    for (auto* one : {&figures, &words})
        if (one->tally && !is_sum(one->tally->value, fee)) one->confidence = std::min(one->confidence, other_sum_alone);
}

bool same_value(const Value& a, const Value& b) {
    const auto *x = std::get_if<std::string>(&a), *y = std::get_if<std::string>(&b);
    return x && y ? skeleton(fold(*x)) == skeleton(fold(*y)) : a == b;
}

void settle(Field& field, const Ballot& ballot) {
    auto& chosen = field.chosen;
    const bool same = same_value(chosen.value, ballot.tally->value);
    if (ballot.from_layer && !same) {
        field.confirmed = false;
        chosen.confidence = std::min(chosen.confidence, contradicted);
        field.others.insert(field.others.begin(), {ballot.tally->value, ballot.confidence, ballot.place->place, "readings of its place"});
        return;
    }
    if (!same) {
        field.others.insert(field.others.begin(), chosen);
        chosen = {ballot.tally->value, 0, ballot.place->place, "readings of its place"};
    }
    chosen.confidence = ballot.confidence;
    if (ballot.confidence >= sound) field.confirmed = true;
}

/// One look alone is noise, unless it says what is expected; so is what the page seemed to say and no look at the place does.
void drop_noise(Document& document, const Ballot& ballot, double fee) {
    std::erase_if(document.fields, [&](const Field& f) { return f.name == ballot.name && f.chosen.confidence < page_is_sure && !is_sum(f.chosen.value, fee); });
    if (auto* read = field(document, ballot.name)) read->chosen.confidence = std::min(read->chosen.confidence, ballot.from_layer ? unconfirmed_layer : other_sum_alone);
}

void settle(Document& document, const Ballot& ballot, double fee) {
    if (!ballot.place) return;
    Field* read = field(document, ballot.name);
    const bool payee = ballot.name == "payee";
    // A name that the votes do not confirm is weighed as any other.
    if (payee && read && ballot.confidence < sound) return;
    if (!payee && (!ballot.tally || (ballot.tally->votes < 2 && !is_sum(ballot.tally->value, fee)))) return drop_noise(document, ballot, fee);
    if (!ballot.tally) return;
    if (!read) read = &document.fields.emplace_back(Field{ballot.name, {ballot.tally->value, 0, ballot.place->place, "readings of its place"}, {}, {}, false});
    settle(*read, ballot);
}

/// A place that looked bare in print is not, when a hand seems to have written a day there.
void doubt_bare_place(Document& document, const Ballot& ballot) {
    if (!ballot.hand_wrote || !ballot.name.ends_with("_on")) return;
    for (auto& finding : document.findings)
        if (finding.code == "undated") finding.code = "date_by_hand";
}

/// Where a day stands that no line announced legibly: beside the places of signatures and above them.
std::optional<Place> around_signatures(const Document& document) {
    constexpr double above = 0.13, side = 0.03;
    std::optional<Place> around;
    for (const auto& slot : document.slots) {
        const auto& there = slot.place;
        if (slot.purpose != "signature" || there.box.empty() || (around && (around->path != there.path || around->page != there.page))) continue;
        const double top = std::max(0.0, there.box.y - above);
        const Box room{side, top, 1 - 2 * side, there.box.bottom() - top};
        around = Place{there.path, there.page, around ? unite(around->box, room) : room};
    }
    return around;
}

/// A day by hand near the signature, when neither it nor its place was found.
void read_day_by_signature(Document& document, const Expectations& expectations, const LookAgain& look) {
    if (std::ranges::find(expectations.decisive, document.piece + ".signed_on") == expectations.decisive.end()) return;
    if (field(document, "signed_on") || place_of(document, "signed_on")) return;
    const auto place = around_signatures(document);
    const auto written = place ? written_in("signed_on", *place, expectations, look) : std::nullopt;
    if (written && written->sure) document.fields.push_back({"signed_on", {written->value, a_hand_says, {place->path, place->page, written->box}, "written by the signature"}, {}, true, true});
}

}  // namespace

void read_places(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    std::vector<Ballot> ballots;
    for (const auto name : read_in_place) ballots.push_back(ballot_on(name, document, expectations, look, page_of));
    join_guesses(ballots[0], ballots[1], look);
    compare(ballots[0], ballots[1], expectations.fee);
    for (const auto& ballot : ballots) {
        settle(document, ballot, expectations.fee);
        doubt_bare_place(document, ballot);
    }
    read_day_by_signature(document, expectations, look);
}

bool weighed_in_place(const Document& document, const std::string& name) {
    if (!place_of(document, name)) return false;
    // A payee that no look took for an expected one is weighed like any name.
    const auto* payee = name == "payee" ? field(document, name) : nullptr;
    return name != "payee" || (payee && payee->confirmed == true);
}

}  // namespace paraphe::confirm
