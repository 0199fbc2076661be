#include "extractors/common/company.hpp"
#include "formats/company_name.hpp"
#include "formats/siren.hpp"
#include "formats/tva.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::extractors {
namespace {

bool holds_one_of(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// From here down a number stands in the issuer's block.
constexpr double issuers_weight = 0.2;

/// How near the candidate's name stands, in line heights; large when it does not.
double distance_to(const Sheet& sheet, std::size_t line, std::span<const NamedCompany> candidates) {
    const Box& here = sheet.text.lines()[line].box;
    double nearest = 99;
    for (const auto& candidate : candidates) {
        const Box& there = sheet.text.lines()[candidate.span.line].box;
        const double height = std::max(0.006, std::min(here.h, there.h));
        nearest = std::min(nearest, std::abs(here.centre_y() - there.centre_y()) / height);
    }
    return nearest;
}

bool names_candidate(const Sheet& sheet, std::size_t line, std::span<const NamedCompany> candidates) {
    const std::string_view text = sheet.text.lines()[line].folded;
    return std::ranges::any_of(candidates, [text](const NamedCompany& candidate) {
        const std::string key = company_key(candidate.name);
        return key.size() >= 4 && find_fuzzy(text, key).has_value();
    });
}

/// The text around a line: legal mentions of an issuer often run over two or three lines.
std::string around(const Sheet& sheet, std::size_t line) {
    const auto& lines = sheet.text.lines();
    std::string text;
    for (std::size_t k = line > 0 ? line - 1 : 0; k <= line + 1 && k < lines.size(); ++k)
        if (std::abs(lines[k].box.centre_y() - lines[line].box.centre_y()) < 0.03) text += lines[k].folded + ' ';
    return text;
}

/// What a sentence says before `at`, on the line before, too, when this one begins there.
std::string said_before(const Sheet& sheet, std::size_t line, std::size_t at) {
    const auto& lines = sheet.text.lines();
    auto before = lines[line].folded.substr(0, at);
    if (line > 0 && before.find_first_not_of(' ') == std::string::npos) before = lines[line - 1].folded + ' ';
    return before;
}

/// "contrat n° 340101005 O 097", "contrat « Responsabilité civile » n° 340101005": nine digits whose key holds by chance are still the contract's.
bool numbers_a_paper(const Sheet& sheet, std::size_t line, std::size_t at) {
    static constexpr std::array<std::string_view, 9> papers{"CONTRAT", "POLICE", "SOCIETAIRE", "ADHERENT", "ADHESION", "CLIENT", "FACTURE", "COMMANDE", "REFERENCE"};
    static constexpr std::array<std::string_view, 5> registers{"SIREN", "SIRET", "RCS", "R.C.S", "IMMATRICUL"};
    constexpr std::size_t clause = 100;   // signs in which a paper is named before its number
    const auto said = said_before(sheet, line, at);
    std::string_view before = said;
    bool numbered = false;
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (const std::string_view filler : {" ", ":", ".", "NO", "NUMERO"})
            if (before.ends_with(filler)) before.remove_suffix(filler.size()), shorter = true, numbered |= filler.starts_with('N');
    }
    if (std::ranges::any_of(papers, [before](std::string_view paper) { return before.ends_with(paper); })) return true;
    if (before.size() > clause) before.remove_prefix(before.size() - clause);
    return numbered && holds_one_of(before, std::span(papers).first(2)) && !holds_one_of(before, registers);
}

struct Weighed {
    double weight;
    const char* why;
};

Weighed weigh(const Sheet& sheet, std::size_t line, std::span<const NamedCompany> candidates, const NumberRules& rules) {
    const double y = sheet.text.lines()[line].box.centre_y();
    if (names_candidate(sheet, line, candidates)) return {1, "on a line with the company's name"};
    if (holds_one_of(around(sheet, line), rules.issuer_words)) return {0.1, "in the issuer's legal mentions"};
    const bool edge = y > 0.9 || y < 0.09;
    if (edge) return rules.own_letterhead ? Weighed{0.95, "in the company's own letterhead"} : Weighed{0.2, "in the issuer's head or foot"};
    const double lines_away = distance_to(sheet, line, candidates);
    if (lines_away < 4) return {0.97, "close to the company's name"};
    if (lines_away < 9) return {0.85, "in the block of the company's name"};
    return {rules.own_letterhead ? 0.8 : 0.55, "elsewhere on the page"};
}

/// Every SIREN of a line, those within longer numbers too.
std::vector<std::string> sirens_of(std::string_view line) {
    std::vector<std::string> out;
    for (const auto& found : find_sirets(line)) out.push_back(found.value.substr(0, 9));
    for (const auto& found : find_sirens(line)) out.push_back(found.value);
    for (const auto& found : find_tva_numbers(line)) out.push_back(siren_of_tva(found.value));
    return out;
}

/// Numbers of the issuer's head or foot are its own wherever else they stand, as long as another is left for the candidate.
std::vector<std::string> numbers_of_issuer(const Sheet& sheet, std::span<const NamedCompany> candidates, const NumberRules& rules) {
    std::vector<std::string> issuers, others;
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k)
        for (auto& siren : sirens_of(sheet.text.lines()[k].folded)) (weigh(sheet, k, candidates, rules).weight <= issuers_weight ? issuers : others).push_back(std::move(siren));
    const bool another = std::ranges::any_of(others, [&issuers](const std::string& siren) { return std::ranges::find(issuers, siren) == issuers.end(); });
    return another ? issuers : std::vector<std::string>{};
}

}  // namespace

void read_company_numbers(const Sheet& sheet, std::span<const NamedCompany> candidates, const NumberRules& rules, Pool& pool) {
    const auto issuers = numbers_of_issuer(sheet, candidates, rules);
    const auto excluded = [&](const std::string& siren) {
        return std::ranges::find(rules.issuer_sirens, std::string_view(siren)) != rules.issuer_sirens.end() || std::ranges::find(issuers, siren) != issuers.end();
    };
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const std::string_view line = sheet.text.lines()[k].folded;
        const auto say = [&](const std::string& siren, std::size_t begin, std::size_t end, double form, const char* kind) {
            const Span where{k, begin, end, 1};
            const auto [weight, why] = weigh(sheet, k, candidates, rules);
            const double confidence = form * (excluded(siren) ? 0.03 : weight) * sureness(sheet, where);
            std::string reason = kind;
            reason += ", ";
            reason += excluded(siren) ? "the issuer's own number" : why;
            // A number of the issuer's is kept for who asks why, but it is not the candidate's reading.
            if (excluded(siren) || weight <= issuers_weight) pool.add_alternate("siren", siren, confidence, place_of(sheet, where), std::move(reason));
            else pool.add("siren", siren, confidence, place_of(sheet, where), std::move(reason));
        };
        for (const auto& found : find_sirets(line)) {
            say(found.value.substr(0, 9), found.begin, found.end, found.confidence, "SIRET");
            const Span where{k, found.begin, found.end, 1};
            if (!excluded(found.value.substr(0, 9)) && weigh(sheet, k, candidates, rules).weight > issuers_weight)
                pool.add("siret", found.value, found.confidence * weigh(sheet, k, candidates, rules).weight * sureness(sheet, where), place_of(sheet, where), "fourteen digits");
        }
        for (const auto& found : find_sirens(line))
            if (!numbers_a_paper(sheet, k, found.begin)) say(found.value, found.begin, found.end, found.confidence, "SIREN");
        for (const auto& found : find_tva_numbers(line)) say(siren_of_tva(found.value), found.begin, found.end, 0.93 * found.confidence, "VAT number");
    }
}

}  // namespace paraphe::extractors
