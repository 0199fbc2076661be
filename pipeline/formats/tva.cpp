#include "formats/tva.hpp"

#include "formats/scan.hpp"
#include "formats/siren.hpp"

#include <algorithm>
#include <charconv>

namespace paraphe {

using namespace scan;

std::string tva_key(std::string_view siren) {
    if (siren.size() != 9 || !std::ranges::all_of(siren, digit)) return {};
    int number = 0;
    std::from_chars(siren.data(), siren.data() + siren.size(), number);
    const int key = (12 + 3 * (number % 97)) % 97;
    return {static_cast<char>('0' + key / 10), static_cast<char>('0' + key % 10)};
}

std::vector<Found<std::string>> find_tva_numbers(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i + 13 <= text.size(); ++i) {
        if (text[i] != 'F' || text[i + 1] != 'R') continue;
        std::string number = "FR";
        std::size_t j = i + 2;
        const auto take = [&](int count, bool letters) {
            for (; count > 0 && (digit(at(text, j)) || (letters && letter(at(text, j)) && text[j] != 'O' && text[j] != 'I')); --count) number += text[j++];
            return count == 0;
        };
        const auto gap = [&] {
            if (at(text, j) == ' ' || at(text, j) == '.' || at(text, j) == '-') ++j;
        };
        gap();
        if (!take(2, true)) continue;
        bool whole = true;
        for (int group = 0; group < 3 && whole; ++group) gap(), whole = take(3, false);
        if (!whole || digit(at(text, j))) continue;
        const auto siren = siren_of_tva(number);
        const bool numeric = digit(number[2]) && digit(number[3]);
        // A word that ends in FR before a French account number is ruled out by the SIREN's key.
        const double confidence = !numeric ? (valid_siren(siren) ? 0.7 : 0.2) : tva_key(siren) == number.substr(2, 2) && valid_siren(siren) ? 0.99 : 0.3;
        all.push_back({number, i, j, confidence, false});
        i = j - 1;
    }
    return all;
}

std::string siren_of_tva(std::string_view tva) { return std::string(tva.size() >= 9 ? tva.substr(tva.size() - 9) : std::string_view{}); }

}  // namespace paraphe
