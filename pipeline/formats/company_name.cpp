#include "formats/company_name.hpp"

#include "formats/legal_form.hpp"
#include "formats/scan.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace scan;

constexpr std::array<std::string_view, 40> kForms{
    "SARL", "SAS", "SASU", "SA", "EURL", "SNC", "SCS", "SCA", "SCOP", "SCIC", "SELARL", "GIE", "SCI", "EIRL", "EI", "SE", "SC", "GMBH", "LTD", "LIMITED",
    "INC", "LLC", "BV", "NV", "AG", "CORP", "STE", "SOCIETE", "GROUPE", "GROUP", "LES", "LE", "LA", "ET", "DE", "DU", "DES", "FRANCE", "WWW", "THE"};

/// Words that many companies share: alone they prove nothing.
constexpr std::array<std::string_view, 24> kCommon{"INFORMATIQUE", "NUMERIQUE", "DIGITAL", "CONSEIL", "CONSULTING", "SERVICES", "SERVICE", "SYSTEMES", "SOLUTIONS", "TECHNOLOGIES", "STUDIO", "AGENCE",
                                                   "WEB", "INTERNET", "COMMUNICATION", "DEVELOPPEMENT", "INGENIERIE", "LOGICIELS", "SOFTWARE", "RESEAUX", "CREATION", "MEDIA", "DATA", "ENTREPRISE"};

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    std::string word;
    // A single letter and a full stop continue an abbreviation: S.A.R.L.
    for (std::size_t i = 0; i <= folded.size() && words.size() < 40; ++i) {
        const char c = at(folded, i);
        if (i < folded.size() && alnum(c)) {
            word += c;
        } else if (c == '.' && i >= 1 && letter(folded[i - 1]) && (i < 2 || !alnum(folded[i - 2])) && letter(at(folded, i + 1)) && !alnum(at(folded, i + 2))) {
            continue;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::vector<std::string> key_words(std::string_view printed) {
    const auto all = words_of(fold(printed));
    std::vector<std::string> kept;
    for (const auto& word : all)
        if (!among(word, kForms)) kept.push_back(word);
    return kept.empty() ? all : kept;  // "La Société" is all that some are called
}

/// The share of letters of `few` that stand, word by word, in `many`; common words count a quarter.
double contained(const std::vector<std::string>& few, const std::vector<std::string>& many) {
    double hit = 0, all = 0;
    for (const auto& word : few) {
        const double weight = static_cast<double>(word.size()) * (among(word, kCommon) ? 0.25 : 1);
        all += weight;
        double best = 0;
        for (const auto& other : many) {
            const double like = word == other ? 1 : word.size() >= 5 ? likeness(word, other) : 0;
            if (like >= 0.79) best = std::max(best, like);
        }
        hit += weight * best;
    }
    return all > 0 ? hit / all : 0;
}

bool acronym_of(const std::string& small, const std::vector<std::string>& words) {
    if (small.size() < 3 || small.size() != words.size()) return false;
    for (std::size_t i = 0; i < small.size(); ++i)
        if (words[i].front() != small[i]) return false;
    return true;
}

bool all_common(const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [](const auto& word) { return among(word, kCommon); });
}

}  // namespace

std::string company_key(std::string_view printed) { return joined(key_words(printed), " "); }

double company_likeness(std::string_view a, std::string_view b) {
    const auto one = key_words(a.substr(0, 160)), other = key_words(b.substr(0, 160));
    if (one.empty() || other.empty()) return 0;
    const auto key_a = joined(one, ""), key_b = joined(other, "");
    if (key_a == key_b) return 1;
    if (skeleton(key_a) == skeleton(key_b)) return 0.97;
    double best = 0;
    const double like = likeness(key_a, key_b);
    const auto longer = static_cast<double>(std::max(key_a.size(), key_b.size()));
    if ((1 - like) * longer < (longer >= 12 ? 2.5 : longer >= 6 ? 1.5 : 0.5)) best = 0.9;
    else best = 0.8 * like;
    const auto& few = one.size() <= other.size() ? one : other;
    const auto& many = one.size() <= other.size() ? other : one;
    const double forth = contained(few, many), back = contained(many, few);
    if (!all_common(few) && joined(few, "").size() >= 4 && forth > 0.9) best = std::max(best, 0.78 + 0.18 * back);
    else best = std::max(best, 0.8 * std::min(forth, back));
    // Joined on one side, apart on the other: "AlienorNet", "Alienor.net"
    const auto& shorter = key_a.size() <= key_b.size() ? key_a : key_b;
    const auto& wider = key_a.size() <= key_b.size() ? key_b : key_a;
    if (shorter.size() >= 6 && wider.starts_with(shorter)) best = std::max(best, 0.8);
    if (acronym_of(key_a, other) || acronym_of(key_b, one)) best = std::max(best, 0.8);
    // The likeness of letters alone means little: strangers of ten letters share three or four.
    return best < 0.56 && forth < 0.5 ? best * 0.7 : best;
}

double company_likeness(std::string_view printed, const std::vector<std::string>& names) {
    double best = 0;
    for (const auto& name : names) best = std::max(best, company_likeness(printed, name));
    return best;
}

bool looks_like_company(std::string_view printed) {
    static constexpr std::array<std::string_view, 26> marks{
        "HOLDING", "INVEST", "INVESTISSEMENT", "INVESTISSEMENTS", "GROUPE", "GROUP", "SOCIETE", "PARTICIPATIONS", "PATRIMOINE", "FINANCE", "FINANCES", "FINANCIERE", "CAPITAL", "MANAGEMENT",
        "VENTURES", "GESTION", "PARTNERS", "ASSOCIES", "COMPAGNIE", "CIE", "ASSOCIATION", "AUDIT", "EXPERTISE", "CABINET", "INDUSTRIES", "CORPORATE"};
    const auto folded = fold(printed);
    const auto forms = find_legal_forms(folded);
    if (std::ranges::any_of(forms, [](const auto& form) { return form.confidence > 0.45; })) return true;
    return std::ranges::any_of(words_of(folded), [](const auto& word) { return among(word, marks) || among(word, kCommon); });
}

std::string without_form(std::string_view printed) {
    std::string kept;
    std::size_t i = 0;
    while (i < printed.size()) {
        auto end = printed.find(' ', i);
        if (end == std::string_view::npos) end = printed.size();
        const auto word = printed.substr(i, end - i);
        const auto forms = find_legal_forms(fold(word));
        const bool form = !forms.empty() && (forms[0].confidence > 0.45);
        if (form && !kept.empty()) break;
        if (!form && !word.empty()) kept.append(kept.empty() ? "" : " ").append(word);
        i = end + 1;
    }
    while (!kept.empty() && (kept.back() == ',' || kept.back() == '-' || kept.back() == ' ' || kept.back() == '(')) kept.pop_back();
    return kept;
}

}  // namespace paraphe
