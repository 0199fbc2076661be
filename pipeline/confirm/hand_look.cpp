#include "confirm/hand_look.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace paraphe::confirm {
namespace {

/// Round a value that is looked at once more: wide enough to show the sign that would make it part of a longer one. Fractions of the page.
constexpr double closer_x = 0.02, closer_y = 0.006;
/// What one cut shows by chance another does not.
constexpr double wider = 2;
constexpr std::size_t most_looks = 3;
/// Above this excess a sign, something else stands there.
constexpr double worth_a_look = 1.2;

/// A guess leads by at least that, and fits no worse: of 300 sums in figures drawn in hands that training had not seen 256 were among
/// their guesses and a wrong one for 16, of 300 in words 124 and 3 (tests/hand/measure_hand.py).
constexpr double guess_leads = 1, guess_fits = 0.7;

using Lines = std::vector<SignColumns>;
template <class T>
using Hold = std::function<std::optional<Written<T>>(const Lines&)>;

Lines lines_of(const Place& place, const LookAgain& look) {
    auto answer = look(place.path, {place.page, place.box, CropPurpose::hand});
    return answer ? std::move(answer->lines) : Lines{};
}

/// Asks for each place once: several names are held against the same lines.
LookAgain remembering(const LookAgain& look) {
    auto known = std::make_shared<std::vector<std::pair<Box, Result<CropAnswer>>>>();
    return [look, known](const std::string& path, const CropRequest& request) {
        const auto before = std::ranges::find(*known, request.box, &std::pair<Box, Result<CropAnswer>>::first);
        return before != known->end() ? before->second : known->emplace_back(request.box, look(path, request)).second;
    };
}

/// What a cut round a part of the place says.
template <class T>
std::optional<Written<T>> cut(const Place& place, const Box& part, double by, const LookAgain& look, const Hold<T>& hold) {
    return hold(lines_of({place.path, place.page, grown(part, by * closer_x, by * closer_y)}, look));
}

/// Leads add up where the whole place and the part where the value stands say the same and no sign of it is in doubt: what one cut's
/// background adds is missing in the other's.
template <class T>
bool sure_together(const Written<T>& whole, const Written<T>& close) {
    constexpr double perfect_fit = 0.05;
    return whole.value == close.value && whole.likely() && close.likely() && std::max(whole.excess, close.excess) <= perfect_fit && whole.lead + close.lead >= whole.needed;
}

/// What two cuts round a part of the place say, the closer of them surely, be it together with `whole`.
template <class T>
std::optional<Written<T>> look_twice(const Place& place, const Written<T>& whole, const Box& part, const LookAgain& look, const Hold<T>& hold) {
    auto close = cut(place, part, 1, look, hold);
    if (close && !close->sure() && sure_together(whole, *close)) close->lead += whole.lead;
    if (!close || !close->sure()) return {};
    const auto wide = cut(place, part, wider, look, hold);
    return wide && wide->likely() && wide->value == close->value ? close : std::nullopt;
}

/// `lines`: those of the whole place.
template <class T>
std::optional<Written<T>> look_closer(const Place& place, const Lines& lines, const LookAgain& look, const Hold<T>& hold) {
    auto whole = hold(lines);
    if (!whole || whole->sure() || whole->excess > worth_a_look) return whole;
    std::optional<Written<T>> sure;
    for (std::size_t i = 0; i < std::min(whole->stands.size(), most_looks); ++i) {
        auto part = look_twice(place, *whole, whole->stands[i], look, hold);
        if (!part) continue;
        if (sure && sure->value != part->value) return whole;
        sure = std::move(part);
    }
    return sure ? sure : whole;
}

/// The place as a whole; where that leaves it open, cut a little tighter at one edge or the other: what stands above or below joins the line in one
/// cut and not in another. One such cut must say the value surely and one more take it for the likeliest, the first of all counted in.
template <class T>
std::optional<Written<T>> look_from_cuts(const Place& place, const LookAgain& look, const Hold<T>& hold) {
    constexpr double tighter = 0.12;   // of the place's height
    auto first = look_closer<T>(place, lines_of(place, look), look, hold);
    if (!first || first->sure()) return first;
    const Box& box = place.box;
    const double less = tighter * box.h;
    std::vector<Written<T>> seen{*first};
    for (const Box& cut : {Box{box.x, box.y + less, box.w, box.h - less}, Box{box.x, box.y, box.w, box.h - less}, Box{box.x, box.y + less, box.w, box.h - 2 * less}}) {
        const Place part{place.path, place.page, cut};
        if (auto one = look_closer<T>(part, lines_of(part, look), look, hold)) seen.push_back(std::move(*one));
    }
    const auto surest = std::ranges::find_if(seen, [](const Written<T>& one) { return one.sure(); });
    if (surest == seen.end()) return first;
    const bool denied = std::ranges::any_of(seen, [&](const Written<T>& one) { return one.likely() && one.value != surest->value; });
    const auto agreeing = std::ranges::count_if(seen, [&](const Written<T>& one) { return one.likely() && one.value == surest->value; });
    return denied || agreeing < 2 ? first : std::optional(*surest);
}

/// Each line with its renderings.
std::vector<Lines> apart(Lines all) {
    std::vector<Lines> out;
    for (auto& seen : all) {
        if (out.empty() || out.back().front().line != seen.line) out.emplace_back();
        out.back().push_back(std::move(seen));
    }
    return out;
}

template <class T>
std::optional<WrittenValue> told(const std::optional<Written<T>>& written, const std::function<Value(const T&)>& value) {
    if (!written || !written->likely()) return {};
    return WrittenValue{value(written->value), written->box, written->sure()};
}

std::optional<WrittenValue> payee_in(const Place& place, const Expectations& expectations, const LookAgain& look) {
    std::optional<WrittenValue> best;
    const auto once = remembering(look);
    for (const auto& payee : expectations.payees) {
        if (best && best->sure) break;
        const auto name = look_from_cuts<std::string>(place, once, [&](const Lines& seen) { return written_name(seen, payee); });
        if (auto one = told<std::string>(name, [&](const auto&) { return Value{expectations.payees.front()}; })) best = std::move(one);
    }
    return best;
}

}  // namespace

std::optional<WrittenValue> written_in(std::string_view field, const Place& place, const Expectations& expectations, const LookAgain& look) {
    if (field == "payee") return payee_in(place, expectations, look);
    if (field == "amount" || field == "amount_in_words") {
        const auto sum = look_from_cuts<double>(place, look, field == "amount" ? written_figures : written_words);
        return told<double>(sum, [](double euros) { return Value{euros}; });
    }
    if (!field.ends_with("_on")) return {};
    const auto day = look_from_cuts<Date>(place, look, [&](const Lines& seen) { return written_day(seen, expectations.first_year, expectations.last_year); });
    return told<Date>(day, [](const Date& date) { return Value{to_iso(date)}; });
}

std::vector<double> sums_guessed_in(std::string_view field, const Place& place, const LookAgain& look) {
    const Hold<double> hold = field == "amount" ? written_figures : written_words;
    const auto whole = hold(lines_of(place, look));
    if (!whole) return {};
    std::vector<Written<double>> looks{*whole};
    for (std::size_t i = 0; i < std::min(whole->stands.size(), most_looks); ++i)
        for (const double by : {1.0, wider})
            if (auto seen = cut(place, whole->stands[i], by, look, hold)) looks.push_back(std::move(*seen));
    std::vector<double> sums;
    for (const auto& seen : looks)
        if (seen.lead >= guess_leads && seen.excess <= guess_fits && std::ranges::find(sums, seen.value) == sums.end()) sums.push_back(seen.value);
    return sums;
}

std::vector<WrittenName> names_written_in(const Place& place, std::span<const std::string> names, const LookAgain& look) {
    std::vector<WrittenName> found;
    for (const auto& line : apart(lines_of(place, look)))
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto seen = look_closer<std::string>(place, line, look, [&](const Lines& lines) { return written_name(lines, names[i]); });
            if (!seen || !seen->sure()) continue;
            found.push_back({i, seen->stands.empty() ? seen->box : seen->stands.front()});
            break;
        }
    return found;
}

}  // namespace paraphe::confirm
