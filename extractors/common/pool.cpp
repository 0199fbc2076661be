#include "extractors/common/pool.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace paraphe::extractors {
namespace {

constexpr double most = 0.99;       // nothing read is certain
constexpr double close_rival = 0.8; // of the chosen one's confidence
constexpr std::size_t most_kept = 24;

bool same_value(const Value& a, const Value& b) {
    const auto *x = std::get_if<std::string>(&a), *y = std::get_if<std::string>(&b);
    return x && y ? fold(*x) == fold(*y) : a == b;
}

void merge(std::vector<Candidate>& into, Candidate candidate) {
    const auto same = std::ranges::find_if(into, [&](const Candidate& other) { return same_value(other.value, candidate.value); });
    if (same == into.end()) {
        if (into.size() < most_kept) into.push_back(std::move(candidate));
        return;
    }
    const double weaker = std::min(same->confidence, candidate.confidence);
    if (candidate.confidence > same->confidence) *same = std::move(candidate);
    // The second sighting may share the first one's error: it counts for a third.
    same->confidence = std::min(most, 1 - (1 - same->confidence) * (1 - weaker / 3));
}

}  // namespace

Pool::Entry& Pool::entry(const std::string& field) {
    const auto found = std::ranges::find(entries_, field, &Entry::name);
    return found != entries_.end() ? *found : entries_.emplace_back(Entry{field, {}, {}});
}

void Pool::add(const std::string& field, Value value, double confidence, Place place, std::string why) {
    merge(entry(field).rivals, {std::move(value), std::clamp(confidence, 0.01, most), std::move(place), std::move(why)});
}

void Pool::add(const std::string& field, const Sheet& sheet, const Dated& date, double weight) {
    add(field, to_iso(date.value), date.confidence * weight, place_of(sheet, date.span), date.why);
}

void Pool::add_alternate(const std::string& field, Value value, double confidence, Place place, std::string why) {
    merge(entry(field).alternates, {std::move(value), std::clamp(confidence, 0.01, most), std::move(place), std::move(why)});
}

void Pool::weaken(const std::string& field, double factor, const std::string& why) {
    for (auto& candidate : entry(field).rivals) {
        candidate.confidence *= factor;
        candidate.why += "; ";
        candidate.why += why;
    }
}

bool Pool::has(const std::string& field) const {
    return best(field) != nullptr;
}

const Candidate* Pool::best(const std::string& field) const {
    const auto found = std::ranges::find(entries_, field, &Entry::name);
    if (found == entries_.end() || found->rivals.empty()) return nullptr;
    return &*std::ranges::max_element(found->rivals, {}, &Candidate::confidence);
}

std::vector<Field> Pool::fields() const {
    std::vector<Field> result;
    for (const auto& entry : entries_) {
        auto rivals = entry.rivals;
        std::ranges::stable_sort(rivals, std::greater<>{}, &Candidate::confidence);
        if (rivals.empty()) continue;
        Field field;
        field.name = entry.name;
        field.chosen = rivals.front();
        field.others.assign(rivals.begin() + 1, rivals.end());
        if (!field.others.empty() && field.others.front().confidence > close_rival * field.chosen.confidence)
            field.chosen.confidence *= 1 - 0.25 * field.others.front().confidence;
        field.others.insert(field.others.end(), entry.alternates.begin(), entry.alternates.end());
        result.push_back(std::move(field));
    }
    return result;
}

}  // namespace paraphe::extractors
