#include "formats/person.hpp"

#include "formats/scan.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"
#include "text/joined.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace paraphe {
namespace {

using namespace scan;

constexpr std::array<std::string_view, 11> kCivilities{"M", "MR", "MONSIEUR", "MME", "MADAME", "MLLE", "MADEMOISELLE", "MRS", "MS", "DR", "DOCTEUR"};
constexpr std::array<std::string_view, 20> kParticles{"DE", "DU", "DES", "LA", "LE", "D", "VAN", "VON", "DER", "DEN", "EL", "BEN", "AL", "DA", "DOS", "DAS", "DI", "DEL", "DELLA", "TER"};

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

std::string civility_of(std::string_view word) {
    if (word == "M" || word == "MR" || word == "MONSIEUR") return "M";
    if (word == "MME" || word == "MADAME" || word == "MRS" || word == "MS") return "MME";
    if (word == "MLLE" || word == "MADEMOISELLE") return "MLLE";
    return {};
}

struct Token {
    std::string text;
    bool capitals = false;  ///< printed in capitals: a surname, by French custom
};

/// Words of a printed name: letters, hyphens and apostrophes; a full stop ends a word.
std::vector<Token> tokens_of(std::string_view printed) {
    std::vector<Token> tokens;
    std::size_t i = 0;
    while (i < printed.size() && tokens.size() < 24) {
        std::size_t end = printed.find_first_of(" \n\t,;.:()/\"", i);
        if (end == std::string_view::npos) end = printed.size();
        const auto raw = printed.substr(i, end - i);
        auto word = fold(raw);
        while (!word.empty() && !alnum(word.front())) word.erase(0, 1);
        while (!word.empty() && !alnum(word.back())) word.pop_back();
        const bool small = std::ranges::any_of(raw, [](char c) { return c >= 'a' && c <= 'z'; });
        if (!word.empty()) tokens.push_back({std::move(word), !small});
        i = end + 1;
    }
    return tokens;
}

bool ends_name(std::string_view word) {
    static constexpr std::array<std::string_view, 46> stops{
        "GERANT", "GERANTE", "COGERANT", "COGERANTE", "CO-GERANT", "CO-GERANTE", "PRESIDENT", "PRESIDENTE", "DIRECTEUR", "DIRECTRICE", "PDG", "DG", "DIRIGEANT", "DIRIGEANTE",
        "AGISSANT", "EN", "QUALITE", "SOCIETE", "ENTREPRISE", "DEMEURANT", "DOMICILIE", "DOMICILIEE", "NE", "CERTIFIE", "DECLARE", "ATTESTE", "REPRESENTANT",
        "RESPONSABLE", "FAIT", "LE", "SIGNATURE", "DATE", "CI-APRES", "CI-DESSOUS", "DUMENT", "AYANT", "POUR", "FONCTION", "PAR", "ADMINISTRATEUR", "ASSOCIE", "ASSOCIEE", "SAS", "SARL", "ENGAGE", "SOUSSIGNE"};
    return among(word, stops) || std::ranges::any_of(word, digit);
}

/// What small print that runs together leaves of a word: "rn" is "m", "cl" is "d", "vv" is "w".
std::string print_shape(std::string_view word) {
    std::string shape;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto pair = word.substr(i, 2);
        const char run_together = pair == "RN" ? 'M' : pair == "CL" ? 'D' : pair == "VV" ? 'W' : '\0';
        shape += run_together != '\0' ? run_together : word[i];
        i += run_together != '\0';
    }
    return skeleton(shape);
}

/// One name word against another: equal, an initial, one part of a compound, or an edit away.
double word_likeness(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    if (a.empty() || b.empty()) return 0;
    if (a.size() == 1 || b.size() == 1) return a.front() == b.front() ? 0.8 : 0;
    const auto part = [](std::string_view whole, std::string_view wanted) {
        for (std::size_t i = 0; i < whole.size();) {
            auto end = whole.find('-', i);
            if (end == std::string_view::npos) end = whole.size();
            if (whole.substr(i, end - i) == wanted) return true;
            i = end + 1;
        }
        return false;
    };
    if (part(a, b) || part(b, a)) return 0.9;
    if (a.size() >= 4 && b.size() >= 4 && print_shape(a) == print_shape(b)) return 0.9;
    const auto longer = std::max(a.size(), b.size());
    if (longer < 5) return 0;
    const double like = likeness(a, b);
    const double edits = (1 - like) * static_cast<double>(longer);
    return edits < 1.5 || (longer >= 9 && edits < 2.5) ? 0.88 : 0;
}

struct Reading {
    std::vector<std::string> all;       ///< every word that could be a name
    std::vector<std::string> surnames;  ///< those known to be surnames (capitals beside small letters, née, usage)
};

Reading read(std::string_view printed) {
    const auto person = parse_person(printed);
    Reading reading{person.words, {}};
    for (const auto* others : {&person.usage, &person.birth}) reading.all.insert(reading.all.end(), others->begin(), others->end());
    std::vector<std::string> capitals;
    bool mixed = false;
    for (const auto& token : tokens_of(printed)) {
        if (token.text.size() < 2 || !civility_of(token.text).empty()) continue;
        if (ends_name(token.text) && !reading.all.empty() && token.text != "LE") break;
        if (token.capitals) capitals.push_back(token.text);
        else mixed = true;
    }
    if (!mixed) return reading;
    for (const auto& word : reading.all)
        if (std::ranges::any_of(capitals, [&](const auto& c) { return c == word || word.ends_with(" " + c); })) reading.surnames.push_back(word);
    return reading;
}

double best_match(std::string_view word, const std::vector<std::string>& others) {
    double best = 0;
    for (const auto& other : others) best = std::max(best, word_likeness(word, other));
    return best;
}

/// Every word of the shorter name has its own partner in the longer one; the mean of how well.
double pairing(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<bool> used(b.size(), false);
    double sum = 0;
    for (const auto& word : a) {
        std::size_t at = b.size();
        double best = 0;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const double like = used[k] ? 0 : word_likeness(word, b[k]);
            if (like > best) best = like, at = k;
        }
        if (at == b.size()) return 0;
        used[at] = true;
        sum += best;
    }
    return a.empty() ? 0 : sum / static_cast<double>(a.size());
}

/// What is printed, then the given names with each other surname; where capitals tell surnames from given names, the first of these alone, too.
std::vector<std::vector<std::string>> names_borne(std::string_view printed) {
    const auto person = parse_person(printed);
    const auto known = read(printed).surnames;
    std::vector<std::string> own, given;
    for (const auto& word : person.words) {
        const bool surname = known.empty() ? own.empty() : std::ranges::find(known, word) != known.end();
        (surname ? own : given).push_back(word);
    }
    std::vector<std::vector<std::string>> names{person.words};
    for (const std::vector<std::string>* surname : {&std::as_const(own), &person.usage, &person.birth}) {
        if (surname->empty() || given.empty()) continue;
        auto& whole = names.emplace_back(given);
        whole.insert(whole.end(), surname->begin(), surname->end());
        if (known.empty() || given.size() == 1) continue;
        auto& first = names.emplace_back(std::vector{given.front()});
        first.insert(first.end(), surname->begin(), surname->end());
    }
    return names;
}

}  // namespace

Person parse_person(std::string_view printed) {
    Person person;
    const auto tokens = tokens_of(printed);
    std::string particle;
    auto* names = &person.words;
    for (const auto& token : tokens) {
        const auto& word = token.text;
        if (person.words.empty() && particle.empty() && among(word, kCivilities)) {
            person.civility = civility_of(word);
            continue;
        }
        if (word == "NEE" || word == "NE") {
            // What precedes "née" is the married name; "né le" ends the name.
            if (word == "NE" || person.words.empty()) break;
            names = &person.birth;
            continue;
        }
        if (word == "EPOUSE" || word == "EP" || word == "VEUVE" || word == "VVE" || word == "USAGE" || word == "D'USAGE") {
            names = &person.usage;
            continue;
        }
        if (word == "NOM" || word == "PRENOM" || word == "PRENOMS" || word == "DIT") continue;
        if (among(word, kParticles) && !(word.size() == 1)) {
            if (person.words.size() >= 4) break;
            particle += word + " ";
            continue;
        }
        if (ends_name(word)) break;
        names->push_back(particle + word);
        particle.clear();
        if (person.words.size() + person.usage.size() + person.birth.size() >= 8) break;
    }
    return person;
}

double same_person(std::string_view a, std::string_view b) {
    const auto one = read(a), other = read(b);
    if (one.all.empty() || other.all.empty()) return 0;
    const auto& few = one.all.size() <= other.all.size() ? one : other;
    const auto& many = one.all.size() <= other.all.size() ? other : one;
    const auto full = [](const std::vector<std::string>& words) { return std::ranges::count_if(words, [](const auto& w) { return w.size() > 1; }); };

    const auto surname_side = !few.surnames.empty() ? &few : !many.surnames.empty() ? &many : nullptr;
    const auto other_side = surname_side == &few ? &many : &few;
    double surname = 0;
    std::string shared;
    if (surname_side) {
        const auto& against = !other_side->surnames.empty() ? other_side->surnames : other_side->all;
        for (const auto& word : surname_side->surnames) {
            const double like = best_match(word, against);
            if (word.size() > 1 && like >= 0.85 && like > surname) surname = like, shared = word;
        }
        if (surname == 0) return 0.05;
        if (few.all.size() == 1 || many.all.size() == 1) return 0.6 * surname;
        // Another word of each must agree, too: a wife or a brother bears the same surname.
        double given = 0;
        for (const auto& word : surname_side->all) {
            if (word == shared) continue;
            for (const auto& candidate : other_side->all)
                if (word_likeness(candidate, shared) < 0.85) given = std::max(given, word_likeness(word, candidate));
        }
        return given > 0 ? (given >= 0.88 ? 0.96 : 0.9) * std::min(1.0, surname + 0.05) : 0.15;
    }
    const double paired = pairing(few.all, many.all);
    if (paired > 0 && few.all.size() >= 2 && full(few.all) >= 1) return 0.96 * std::min(1.0, paired + 0.05);
    if (paired > 0 && few.all.size() == 1 && full(few.all) == 1) return 0.6 * paired;
    // Several given names, of which each print shows another choice: two words in common, one of them a likely surname (first or last).
    int common = 0;
    bool edge = false;
    for (std::size_t i = 0; i < few.all.size(); ++i) {
        if (best_match(few.all[i], many.all) < 0.85) continue;
        ++common;
        const bool few_edge = i == 0 || i + 1 == few.all.size();
        const bool many_edge = word_likeness(few.all[i], many.all.front()) >= 0.85 || word_likeness(few.all[i], many.all.back()) >= 0.85;
        edge = edge || (few_edge && many_edge);
    }
    if (common >= 2 && edge && few.all.size() > 2) return 0.7;
    return common >= 1 ? 0.15 : 0.02;
}

bool name_particle(std::string_view folded) { return among(folded, kParticles); }

std::vector<Found<std::string>> find_roles(std::string_view text) {
    static constexpr std::array<std::string_view, 36> roles{
        "PRESIDENT DIRECTEUR GENERAL", "PRESIDENT-DIRECTEUR GENERAL", "PRESIDENTE DIRECTRICE GENERALE", "PRESIDENT DU DIRECTOIRE", "PRESIDENT DU CONSEIL D'ADMINISTRATION",
        "DIRECTEUR GENERAL DELEGUE", "DIRECTRICE GENERALE DELEGUEE", "DIRECTEUR GENERAL", "DIRECTRICE GENERALE", "GERANT ASSOCIE UNIQUE", "GERANT ASSOCIE", "GERANTE ASSOCIEE",
        "CO-GERANTE", "CO-GERANT", "COGERANTE", "COGERANT", "GERANTE", "GERANT", "PRESIDENTE", "PRESIDENT", "P.D.G.", "PDG", "REPRESENTANT LEGAL", "REPRESENTANTE LEGALE",
        "CHEF D'ENTREPRISE", "DIRECTEUR TECHNIQUE", "DIRECTEUR COMMERCIAL", "DIRECTEUR", "DIRECTRICE", "DIRIGEANTE", "DIRIGEANT", "ADMINISTRATEUR", "ASSOCIE UNIQUE", "FONDE DE POUVOIR", "MANDATAIRE", "DG"};
    std::vector<Found<std::string>> all;
    for (const auto role : roles) {
        for (const auto& match : find_all_fuzzy(text, role)) {
            if (letter(before(text, match.begin)) || letter(at(text, match.end))) continue;
            if (std::ranges::any_of(all, [&](const auto& other) { return match.begin < other.end && other.begin < match.end; })) continue;
            all.push_back({std::string(text.substr(match.begin, match.end - match.begin)), match.begin, match.end, 0.95 * match.quality, match.errors > 0});
        }
    }
    std::ranges::sort(all, {}, &Found<std::string>::begin);
    return all;
}

std::string initials(std::string_view printed) {
    std::string text;
    for (const auto& word : parse_person(printed).words) {
        std::string part;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (letter(word[i]) && (i == 0 || word[i - 1] == '-')) part += std::string(part.empty() ? "" : "-") + word[i] + ".";
        if (part.empty()) continue;
        text += (text.empty() ? "" : " ") + part;
    }
    return text;
}

std::vector<std::string> orders_of_name(std::string_view printed) {
    std::vector<std::string> orders;
    for (auto words : names_borne(printed))
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto whole = joined(words, " ");
            if (std::ranges::find(orders, whole) == orders.end()) orders.push_back(whole);
            std::rotate(words.begin(), words.begin() + 1, words.end());  // clang 14 does not compile the one of ranges with libstdc++ 12
        }
    return orders;
}

std::vector<std::string> signatures_in_letters(std::string_view printed) {
    constexpr std::size_t telling = 5;
    auto all = orders_of_name(printed);
    const auto add = [&](std::string text) {
        if (std::ranges::find(all, text) == all.end()) all.push_back(std::move(text));
    };
    for (const auto& words : names_borne(printed)) {
        for (const auto& word : words)
            if (word.size() >= telling) add(word);
        if (words.size() < 2) continue;
        // "S GARNIER", "GARNIER S": the surname stands first or last.
        const auto &first = words.front(), &last = words.back();
        for (const auto& [initial, whole] : {std::pair{first.substr(0, 1), last}, std::pair{last.substr(0, 1), first}}) add(initial + ' ' + whole), add(whole + ' ' + initial);
    }
    return all;
}

}  // namespace paraphe
