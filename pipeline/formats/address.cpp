#include "formats/address.hpp"

#include "formats/scan.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace scan;

bool department(std::string_view code) {
    if (code.size() != 5 || !std::ranges::all_of(code, digit)) return false;
    const int head = (code[0] - '0') * 10 + (code[1] - '0');
    return (head >= 1 && head <= 95) || head == 97 || head == 98;
}

/// Words of a town: letters, hyphens, apostrophes, up to the line's end.
std::size_t town_end(std::string_view text, std::size_t i) {
    std::size_t end = i;
    for (int words = 0; words < 6; ++words) {
        std::size_t j = i;
        while (j < text.size() && (letter(text[j]) || text[j] == '-' || text[j] == '\'')) ++j;
        if (j == i) break;
        const auto word = text.substr(i, j - i);
        static constexpr std::array<std::string_view, 14> stops{"TEL", "FAX", "SIRET", "SIREN", "RCS", "TVA", "FRANCE", "CAPITAL", "SAS", "SARL", "NO", "EMAIL", "IMMATRICULEE", "MAIL"};
        if (std::ranges::find(stops, word) != stops.end()) break;
        end = j;
        if (at(text, j) != ' ') break;
        i = j + 1;
    }
    return end;
}

std::string opened(std::string_view word) {
    struct Short {
        std::string_view print, whole;
    };
    static constexpr std::array shorts{Short{"BD", "BOULEVARD"}, Short{"BLD", "BOULEVARD"}, Short{"BVD", "BOULEVARD"}, Short{"AV", "AVENUE"}, Short{"AVE", "AVENUE"}, Short{"RTE", "ROUTE"},
                                       Short{"CHE", "CHEMIN"}, Short{"CH", "CHEMIN"}, Short{"PL", "PLACE"}, Short{"IMP", "IMPASSE"}, Short{"ALL", "ALLEE"}, Short{"ALLEES", "ALLEE"}, Short{"SQ", "SQUARE"},
                                       Short{"FG", "FAUBOURG"}, Short{"FBG", "FAUBOURG"}, Short{"QU", "QUAI"}, Short{"R", "RUE"}, Short{"ST", "SAINT"}, Short{"STE", "SAINTE"}, Short{"LD", "LIEUDIT"},
                                       Short{"BAT", "BATIMENT"}, Short{"ESP", "ESPLANADE"}, Short{"CRS", "COURS"}, Short{"RES", "RESIDENCE"}, Short{"GAL", "GENERAL"}, Short{"MAL", "MARECHAL"}, Short{"DR", "DOCTEUR"}};
    for (const auto& s : shorts)
        if (s.print == word) return std::string(s.whole);
    return std::string(word);
}

std::vector<std::string> words_of(std::string_view text) {
    static constexpr std::array<std::string_view, 10> small{"DE", "DU", "DES", "LA", "LE", "LES", "L", "D", "ET", "CEDEX"};
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= text.size() && words.size() < 40; ++i) {
        if (i < text.size() && alnum(text[i])) {
            word += text[i];
        } else if (!word.empty()) {
            if (std::ranges::find(small, word) == small.end()) words.push_back(opened(word));
            word.clear();
        }
    }
    return words;
}

double shared_words(std::string_view a, std::string_view b) {
    const auto one = words_of(a), other = words_of(b);
    const auto& few = one.size() <= other.size() ? one : other;
    const auto& many = one.size() <= other.size() ? other : one;
    if (few.empty()) return 0;
    double hits = 0;
    for (const auto& word : few) {
        double best = 0;
        for (const auto& against : many) best = std::max(best, word.size() >= 5 ? likeness(word, against) : word == against ? 1.0 : 0.0);
        hits += best >= 0.79 ? best : 0;
    }
    return hits / static_cast<double>(few.size());
}

bool way(std::string_view word) {
    static constexpr std::array<std::string_view, 24> ways{"RUE", "BOULEVARD", "AVENUE", "ROUTE", "CHEMIN", "PLACE", "IMPASSE", "ALLEE", "SQUARE", "FAUBOURG", "QUAI", "COURS",
                                                           "ESPLANADE", "PASSAGE", "SENTIER", "VOIE", "MONTEE", "ZA", "ZI", "ZAC", "LIEUDIT", "PARC", "PROMENADE", "TERRASSE"};
    return std::ranges::find(ways, word) != ways.end();
}

}  // namespace

bool is_street(std::string_view folded) {
    // Not every word for a way: "PLACE NUMERIQUE", "PARC INFORMATIQUE" may be companies.
    static constexpr std::array<std::string_view, 7> streets{"RUE", "BOULEVARD", "AVENUE", "ROUTE", "CHEMIN", "IMPASSE", "ALLEE"};
    while (!folded.empty() && (digit(folded.front()) || folded.front() == ' ' || folded.front() == ',')) folded.remove_prefix(1);
    for (const std::string_view repeated : {"BIS ", "TER ", "QUATER "})
        if (folded.starts_with(repeated)) folded.remove_prefix(repeated.size());
    return std::ranges::any_of(streets, [&](std::string_view street) { return folded.size() > street.size() + 1 && folded.starts_with(street) && folded[street.size()] == ' '; });
}

std::vector<Found<Address>> find_postcodes(std::string_view text) {
    std::vector<Found<Address>> all;
    for (std::size_t i = 0; i + 5 < text.size(); ++i) {
        if (!digit(text[i]) || alnum(before(text, i))) continue;
        std::string code;
        std::size_t j = i;
        while (code.size() < 5 && j < text.size() && (digit(text[j]) || (text[j] == ' ' && code.size() == 2 && digit(at(text, j + 1)) && digit(at(text, j + 2)) && digit(at(text, j + 3))))) {
            if (text[j] != ' ') code += text[j];
            ++j;
        }
        if (!department(code) || digit(at(text, j))) continue;
        const bool spaced = j - i > 5;
        if (at(text, j) == ' ' || at(text, j) == '-' || at(text, j) == ',') ++j;
        if (at(text, j) == ' ' || at(text, j) == '-') ++j;
        const auto end = town_end(text, j);
        if (end < j + 2) continue;
        Address address;
        address.postcode = code;
        address.city = std::string(text.substr(j, end - j));
        if (const auto cedex = address.city.find("CEDEX"); cedex != std::string::npos) {
            address.cedex = true;
            address.city.erase(cedex);
            while (!address.city.empty() && !letter(address.city.back())) address.city.pop_back();
        }
        if (address.city.empty()) continue;
        all.push_back({std::move(address), i, end, spaced ? 0.6 : 0.9, false});
        i = end - 1;
    }
    return all;
}

Address parse_address(std::string_view text) {
    Address address;
    std::size_t end = text.size();
    if (const auto codes = find_postcodes(text); !codes.empty()) {
        address = codes.front().value;
        end = codes.front().begin;
    }
    const auto head = text.substr(0, end);
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (!letter(head[i]) || alnum(before(head, i))) continue;
        std::size_t j = i;
        while (j < head.size() && letter(head[j])) ++j;
        if (!way(opened(head.substr(i, j - i)))) continue;
        std::size_t stop = head.find_first_of("\n,;", i);
        if (stop == std::string_view::npos) stop = head.size();
        address.street = std::string(head.substr(i, stop - i));
        while (!address.street.empty() && !alnum(address.street.back())) address.street.pop_back();
        std::size_t k = i;
        while (k > 0 && (space(head[k - 1]) || head[k - 1] == ',')) --k;
        std::size_t from = k;
        while (from > 0 && (alnum(head[from - 1]) || (head[from - 1] == ' ' && from > 1 && digit(head[from - 2])) || head[from - 1] == '-' || head[from - 1] == '/') && k - from < 12) --from;
        while (from < k && !digit(head[from])) ++from;
        if (from < k) address.number = std::string(head.substr(from, k - from));
        break;
    }
    return address;
}

double same_address(const Address& a, const Address& b) {
    double score = 0, weight = 0;
    const auto weigh = [&](double w, double s) { weight += w, score += w * s; };
    // A CEDEX code names a post office: only the town can then be compared.
    if (!a.postcode.empty() && !b.postcode.empty()) {
        if (!a.cedex && !b.cedex) weigh(2, a.postcode == b.postcode ? 1 : a.postcode.substr(0, 2) == b.postcode.substr(0, 2) ? 0.3 : 0);
        else if (!a.city.empty() && !b.city.empty()) weigh(1.5, shared_words(a.city, b.city));
    }
    if (!a.street.empty() && !b.street.empty()) {
        weigh(3, shared_words(a.street, b.street));
        if (!a.number.empty() && !b.number.empty()) weigh(1, a.number == b.number || a.number.starts_with(b.number) || b.number.starts_with(a.number) ? 1 : 0);
    }
    return weight > 0 ? score / weight : 0;
}

}  // namespace paraphe
