#include "rules/name_list.hpp"

#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <sstream>

namespace paraphe::rules {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::string spaced = fold(text);
    for (auto& c : spaced)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = ' ';
    std::istringstream in(spaced);
    std::vector<std::string> words;
    for (std::string word; in >> word && words.size() < 60;) words.push_back(word);
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string all;
    for (std::size_t i = from; i < from + count; ++i) all += words[i];
    return all;
}

}  // namespace

double said(std::string_view printed, std::string_view name) {
    const auto words = words_of(printed);
    const auto wanted_words = words_of(name);
    const auto wanted = joined(wanted_words, 0, wanted_words.size());
    if (wanted.empty()) return 0;
    constexpr std::size_t short_name = 5;
    double best = 0;
    for (std::size_t from = 0; from < words.size(); ++from) {
        // A scanner may split a word or join two: one word more or less than the name has.
        for (std::size_t count = 1; count <= wanted_words.size() + 1 && from + count <= words.size(); ++count) {
            const auto run = joined(words, from, count);
            if (run == wanted) return 1;
            if (wanted.size() <= short_name) continue;
            if (skeleton(run) == skeleton(wanted)) return 1;
            best = std::max(best, likeness(run, wanted));
        }
    }
    return best;
}

double said(std::string_view printed, const std::vector<std::string>& names) {
    double best = 0;
    for (const auto& name : names) best = std::max(best, said(printed, name));
    return best;
}

}  // namespace paraphe::rules
