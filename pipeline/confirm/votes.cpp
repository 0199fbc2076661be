#include "confirm/votes.hpp"

#include "confirm/values.hpp"

#include <algorithm>
#include <cmath>

namespace paraphe::confirm {
namespace {

constexpr double one_vote = 0.5, disputed = 0.6, two_votes = 0.85, three_votes = 0.95;

/// "€ 400" in an alphabet of figures alone is 4400 or 6400: no rival of 400.
bool currency_read_as_figure(const Value& rival, const Value& winner) {
    const auto *more = std::get_if<double>(&rival), *less = std::get_if<double>(&winner);
    if (!more || !less || *less < 1) return false;
    const double scale = std::pow(10, std::floor(std::log10(*less)) + 1);
    return std::abs(*more - *less - 4 * scale) < 0.005 || std::abs(*more - *less - 6 * scale) < 0.005;
}

}  // namespace

void Votes::add(const Value& value, bool exact, int weight) {
    auto& tally = of_[comparable(value)];
    tally.value = value;
    tally.votes += weight;
    if (exact) tally.exact += weight;
}

std::optional<Tally> Votes::winner() const {
    const Tally* best = nullptr;
    for (const auto& [key, tally] : of_)
        if (!best || tally.votes > best->votes) best = &tally;
    if (!best) return {};
    Tally result = *best;
    for (const auto& [key, tally] : of_) {
        if (&tally == best || (result.votes >= 3 && currency_read_as_figure(tally.value, result.value))) continue;
        result.against = std::max(result.against, tally.votes);
    }
    return result.against == result.votes ? std::nullopt : std::optional{result};
}

double worth(const Tally& tally) {
    if (tally.exact >= 1 && tally.votes >= 3 && tally.against <= 1) return three_votes;
    if (tally.exact >= 1 && tally.votes >= 2 && tally.against == 0) return two_votes;
    return tally.votes >= 2 ? disputed : one_vote;
}

double worth_of_day(const Tally& tally) {
    if (tally.against == 0 && tally.votes >= 3) return three_votes;
    if (tally.against <= 1 && tally.votes >= 4) return two_votes;
    return tally.votes >= 2 ? disputed : one_vote;
}

}  // namespace paraphe::confirm
