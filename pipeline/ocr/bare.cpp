#include "ocr/bare.hpp"

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

}  // namespace paraphe::ocr
