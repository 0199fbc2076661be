#include "formats/iban.hpp"

#include "formats/scan.hpp"

#include <algorithm>
#include <cstdint>

namespace paraphe {
namespace {

using namespace scan;

/// `count` letters or digits from `i`, single spaces skipped; empty when the text does not hold them.
std::string characters_at(std::string_view text, std::size_t& i, std::size_t count) {
    std::string taken;
    while (taken.size() < count) {
        if (!taken.empty() && at(text, i) == ' ') ++i;
        if (i >= text.size() || !alnum(text[i])) return {};
        taken += text[i++];
    }
    return taken;
}

/// Letters of an account number as the RIB's key counts them: A-I and J-R as 1-9, S-Z as 2-9.
int rib_value(char c) {
    if (digit(c)) return c - '0';
    const int n = c - 'A';
    return n < 18 ? n % 9 + 1 : n - 16;
}

std::int64_t rib_number(std::string_view part) {
    std::int64_t number = 0;
    for (const char c : part) number = number * 10 + rib_value(c);
    return number;
}

}  // namespace

bool valid_iban(std::string_view iban) {
    if (iban.size() < 15 || iban.size() > 34 || !std::ranges::all_of(iban, alnum)) return false;
    int rest = 0;
    for (std::size_t k = 0; k < iban.size(); ++k) {
        const char c = iban[(k + 4) % iban.size()];
        rest = digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
}

std::vector<Found<std::string>> find_ibans(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i + 27 <= text.size(); ++i) {
        if (!starts_with_at(text, i, "FR") || !digit(at(text, i + 2)) || !digit(at(text, i + 3))) continue;
        std::size_t j = i;
        const auto iban = characters_at(text, j, 27);
        if (iban.empty() || digit(at(text, j))) continue;
        if (std::ranges::count_if(iban, digit) < 20) continue;
        all.push_back({iban, i, j, valid_iban(iban) ? 0.99 : 0.3, false});
        i = j - 1;
    }
    return all;
}

std::string rib_key(std::string_view bank, std::string_view branch, std::string_view account) {
    if (bank.size() != 5 || branch.size() != 5 || account.size() != 11) return {};
    if (!std::ranges::all_of(bank, digit) || !std::ranges::all_of(branch, digit) || !std::ranges::all_of(account, alnum)) return {};
    const auto key = 97 - (89 * rib_number(bank) + 15 * rib_number(branch) + 3 * rib_number(account)) % 97;
    return {static_cast<char>('0' + key / 10), static_cast<char>('0' + key % 10)};
}

std::vector<Found<std::string>> find_ribs(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i + 23 <= text.size(); ++i) {
        if (!digit(text[i]) || alnum(before(text, i))) continue;
        std::size_t j = i;
        const auto rib = characters_at(text, j, 23);
        if (rib.empty() || alnum(at(text, j))) continue;
        if (rib_key(rib.substr(0, 5), rib.substr(5, 5), rib.substr(10, 11)) != rib.substr(21)) continue;
        all.push_back({rib, i, j, 0.97, false});
        i = j - 1;
    }
    return all;
}

}  // namespace paraphe
