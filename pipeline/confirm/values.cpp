#include "confirm/values.hpp"

#include "formats/amounts.hpp"
#include "formats/dates.hpp"
#include "formats/number_words.hpp"
#include "formats/siren.hpp"
#include "model/date.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace paraphe::confirm {
namespace {

/// Below this two folded texts are not one text to a careful reader (one error in seven letters).
constexpr double alike_from = 0.85;

std::string euros(double amount) {
    char text[40];
    std::snprintf(text, sizeof text, "%.2f", amount);
    return text;
}

template <class Found, class Show>
std::vector<std::string> shown(const std::vector<Found>& found, Show show) {
    std::vector<std::string> values;
    for (const auto& f : found) values.push_back(show(f.value));
    return values;
}

/// A digit exchanged for the key's sake is no second sight of a number: one key in ten holds by chance.
constexpr double exchanged = 0.5;

bool seen_as_it_stands(const Found<std::string>& number) { return !number.repaired || number.confidence > exchanged; }

std::vector<std::string> identifiers(std::string_view folded) {
    std::vector<std::string> values;
    for (const auto& siren : find_sirens(folded))
        if (seen_as_it_stands(siren)) values.push_back(siren.value);
    for (const auto& siret : find_sirets(folded)) {
        if (!seen_as_it_stands(siret)) continue;
        values.push_back(siret.value);
        values.push_back(siret.value.substr(0, 9));
    }
    return values;
}

}  // namespace

ValueKind kind_of_field(std::string_view name) {
    constexpr std::array<std::string_view, 7> dates{"issued_on", "signed_on", "registered_on", "printed_on", "valid_from", "valid_to", "drawn_on"};
    if (std::ranges::find(dates, name) != dates.end()) return ValueKind::date;
    if (name == "siren") return ValueKind::siren;
    if (name == "siret") return ValueKind::siret;
    if (name == "amount" || name == "capital") return ValueKind::amount;
    if (name == "amount_in_words") return ValueKind::amount_in_words;
    return name == "year" ? ValueKind::year : ValueKind::text;
}

std::string comparable(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return euros(*number);
    return {};
}

std::vector<std::string> values_in(std::string_view folded, ValueKind kind) {
    switch (kind) {
        case ValueKind::date: return shown(find_dates(folded), [](Date date) { return to_iso(date); });
        case ValueKind::siren:
        case ValueKind::siret: return identifiers(folded);
        case ValueKind::amount: return shown(find_amounts(folded), euros);
        case ValueKind::amount_in_words: return shown(find_amounts_in_words(folded), euros);
        case ValueKind::year: return shown(find_years(folded), [](int year) { return std::to_string(year); });
        case ValueKind::text: break;
    }
    return folded.empty() ? std::vector<std::string>{} : std::vector{std::string(folded)};
}

bool agree(const std::string& claimed, const std::string& seen, ValueKind kind) {
    if (kind == ValueKind::year) return claimed.substr(0, 4) == seen;  // a year may be kept as a number
    if (kind != ValueKind::text) return claimed == seen;
    const auto folded = fold(claimed);
    if (folded.empty()) return false;
    if (const auto match = find_fuzzy(seen, folded); match && match->quality >= alike_from) return true;
    return likeness(folded, seen) >= alike_from;
}

}  // namespace paraphe::confirm
