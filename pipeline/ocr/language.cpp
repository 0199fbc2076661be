#include "ocr/ocr.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paraphe::ocr {

bool looks_english(const std::vector<Word>& words) {
    // Frequent in one language and no word of the other.
    static constexpr std::array<std::string_view, 14> english = {"the", "of", "and", "to", "is", "this", "for", "with", "by", "shall", "that", "any", "are", "from"};
    static constexpr std::array<std::string_view, 14> french = {"le", "la", "les", "des", "du", "et", "une", "est", "pour", "dans", "par", "que", "au", "sur"};
    int of_english = 0, of_french = 0;
    for (const auto& word : words) {
        std::string lower;
        for (const char c : word.text)
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) lower += static_cast<char>(c | 0x20);
        of_english += std::ranges::find(english, lower) != english.end();
        of_french += std::ranges::find(french, lower) != french.end();
    }
    return of_english >= 6 && of_english > 3 * of_french;
}

}  // namespace paraphe::ocr
