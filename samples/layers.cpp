#include "samples/layers.hpp"

#include <array>

namespace paraphe::samples {
namespace {

std::string misread(const std::string& word, Random& rng) {
    static constexpr std::array<std::pair<char, char>, 12> pairs{{{'0', 'O'}, {'1', 'l'}, {'5', 'S'}, {'8', 'B'}, {'l', '1'}, {'e', 'c'}, {'i', 'l'}, {'n', 'u'}, {'a', 'o'}, {'t', 'f'}, {'6', '5'}, {'3', '8'}}};
    std::string out = word;
    for (char& c : out)
        for (const auto& [from, to] : pairs)
            if (c == from && rng.chance(0.08)) {
                c = to;
                break;
            }
    return out;
}

std::string ciphered(const std::string& word) {
    std::string out;
    for (const unsigned char c : word) out += static_cast<char>(c < 0x80 ? 0x23 + (c * 7U + 11U) % 88U : '%');
    return out;
}

}  // namespace

std::vector<LayerWord> text_layer(const Sheet& sheet, const Picture& picture, std::string_view kind, Random& rng) {
    std::vector<LayerWord> layer;
    if (kind == "none") return layer;
    if (kind == "empty") return {{" ", {0.1, 0.1, 0.01, 0.01}}};
    for (const Word& word : sheet.words) {
        const Rect box = on_picture(picture, sheet, word.box);
        if (box.w <= 0 || box.h <= 0) continue;
        layer.push_back({kind == "cipher" ? ciphered(word.text) : kind == "ocr" ? misread(word.text, rng) : word.text, box});
    }
    return layer;
}

std::optional<Rect> place_of(const Sheet& sheet, std::string_view what) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < what.size();) {
        const std::size_t end = std::min(what.find(' ', at), what.size());
        parts.emplace_back(what.substr(at, end - at));
        at = end + 1;
    }
    for (std::size_t i = 0; i + parts.size() <= sheet.words.size(); ++i) {
        Rect all;
        std::size_t k = 0;
        for (; k < parts.size() && sheet.words[i + k].text == parts[k]; ++k) all = united(all, sheet.words[i + k].box);
        if (k == parts.size()) return all;
    }
    return std::nullopt;
}

}  // namespace paraphe::samples
