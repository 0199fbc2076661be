#include "confirm/said.hpp"

#include "formats/company_name.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <numeric>

namespace paraphe::confirm {
namespace {

constexpr std::size_t long_word = 4;        // letters: shorter ones are alike by chance
constexpr std::size_t most_tokens = 60;     // of a text
// Of two strangers' names that share their common word ("Pixel Technologies", "Prisme Technologies"), the other word is less than half alike.
constexpr double plain_whole = 0.88, plain_word = 0.75;
constexpr double faint_whole = 0.64, faint_word = 0.5;
constexpr double faint_with_short_words = 0.78;  // "Tangram.net", "Tangram Lab": only the whole tells them apart
constexpr std::size_t faint_letters = 9;         // of the whole name
constexpr std::size_t short_name = 5;            // letters: must be said exactly

std::vector<std::string> tokens_of(std::string_view folded) {
    std::vector<std::string> tokens;
    std::string token;
    for (std::size_t i = 0; i <= folded.size() && tokens.size() < most_tokens; ++i) {
        const char c = i < folded.size() ? folded[i] : ' ';
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            token += c;
        } else if (!token.empty()) {
            tokens.push_back(skeleton(token));
            token.clear();
        }
    }
    return tokens;
}

std::string joined(const std::vector<std::string>& tokens, std::size_t begin, std::size_t end) {
    return std::accumulate(tokens.begin() + static_cast<std::ptrdiff_t>(begin), tokens.begin() + static_cast<std::ptrdiff_t>(end), std::string{});
}

/// The best likeness of one word to up to three words of the text in a row.
double best_of(const std::string& word, const std::vector<std::string>& tokens, std::size_t begin, std::size_t end) {
    double best = 0;
    for (std::size_t i = begin; i < end; ++i)
        for (std::size_t k = i + 1; k <= std::min(end, i + 3); ++k) best = std::max(best, likeness(word, joined(tokens, i, k)));
    return best;
}

std::size_t letters_of(const std::vector<std::string>& words) {
    return std::accumulate(words.begin(), words.end(), std::size_t{0}, [](std::size_t sum, const std::string& word) { return sum + word.size(); });
}

}  // namespace

std::vector<std::string> words_of_company(std::string_view printed) {
    std::vector<std::string> words;
    const auto key = company_key(printed);
    for (std::size_t i = 0; i < key.size();) {
        const auto end = std::min(key.find(' ', i), key.size());
        words.push_back(key.substr(i, end - i));
        i = end + 1;
    }
    return words;
}

std::vector<std::string> words_of_person(std::string_view printed) {
    std::vector<std::string> words;
    for (const auto& word : parse_person(printed).words)
        for (const auto& part : tokens_of(word)) words.push_back(part);
    return words;
}

Said said(const std::vector<std::string>& words, std::string_view folded, std::size_t within) {
    Said best;
    std::vector<std::string> shapes;
    for (const auto& word : words) shapes.push_back(skeleton(word));
    const auto wanted = joined(shapes, 0, shapes.size());
    if (wanted.empty()) return best;
    const auto tokens = tokens_of(folded);
    for (std::size_t begin = 0; begin < tokens.size() && begin < within; ++begin)
        for (std::size_t end = begin + 1; end <= std::min(tokens.size(), begin + shapes.size() + 4); ++end) {
            const auto window = joined(tokens, begin, end);
            if (window.size() > 2 * wanted.size()) break;
            const double whole = likeness(wanted, window);
            if (whole <= best.whole) continue;
            best = {whole, 1, begin};
            for (const auto& shape : shapes)
                if (shape.size() >= long_word) best.weakest = std::min(best.weakest, best_of(shape, tokens, begin, end));
        }
    return best;
}

Likely likely(const Said& said, const std::vector<std::string>& words) {
    const auto letters = letters_of(words);
    if (letters <= short_name) return said.whole >= 1 && letters >= 3 ? Likely::plain : Likely::no;
    if (said.whole >= plain_whole && said.weakest >= plain_word) return Likely::plain;
    const bool short_words = std::ranges::any_of(words, [](const std::string& word) { return word.size() < long_word; });
    const double needed = short_words ? faint_with_short_words : faint_whole;
    return letters >= faint_letters && said.whole >= needed && said.weakest >= faint_word ? Likely::faint : Likely::no;
}

}  // namespace paraphe::confirm
