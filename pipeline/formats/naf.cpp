#include "formats/naf.hpp"

#include "formats/scan.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace scan;

/// NAF or APE among the last 30 bytes on the way here.
bool announced(std::string_view text, std::size_t i) {
    const std::size_t from = i > 30 ? i - 30 : 0;
    for (std::size_t k = from; k + 3 <= i; ++k)
        if (word_at(text, k, "NAF") || word_at(text, k, "APE")) return true;
    return false;
}

}  // namespace

std::vector<Found<std::string>> find_naf_codes(std::string_view text) {
    std::vector<Found<std::string>> all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!digit(text[i]) || alnum(before(text, i)) || before(text, i) == '.' || before(text, i) == ',') continue;
        std::string code;
        std::size_t j = i;
        while (digit(at(text, j)) && code.size() < 2) code += text[j++];
        const bool dotted = at(text, j) == '.', spaced = at(text, j) == ' ';
        if (dotted || spaced) ++j;
        while (digit(at(text, j)) && code.size() < 4) code += text[j++];
        const bool gap = at(text, j) == ' ';
        if (gap) ++j;
        if (!letter(at(text, j)) || alnum(at(text, j + 1)) || code.size() < 3) continue;
        code += text[j++];
        const bool beside = announced(text, i);
        if (!beside && (spaced || gap || code.size() < 5)) continue;
        all.push_back({code, i, j, beside ? 0.97 : dotted ? 0.9 : 0.7, false});
        i = j - 1;
    }
    return all;
}

bool digital_activity(std::string_view naf) {
    static constexpr std::array digital{"62", "63", "582", "61", "7022", "7112", "7311", "9511", "72"};
    return std::ranges::any_of(digital, [&](std::string_view head) { return naf.starts_with(head) && (head != "72" || naf.size() == 4); });
}

}  // namespace paraphe
