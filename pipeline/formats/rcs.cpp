#include "formats/rcs.hpp"

#include "formats/scan.hpp"
#include "formats/siren.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace paraphe {
namespace {

using namespace scan;

struct Place {
    std::size_t begin = 0, end = 0;
};

/// "RCS", "R.C.S.", "R. C. S", "R.C.5." with no letter on the left.
std::optional<Place> rcs_at(std::string_view text, std::size_t i) {
    if (text[i] != 'R' || letter(before(text, i))) return {};
    std::size_t j = i;
    for (const char c : {'R', 'C', 'S'}) {
        const char seen = at(text, j);
        if (seen != c && !(c == 'S' && seen == '5') && !(c == 'C' && seen == 'G')) return {};
        ++j;
        if (at(text, j) == '.') ++j;
        if (c != 'S' && at(text, j) == ' ') ++j;
    }
    // Dots on the way: the city may be glued ("R.C.S.NANTES"). Without, another letter makes another word.
    if (letter(at(text, j)) && j - i < 5) return {};
    return Place{i, j};
}

std::vector<Place> rcs_places(std::string_view text) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const auto place = rcs_at(text, i)) places.push_back(*place);
    for (const auto& match : find_all_fuzzy(text, "REGISTRE DU COMMERCE ET DES SOCIETES")) places.push_back({match.begin, match.end});
    std::ranges::sort(places, {}, &Place::begin);
    return places;
}

constexpr std::array kCityEnds{"SOUS", "NO", "NUMERO", "N", "TI", "TGI", "AU", "CAPITAL", "SIRET", "SIREN", "TVA", "APE", "NAF", "TEL", "CODE",
                               "IMMATRICULEE", "IMMATRICULE", "ET", "A", "B", "C", "D", "DONT", "EST", "PAR", "SA", "SAS", "SARL", "IDENTIFIEE",
                               "IDENTIFIE", "POUR", "AYANT", "EN", "ADRESSE", "REPRESENTEE", "INTRACOMMUNAUTAIRE", "PAGE", "GESTION", "EUID"};

std::string_view word_of(std::string_view text, std::size_t i) {
    std::size_t j = i;
    while (j < text.size() && (letter(text[j]) || text[j] == '\'' || text[j] == '-')) ++j;
    return text.substr(i, j - i);
}

/// Only what may stand between "RCS" and the number: a city, "sous le numéro", the register's letter.
bool reaches(std::string_view between) {
    return between.size() <= 64 && std::ranges::none_of(between, digit) && std::ranges::count(between, '\n') <= 1 &&
           between.find(';') == std::string_view::npos;
}

}  // namespace

std::string city_at(std::string_view text, std::size_t begin) {
    std::size_t i = begin;
    while (i < text.size() && (text[i] == ' ' || text[i] == ':' || text[i] == ',')) ++i;
    for (const std::string_view lead : {"DE ", "DU ", "D'", "DES "}) {
        if (!starts_with_at(text, i, lead)) continue;
        // "du Mans" is Le Mans, "des Sables" Les Sables: the article is the city's.
        i += lead.size();
        break;
    }
    std::string city;
    for (int words = 0; words < 4; ++words) {
        const auto word = word_of(text, i);
        if (word.empty() || word == "-" || (words > 0 && word == "LE")) break;
        if (std::ranges::find(kCityEnds, word) != kCityEnds.end()) break;
        if (!city.empty()) city += ' ';
        city += word;
        i += word.size();
        if (i >= text.size() || text[i] != ' ') break;
        ++i;
    }
    while (!city.empty() && !letter(city.back())) city.pop_back();
    return city.size() < 3 ? std::string{} : city;
}

std::vector<Found<Rcs>> find_rcs(std::string_view text) {
    const auto sirens = find_sirens(text);
    std::vector<Found<Rcs>> all;
    for (const auto& place : rcs_places(text)) {
        const auto city = city_at(text, place.end);
        for (const auto& siren : sirens) {
            const bool before_it = siren.end <= place.begin && place.begin - siren.end <= 4 && reaches(text.substr(siren.end, place.begin - siren.end));
            const bool after_it = siren.begin >= place.end && reaches(text.substr(place.end, siren.begin - place.end));
            if (!before_it && !after_it) continue;
            all.push_back({{siren.value, city}, std::min(place.begin, siren.begin), std::max(place.end, siren.end), siren.confidence, siren.repaired});
            if (after_it) break;
        }
    }
    return all;
}

std::vector<Found<std::string>> find_gestion_numbers(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i + 10 <= text.size(); ++i) {
        if (digit(before(text, i)) || !(starts_with_at(text, i, "19") || starts_with_at(text, i, "20"))) continue;
        std::string number;
        std::size_t j = i;
        const auto digits = [&](int count) {
            for (; count > 0 && digit(at(text, j)); --count) number += text[j++];
            return count == 0;
        };
        if (!digits(4)) continue;
        if (at(text, j) == ' ') ++j;
        if (at(text, j) < 'A' || at(text, j) > 'D') continue;
        number += text[j++];
        if (at(text, j) == ' ') ++j;
        if (!digits(5) || digit(at(text, j))) continue;
        all.push_back({number, i, j, 0.97, false});
        i = j - 1;
    }
    return all;
}

std::vector<Found<std::string>> find_euids(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i + 16 <= text.size(); ++i) {
        const auto euid = text.substr(i, 16);
        if (!euid.starts_with("FR") || euid[6] != '.' || digit(at(text, i + 16))) continue;
        if (!std::ranges::all_of(euid.substr(2, 4), digit) || !std::ranges::all_of(euid.substr(7), digit)) continue;
        all.push_back({std::string(euid), i, i + 16, valid_siren(euid.substr(7)) ? 0.99 : 0.3, false});
    }
    return all;
}

}  // namespace paraphe
