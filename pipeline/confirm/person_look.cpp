#include "confirm/person_look.hpp"

#include "confirm/doubt.hpp"
#include "confirm/hand_look.hpp"
#include "confirm/margin.hpp"
#include "confirm/votes.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>

namespace paraphe::confirm {
namespace {

/// A name read with this confidence needs no second look.
constexpr double surely_read = 0.85;
/// same_person: from here on two names are one. What a name is worth that was looked for and surely seen.
constexpr double same_person_from = 0.8, seen_there = 0.9;
constexpr std::size_t most_signatories = 4;
/// Around a name's line, in which hands and print are looked at: fractions of the page.
constexpr double line_x = 0.01, line_y = 0.006;

/// The single representative, a person, whose name is in doubt.
Representative* doubtful(Field* read) {
    auto* people = read ? std::get_if<std::vector<Representative>>(&read->chosen.value) : nullptr;
    const bool single = people && people->size() == 1 && !people->front().company;
    return single && read->chosen.confidence < surely_read && !read->chosen.place.box.empty() ? &people->front() : nullptr;
}

void put(Field& read, Representative& person, const std::string& name, double confidence, const char* why) {
    auto before = read.chosen;
    read.chosen.confidence = confidence;
    if (name == person.name) return;
    person.name = name;
    read.chosen.why = why;
    read.others.insert(read.others.begin(), std::move(before));
}

}  // namespace

void read_representative_again(Document& document, const LookAgain& look) {
    auto* read = field(document, "representatives");
    auto* person = doubtful(read);
    if (!person) return;
    const auto answer = look(read->chosen.place.path, {read->chosen.place.page, with_margin(read->chosen.place.box), CropPurpose::every_way});
    if (!answer) return;
    Votes votes;
    std::map<std::string, std::string> as_printed;
    const auto vote = [&](const std::string& printed) {
        // Renderings tear words ("Maël le") that others leave whole.
        const auto letters = letters_of(fold(printed));
        if (letters.empty()) return;
        votes.add(letters, true);
        auto& kept = as_printed.try_emplace(letters, printed).first->second;
        if (printed.size() < kept.size()) kept = printed;
    };
    vote(person->name);
    std::ranges::for_each(answer->readings, vote);
    const auto winner = votes.winner();
    if (winner && worth(*winner) > read->chosen.confidence) put(*read, *person, as_printed.at(std::get<std::string>(winner->value)), worth(*winner), "readings of its place");
}

std::optional<std::string> name_shown(const Place& place, std::span<const std::string> names, const LookAgain& look) {
    if (place.box.empty()) return {};
    for (const auto& name : names)
        if (!names_written_in({place.path, place.page, grown(place.box, line_x, line_y)}, orders_of_name(name), look).empty()) return name;
    return {};
}

std::vector<std::string> signatories_of(std::span<const Document> documents) {
    std::vector<std::string> names;
    for (const auto& document : documents) {
        const auto read = std::ranges::find(document.fields, "signatory", &Field::name);
        const auto* name = read == document.fields.end() || read->chosen.confidence < surely_read ? nullptr : std::get_if<std::string>(&read->chosen.value);
        const auto same = [&](const std::string& other) { return fold(other) == fold(*name); };
        if (name && names.size() < most_signatories && std::ranges::none_of(names, same)) names.push_back(*name);
    }
    return names;
}

void settle_representative(Document& document, std::span<const std::string> signatories, const LookAgain& look) {
    auto* read = field(document, "representatives");
    auto* person = doubtful(read);
    if (!person) return;
    const auto same = [&](const std::string& name) { return same_person(name, person->name) >= same_person_from; };
    if (std::ranges::any_of(signatories, same)) return put(*read, *person, person->name, 1 - (1 - read->chosen.confidence) * doubt_left, "");
    if (const auto name = name_shown(read->chosen.place, signatories, look)) put(*read, *person, *name, seen_there, "recognised on the picture");
}

}  // namespace paraphe::confirm
