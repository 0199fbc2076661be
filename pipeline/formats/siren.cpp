#include "formats/siren.hpp"

#include "formats/scan.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace paraphe {
namespace {

using namespace scan;

constexpr double kHolds = 0.97;       // one random number in ten holds: the label near it must add the rest
constexpr double kGuessed = 0.8;      // letters read as digits, and the key holds
constexpr double kRepaired = 0.5;     // a digit exchanged
constexpr double kBroken = 0.3;

/// Digits that scanners take for one another. Many pairs make a lone repair rarer, and so more honest.
constexpr std::array<std::string_view, 7> kConfused{"17", "38", "56", "68", "08", "06", "35"};

struct Run {
    std::string digits;
    std::size_t end = 0;
    int guessed = 0;
};

/// Groups of digits from `i`, with at most one separator between two groups. Single digits stand in boxes: what parts those
/// is space, never the hyphen of a contract's number.
std::optional<Run> groups_at(std::string_view text, std::size_t i, std::span<const int> groups) {
    Run run{{}, i, 0};
    const std::string_view separators = groups.front() == 1 ? " " : " .-";
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (g > 0 && run.end < text.size() && separators.find(text[run.end]) != std::string_view::npos) ++run.end;
        for (int k = 0; k < groups[g]; ++k, ++run.end) {
            const char c = run.end < text.size() ? digit_like(text[run.end]) : '\0';
            if (c == '\0') return {};
            run.guessed += !digit(text[run.end]);
            run.digits += c;
        }
    }
    if (run.guessed * 3 > static_cast<int>(run.digits.size())) return {};
    const char next = at(text, run.end);
    if (digit(next) || (!digit(text[run.end - 1]) && letter(next))) return {};
    return run;
}

bool may_begin(std::string_view text, std::size_t i) {
    if (digit_like(text[i]) == '\0') return false;
    const char previous = before(text, i);
    return digit(text[i]) ? !digit(previous) : !alnum(previous);
}

/// The one reading with a single confused digit that makes the key hold; empty when none or several do.
std::string single_repair(const std::string& digits, bool (*valid)(std::string_view)) {
    std::string found;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        for (const auto pair : kConfused) {
            if (pair[0] != digits[i] && pair[1] != digits[i]) continue;
            std::string tried = digits;
            tried[i] = pair[0] == digits[i] ? pair[1] : pair[0];
            if (!valid(tried) || tried == found) continue;
            if (!found.empty()) return {};
            found = std::move(tried);
        }
    }
    return found;
}

void add(std::vector<Found<std::string>>& all, std::size_t begin, const Run& run, bool (*valid)(std::string_view)) {
    if (valid(run.digits)) {
        all.push_back({run.digits, begin, run.end, run.guessed > 0 ? kGuessed : kHolds, run.guessed > 0});
        return;
    }
    if (run.digits.find_first_not_of(run.digits[0]) == std::string::npos) return;  // a model's "000 000 000"
    if (auto repair = single_repair(run.digits, valid); !repair.empty()) all.push_back({std::move(repair), begin, run.end, kRepaired, true});
    if (run.guessed == 0) all.push_back({run.digits, begin, run.end, kBroken, false});
}

std::optional<Run> siret_at(std::string_view text, std::size_t i) {
    static constexpr std::array<int, 4> usual{3, 3, 3, 5};
    static constexpr std::array<int, 5> split{3, 3, 3, 2, 3}, other{3, 3, 3, 3, 2};
    static constexpr std::array<int, 14> boxes{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    for (const auto groups : {std::span<const int>(usual), std::span<const int>(split), std::span<const int>(other), std::span<const int>(boxes)})
        if (auto run = groups_at(text, i, groups)) return run;
    return {};
}

std::optional<Run> siren_at(std::string_view text, std::size_t i) {
    static constexpr std::array<int, 3> usual{3, 3, 3};
    static constexpr std::array<int, 9> boxes{1, 1, 1, 1, 1, 1, 1, 1, 1};
    for (const auto groups : {std::span<const int>(usual), std::span<const int>(boxes)})
        if (auto run = groups_at(text, i, groups)) return run;
    return {};
}

/// "au capital de 214 799 030 €": nine digits in groups of three are a sum as well.
bool is_amount(std::string_view text, std::size_t begin, std::size_t end) {
    while (end < text.size() && text[end] == ' ') ++end;
    for (const std::string_view currency : {"€", "EUR", "FRANCS", ",00"})
        if (text.substr(end).starts_with(currency)) return true;
    const auto head = text.substr(0, begin);
    return head.ends_with("CAPITAL DE ") || head.ends_with("CAPITAL SOCIAL DE ") || head.ends_with("CAPITAL : ");
}

}  // namespace

bool luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (!digit(digits[digits.size() - 1 - i])) return false;
        const int d = (digits[digits.size() - 1 - i] - '0') * (i % 2 == 0 ? 1 : 2);
        sum += d > 9 ? d - 9 : d;
    }
    return !digits.empty() && sum % 10 == 0;
}

bool valid_siren(std::string_view digits) { return digits.size() == 9 && luhn(digits) && digits != "000000000"; }

bool valid_siret(std::string_view digits) {
    if (digits.size() != 14 || !std::ranges::all_of(digits, digit) || digits.starts_with("000000000")) return false;
    if (luhn(digits)) return true;
    int sum = 0;
    for (const char c : digits) sum += c - '0';
    return digits.starts_with("356000000") && sum % 5 == 0;
}

std::vector<Found<std::string>> find_sirets(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!may_begin(text, i)) continue;
        if (const auto run = siret_at(text, i)) {
            add(all, i, *run, valid_siret);
            i = run->end - 1;
        }
    }
    return all;
}

std::vector<Found<std::string>> find_sirens(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!may_begin(text, i)) continue;
        // A SIREN and a postcode make fourteen digits too: only a key that holds makes them a SIRET.
        if (const auto siret = siret_at(text, i); siret && valid_siret(siret->digits)) {
            i = siret->end - 1;
            continue;
        }
        if (const auto run = siren_at(text, i)) {
            if (!is_amount(text, i, run->end)) add(all, i, *run, valid_siren);
            i = run->end - 1;
        }
    }
    return all;
}

std::string grouped(std::string_view digits) {
    if ((digits.size() != 9 && digits.size() != 14) || !std::ranges::all_of(digits, digit)) return std::string(digits);
    std::string text(digits.substr(0, 3));
    text.append(" ").append(digits.substr(3, 3)).append(" ").append(digits.substr(6, 3));
    if (digits.size() == 14) text.append(" ").append(digits.substr(9));
    return text;
}

}  // namespace paraphe
