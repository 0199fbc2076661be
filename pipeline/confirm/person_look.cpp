#include "confirm/person_look.hpp"

#include "confirm/margin.hpp"
#include "confirm/said.hpp"
#include "confirm/votes.hpp"
#include "text/joined.hpp"

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
    const auto words = words_of_person(person.name).size();
    const auto answer = look(read->chosen.place.path, {read->chosen.place.page, with_margin(read->chosen.place.box), CropPurpose::every_way});
    if (!answer) return;
    Votes votes;
    std::map<std::string, std::string> as_printed;
    const auto vote = [&](const std::string& printed) {
        const auto said = words_of_person(printed);
        // A rendering that cut a letter's foot off or took a speck for a sign says another number of words.
        if (said.size() != words) return;
        const auto name = joined(said, " ");
        votes.add(name, true);
        as_printed.try_emplace(name, printed);
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
