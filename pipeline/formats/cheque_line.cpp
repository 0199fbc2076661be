#include "formats/cheque_line.hpp"

#include "formats/scan.hpp"

#include <algorithm>

namespace paraphe {
namespace {

constexpr std::size_t kNumber = 7, kZone = 12, kAll = kNumber + 2 * kZone;

bool symbol(char c) { return scan::digit(c) || c == '?'; }

}  // namespace

std::optional<ChequeLine> parse_cheque_line(std::string_view text) {
    std::string symbols;
    for (const char c : text) {
        if (!symbol(c)) continue;
        if (symbols.size() == kAll) return {};
        symbols += c;
    }
    if (symbols.size() != kAll) return {};
    return ChequeLine{symbols.substr(0, kNumber), symbols.substr(kNumber, kZone), symbols.substr(kNumber + kZone)};
}

std::string rlmc_key(const ChequeLine& line) {
    const auto all = line.number + line.interbank + line.account;
    if (all.size() != kAll || !std::ranges::all_of(all, scan::digit)) return {};
    int rest = 0;
    for (const char c : all + "00") rest = (rest * 10 + (c - '0')) % 97;
    const int key = 97 - rest;
    return {static_cast<char>('0' + key / 10), static_cast<char>('0' + key % 10)};
}

std::optional<ChequeLine> repaired(const ChequeLine& line, std::string_view key) {
    auto all = line.number + line.interbank + line.account;
    const auto gap = all.find('?');
    if (gap == std::string::npos || all.find('?', gap + 1) != std::string::npos) return {};
    std::optional<ChequeLine> found;
    for (char d = '0'; d <= '9'; ++d) {
        all[gap] = d;
        const auto tried = parse_cheque_line(all);
        if (!tried || rlmc_key(*tried) != key) continue;
        if (found) return {};
        found = tried;
    }
    return found;
}

}  // namespace paraphe
