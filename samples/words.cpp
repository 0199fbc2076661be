#include "samples/words.hpp"

namespace paraphe::samples {

std::string upper_case(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 32);
        else if (c == 0xC3 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xA0) {
            out += static_cast<char>(0xC3);
            out += static_cast<char>(static_cast<unsigned char>(text[++i]) - 0x20);
        } else out += static_cast<char>(c);
    }
    return out;
}

std::string unaccented(std::string_view text) {
    // The second bytes of À to ÿ in UTF-8, in order.
    static constexpr std::string_view letters = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xC3 && i + 1 < text.size()) out += letters[(static_cast<unsigned char>(text[++i]) - 0x80U) % letters.size()];
        else out += static_cast<char>(c);
    }
    return out;
}

}  // namespace paraphe::samples
