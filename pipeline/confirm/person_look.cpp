#include "confirm/person_look.hpp"

#include "confirm/margin.hpp"
#include "confirm/votes.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>

namespace paraphe::confirm {
namespace {

/// A name read with this confidence needs no second look.
constexpr double surely_read = 0.85;

}  // namespace

void read_representative_again(Document& document, const LookAgain& look) {
    auto* read = field(document, "representatives");
    auto* people = read ? std::get_if<std::vector<Representative>>(&read->chosen.value) : nullptr;
    if (!people || people->size() != 1 || read->chosen.confidence >= surely_read || read->chosen.place.box.empty()) return;
    auto& person = people->front();
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
    vote(person.name);
    std::ranges::for_each(answer->readings, vote);
    const auto winner = votes.winner();
    if (!winner || worth(*winner) <= read->chosen.confidence) return;
    auto before = read->chosen;
    const auto& name = as_printed.at(std::get<std::string>(winner->value));
    read->chosen.confidence = worth(*winner);
    if (name == person.name) return;
    person.name = name;
    read->chosen.why = "readings of its place";
    read->others.insert(read->others.begin(), std::move(before));
}

}  // namespace paraphe::confirm
