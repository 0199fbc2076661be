#include "ocr/likeness.hpp"

#include <algorithm>
#include <vector>

namespace paraphe::ocr {

std::string bare(std::string_view text) {
    // Letters U+00C0 to U+00FF by their second byte; '*' is no letter.
    static constexpr std::string_view folded = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += text[i];
        else if (c >= 'A' && c <= 'Z') result += static_cast<char>(c - 'A' + 'a');
        else if (c == 0xC3 && i + 1 < text.size()) {
            const char letter = folded[static_cast<unsigned char>(text[++i]) & 0x3F];
            if (letter != '*') result += letter;
        } else if (c == 0xC5 && i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) | 1) == 0x93) {
            result += "oe";
            ++i;
        }
    }
    return result;
}

// Sellers 1980: edit distance of a word to its best place in a text.
double likeness(std::string_view wanted, std::string_view text) {
    if (wanted.empty() || text.empty() || wanted.size() > 200) return 0;
    std::vector<std::size_t> column(wanted.size() + 1);
    for (std::size_t i = 0; i <= wanted.size(); ++i) column[i] = i;
    std::size_t best = column.back();
    for (const char sign : text.substr(0, 4000)) {
        std::size_t diagonal = column[0];  // a place may begin anywhere: row 0 stays 0
        for (std::size_t i = 1; i <= wanted.size(); ++i) {
            const std::size_t edited = std::min({column[i] + 1, column[i - 1] + 1, diagonal + (wanted[i - 1] == sign ? 0u : 1u)});
            diagonal = column[i];
            column[i] = edited;
        }
        best = std::min(best, column.back());
    }
    return 1 - static_cast<double>(std::min(best, wanted.size())) / static_cast<double>(wanted.size());
}

}  // namespace paraphe::ocr
