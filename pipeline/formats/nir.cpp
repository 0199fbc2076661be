#include "formats/nir.hpp"

#include "formats/scan.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace paraphe {
namespace {

using namespace scan;

constexpr std::size_t without_key = 13, with_key = 15;

/// The digit after the 2 of Corsica's departments, which becomes a 1.
std::optional<char> corsican(char letter, const std::string& digits) {
    if (digits.size() != 6 || digits.back() != '2' || (letter != 'A' && letter != 'B')) return {};
    return letter == 'A' ? '9' : '8';
}

/// Up to fifteen digits from `at` on, as the number is spaced.
std::string digits_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::size_t, 6> between{1, 3, 5, 7, 10, 13};
    std::string digits;
    for (std::size_t i = at; i < text.size() && digits.size() < with_key; ++i) {
        if (digit(text[i])) {
            digits += text[i];
        } else if (const auto second = corsican(text[i], digits)) {
            digits.back() = '1';
            digits += *second;
        } else if ((text[i] != ' ' && text[i] != '.') || std::ranges::find(between, digits.size()) == between.end()) {
            break;
        }
    }
    return digits;
}

bool key_holds(const std::string& digits) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < without_key; ++i) number = number * 10 + static_cast<std::uint64_t>(digits[i] - '0');
    const auto key = static_cast<std::uint64_t>((digits[13] - '0') * 10 + digits[14] - '0');
    return key == 97 - number % 97;
}

Nir nir_at(std::string_view text, std::size_t at) {
    const auto digits = digits_at(text, at);
    if (digits.size() < without_key) return Nir::none;
    const int month = (digits[3] - '0') * 10 + digits[4] - '0';
    const bool born = (month >= 1 && month <= 12) || (month >= 20 && month <= 42);   // 20 and more: unknown months
    if (!born) return Nir::none;
    return digits.size() == with_key && key_holds(digits) ? Nir::whole : Nir::without_key;
}

}  // namespace

Nir nir_in(std::string_view folded) {
    Nir most = Nir::none;
    for (std::size_t i = 0; i < folded.size(); ++i)
        if ((folded[i] == '1' || folded[i] == '2') && !alnum(before(folded, i))) most = std::max(most, nir_at(folded, i));
    return most;
}

}  // namespace paraphe
