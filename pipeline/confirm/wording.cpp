#include "confirm/wording.hpp"

#include "text/fold.hpp"
#include "text/fuzzy.hpp"
#include "text/page_text.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace paraphe::confirm {
namespace {

constexpr std::size_t anchor_letters = 4;   // "pour" stands anywhere
constexpr std::size_t blank_signs = 4;      // behind a word three dots are an ellipsis; a word of two dots is a blank already
constexpr double alike = 0.74;              // three letters in four

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }
bool is_figure(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool has_figures(const std::string& text) { return std::ranges::any_of(text, is_figure); }

void add_tokens(const Word& word, std::size_t index, std::vector<Token>& tokens) {
    const auto folded = fold(word.text);
    const auto run_end = [&](std::size_t from, auto belongs) {
        while (from < folded.size() && belongs(folded[from])) ++from;
        return from;
    };
    for (std::size_t i = 0; i < folded.size();) {
        if (const auto end = run_end(i, in_word); end > i) {
            const auto text = folded.substr(i, end - i);
            tokens.push_back({text, skeleton(text), index});
            i = end;
        } else if (const auto dots = run_end(i, [](char c) { return c == '.' || c == '_'; }); dots - i >= blank_signs || (dots - i >= 2 && dots == folded.size() && i == 0)) {
            tokens.push_back({"", "", index});
            i = dots;
        } else {
            if (folded[i] == ':' && !tokens.empty() && tokens.back().word == index) tokens.back().opens = true;
            ++i;
        }
    }
    // The colon of French print stands apart from its word.
    if (folded == ":" && !tokens.empty()) tokens.back().opens = true;
}

bool may_anchor(const Token& token) { return token.text.size() >= anchor_letters; }

/// Where each text that could be an anchor stands, if it stands once.
std::map<std::string, std::size_t> standing_once(std::span<const Token> tokens) {
    std::map<std::string, int> counts;
    for (const auto& token : tokens) ++counts[token.text];
    std::map<std::string, std::size_t> once;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (may_anchor(tokens[i]) && counts[tokens[i].text] == 1) once[tokens[i].text] = i;
    return once;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// The longest run of pairs that rises in its second member; the first rises already.
Pairs longest_rising(const Pairs& pairs) {
    std::vector<std::size_t> tails, before(pairs.size());   // tails[k]: the last pair of the best run of k + 1
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, pairs[i].second, {}, [&](std::size_t tail) { return pairs[tail].second; });
        before[i] = at == tails.begin() ? i : *(at - 1);
        if (at == tails.end()) tails.push_back(i);
        else *at = i;
    }
    Pairs run;
    if (tails.empty()) return run;
    for (std::size_t i = tails.back();; i = before[i]) {
        run.push_back(pairs[i]);
        if (before[i] == i) break;
    }
    std::ranges::reverse(run);
    return run;
}

bool same(const Token& a, const Token& b) {
    if (a.text == b.text) return true;
    if (a.blank() || b.blank()) return false;
    if (has_figures(a.text) || has_figures(b.text)) return a.shape == b.shape;
    const auto longer = std::max(a.shape.size(), b.shape.size()), shorter = std::min(a.shape.size(), b.shape.size());
    return static_cast<double>(shorter) >= alike * static_cast<double>(longer) && likeness(a.shape, b.shape) >= alike;
}

/// The tokens between two anchors, aligned.
class Gap {
public:
    Gap(std::span<const Token> form, std::span<const Token> page) : form_(form), page_(page), costs_((form.size() + 1) * (page.size() + 1)) {
        for (std::size_t i = 0; i <= form_.size(); ++i)
            for (std::size_t j = 0; j <= page_.size(); ++j) cost(i, j) = cheapest(i, j);
    }

    /// Pairs of like tokens, in order.
    [[nodiscard]] Pairs pairs() {
        Pairs found;
        for (std::size_t i = form_.size(), j = page_.size(); i > 0 && j > 0;) {
            if (cost(i, j) == cost(i - 1, j - 1) && same(form_[i - 1], page_[j - 1])) found.emplace_back(--i, --j);
            else if (cost(i, j) == cost(i - 1, j) + 1) --i;
            else --j;
        }
        std::ranges::reverse(found);
        return found;
    }

private:
    unsigned& cost(std::size_t i, std::size_t j) { return costs_[i * (page_.size() + 1) + j]; }
    unsigned cheapest(std::size_t i, std::size_t j) {
        if (i == 0 || j == 0) return static_cast<unsigned>(i + j);
        const unsigned apart = std::min(cost(i - 1, j), cost(i, j - 1)) + 1;
        return same(form_[i - 1], page_[j - 1]) ? std::min(apart, cost(i - 1, j - 1)) : apart;
    }

    std::span<const Token> form_, page_;
    std::vector<unsigned> costs_;
};

std::string text_of(std::span<const Token> tokens) {
    std::string text;
    for (const auto& token : tokens) text += token.text;
    return text;
}

/// Words that a scanner joined, parted or misread a little.
bool reads_the_same(std::span<const Token> form, std::span<const Token> page) {
    if (form.empty() || page.empty()) return form.empty() && page.empty();
    const auto one = text_of(form), other = text_of(page);
    if (has_figures(one) != has_figures(other)) return skeleton(one) == skeleton(other);
    return one == other || (!has_figures(one) && !one.empty() && likeness(skeleton(one), skeleton(other)) >= alike);
}

}  // namespace

std::vector<Token> tokens_of(const PageReading& page) {
    const PageText text(page);
    std::vector<Token> tokens;
    for (const auto& line : text.lines())
        for (const std::size_t word : line.words) add_tokens(page.words[word], word, tokens);
    return tokens;
}

std::size_t unique_tokens(std::span<const Token> tokens) { return standing_once(tokens).size(); }

Pairs anchors(std::span<const Token> form, std::span<const Token> page) {
    const auto there = standing_once(page);
    Pairs pairs;
    for (const auto& [text, index] : standing_once(form))
        if (const auto found = there.find(text); found != there.end()) pairs.emplace_back(index, found->second);
    std::ranges::sort(pairs);
    return longest_rising(pairs);
}

std::vector<Difference> differences(std::span<const Token> form, std::span<const Token> page) {
    auto fixed = anchors(form, page);
    fixed.emplace_back(form.size(), page.size());
    std::vector<Difference> found;
    std::size_t i = 0, j = 0;
    const auto told = [&](std::size_t form_end, std::size_t page_end) {
        const Difference difference{i, form_end, j, page_end};
        if (!reads_the_same(form.subspan(i, form_end - i), page.subspan(j, page_end - j))) found.push_back(difference);
        i = form_end + 1, j = page_end + 1;
    };
    for (const auto& [form_at, page_at] : fixed) {
        const std::size_t from_form = i, from_page = j;
        for (const auto& [a, b] : Gap(form.subspan(i, form_at - i), page.subspan(j, page_at - j)).pairs()) told(from_form + a, from_page + b);
        told(form_at, page_at);
    }
    return found;
}

}  // namespace paraphe::confirm
