#include "formats/number_words.hpp"

#include "formats/scan.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace scan;

struct Numeral {
    std::string_view word;
    std::int64_t value;
};

constexpr std::array<Numeral, 32> kNumerals{{
    {"ZERO", 0}, {"UN", 1}, {"UNE", 1}, {"DEUX", 2}, {"TROIS", 3}, {"QUATRE", 4}, {"CINQ", 5}, {"SIX", 6}, {"SEPT", 7}, {"HUIT", 8},
    {"NEUF", 9}, {"DIX", 10}, {"ONZE", 11}, {"DOUZE", 12}, {"TREIZE", 13}, {"QUATORZE", 14}, {"QUINZE", 15}, {"SEIZE", 16},
    {"VINGT", 20}, {"TRENTE", 30}, {"QUARANTE", 40}, {"CINQUANTE", 50}, {"SOIXANTE", 60}, {"SEPTANTE", 70}, {"HUITANTE", 80},
    {"OCTANTE", 80}, {"NONANTE", 90}, {"CENT", 100}, {"CENTS", 100}, {"MILLE", 1000}, {"MIL", 1000}, {"MILLION", 1000000}}};

struct Token {
    std::vector<std::int64_t> values;  ///< of the numerals in it; more than one when they are glued
    std::size_t begin = 0, end = 0;
    bool et = false, exact = true;
    int length = 0;
};

std::optional<std::int64_t> exact_numeral(std::string_view word) {
    const auto of = [](std::string_view w) -> std::optional<std::int64_t> {
        for (const auto& n : kNumerals)
            if (n.word == w) return n.value;
        return {};
    };
    if (const auto value = of(word)) return value;
    if (word.size() > 4 && word.back() == 'S') return of(word.substr(0, word.size() - 1));  // vingts, quatres, milles, millions
    return {};
}

/// The numeral that one or two edits make of the word; three letters or fewer allow none.
std::optional<std::int64_t> near_numeral(std::string_view word) {
    if (word.size() < 4 || word.size() > 12) return {};
    const Numeral* best = nullptr;
    double likest = word.size() >= 8 ? 0.74 : word.size() >= 6 ? 0.8 : 0.74;
    bool shared = false;
    for (const auto& n : kNumerals) {
        if (n.word.size() < 4) continue;
        const double like = likeness(word, n.word);
        if (like < likest) continue;
        shared = like == likest && best && best->value != n.value;
        likest = like, best = &n;
    }
    if (!best || shared) return {};
    return best->value;
}

/// "QUATRECENTS", "DIXSEPT": the word as numerals written together; empty when it is not that.
std::vector<std::int64_t> glued_numerals(std::string_view word) {
    if (word.size() < 5 || word.size() > 60) return {};
    std::vector<std::int64_t> values;
    while (!word.empty()) {
        const Numeral* longest = nullptr;
        for (const auto& n : kNumerals)
            if (word.starts_with(n.word) && (!longest || n.word.size() > longest->word.size())) longest = &n;
        if (longest) {
            values.push_back(longest->value);
            word.remove_prefix(longest->word.size());
        } else if (!values.empty() && word == "S") {
            break;
        } else if (!values.empty() && word.starts_with("ET")) {
            word.remove_prefix(2);
        } else {
            return {};
        }
    }
    return values.size() > 1 ? values : std::vector<std::int64_t>{};
}

std::optional<Token> token_at(std::string_view text, std::size_t i) {
    Token token;
    token.begin = i;
    std::string word;
    while (i < text.size() && (letter(letter_like(text[i])) || text[i] == '|') && word.size() < 64) word += letter_like(text[i++]);
    token.end = i;
    token.length = static_cast<int>(word.size());
    if (word.empty() || !std::any_of(text.begin() + static_cast<std::ptrdiff_t>(token.begin), text.begin() + static_cast<std::ptrdiff_t>(i), letter)) return {};
    if (word == "ET" || word == "E1") {
        token.et = true;
    } else if (const auto value = exact_numeral(word)) {
        token.values = {*value};
    } else if (auto values = glued_numerals(word); !values.empty()) {
        token.values = std::move(values);
    } else if (const auto near = near_numeral(word)) {
        token.values = {*near};
        token.exact = false;
    } else {
        return {};
    }
    return token;
}

/// The sum while its words are read. `add` refuses a word that cannot follow ("vingt trente" are two numbers).
class Sum {
public:
    bool add(std::int64_t value) {
        if (value == 0) return started_ ? false : (started_ = true, zero_ = true);
        if (zero_) return false;
        if (value >= 1000) return scale(value);
        if (value == 100) {
            if (current_ >= 100) return false;
            current_ = current_ == 0 ? 100 : current_ * 100;
            return started_ = true;
        }
        const std::int64_t tens = current_ % 100;
        if (value == 20 && tens == 4) {
            current_ += 76;  // quatre-vingt
        } else if (value < 10) {
            if (tens % 10 != 0) return false;
            current_ += value;
        } else if (value < 20) {
            if (tens != 0 && tens != 60 && tens != 80) return false;
            current_ += value;
        } else {
            if (tens != 0) return false;
            current_ += value;
        }
        return started_ = true;
    }
    [[nodiscard]] std::int64_t total() const { return total_ + current_; }

private:
    bool scale(std::int64_t value) {
        if (current_ >= 1000 || (last_scale_ != 0 && value >= last_scale_)) return false;
        total_ += std::max<std::int64_t>(current_, 1) * value;
        current_ = 0, last_scale_ = value;
        return started_ = true;
    }

    std::int64_t total_ = 0, current_ = 0, last_scale_ = 0;
    bool started_ = false, zero_ = false;
};

std::size_t skip_joints(std::string_view text, std::size_t i) {
    for (int skipped = 0; i < text.size() && skipped < 6 && (space(text[i]) || text[i] == '-' || text[i] == '_' || text[i] == '~'); ++skipped) ++i;
    return i;
}

struct Number {
    std::int64_t value = 0;
    std::size_t begin = 0, end = 0;
    int words = 0, exact = 0, longest_near = 0;

    [[nodiscard]] double confidence() const {
        const double share = static_cast<double>(exact) / std::max(1, words);
        return share >= 1 ? 0.97 : 0.6 + 0.3 * share;
    }
};

std::optional<Number> number_at(std::string_view text, std::size_t begin) {
    Number number{0, begin, begin, 0, 0, 0};
    Sum sum;
    for (std::size_t i = begin; number.words < 24;) {
        const auto token = token_at(text, i);
        if (!token) break;
        if (token->et && number.words == 0) break;
        bool fits = true;
        for (const auto value : token->values) fits = fits && sum.add(value);
        if (!fits) break;
        if (!token->et) {
            number.value = sum.total();
            number.end = token->end;
            ++number.words;
            number.exact += token->exact;
            if (!token->exact) number.longest_near = std::max(number.longest_near, token->length);
        }
        i = skip_joints(text, token->end);
    }
    // One misspelled short word alone ("lent", "sont") is no number.
    if (number.words == 0 || (number.exact == 0 && number.longest_near < 6)) return {};
    return number;
}

struct Unit {
    std::size_t end = 0;
    bool there = false;
};

Unit unit_at(std::string_view text, std::size_t i, std::initializer_list<std::string_view> names) {
    i = skip_joints(text, i);
    if (starts_with_at(text, i, "€")) return {i + std::string_view("€").size(), *names.begin() == "EUROS"};
    std::size_t j = i;
    std::string word;
    while (j < text.size() && letter(letter_like(text[j])) && word.size() < 12) word += letter_like(text[j++]);
    for (const auto name : names)
        if (word == name || (word.size() >= 4 && name.size() >= 4 && likeness(word, name) >= 0.75)) return {j, true};
    return {};
}

}  // namespace

std::optional<Found<std::int64_t>> number_words_at(std::string_view text, std::size_t begin) {
    const auto number = number_at(text, begin);
    if (!number) return {};
    return Found<std::int64_t>{number->value, number->begin, number->end, number->confidence(), number->exact < number->words};
}

std::vector<Found<double>> find_amounts_in_words(std::string_view text) {
    std::vector<Found<double>> all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!letter(letter_like(text[i])) || alnum(before(text, i))) continue;
        const auto number = number_at(text, i);
        if (!number) continue;
        const auto euros = unit_at(text, number->end, {"EUROS", "EURO", "EUR"});
        const auto cents_only = euros.there ? Unit{} : unit_at(text, number->end, {"CENTIMES", "CENTIME", "CTS"});
        // Without "euro", a lone small number is an article or a list's head ("un", "une", "six").
        if (cents_only.there || (!euros.there && number->words < 2 && number->value < 100)) {
            i = number->end - 1;
            continue;
        }
        Found<double> sum{static_cast<double>(number->value), i, number->end, number->confidence() * (euros.there ? 1 : 0.85), number->exact < number->words};
        if (euros.there) {
            sum.end = euros.end;
            auto j = skip_joints(text, euros.end);
            if (word_at(text, j, "ET")) j = skip_joints(text, j + 2);
            if (const auto cents = number_at(text, j); cents && cents->value < 100) {
                sum.value += static_cast<double>(cents->value) / 100;
                const auto unit = unit_at(text, cents->end, {"CENTIMES", "CENTIME", "CTS", "CENTS"});
                sum.end = unit.there ? unit.end : cents->end;
                sum.confidence = std::min(sum.confidence, cents->confidence());
            }
        }
        all.push_back(sum);
        i = std::max(i, sum.end - 1);
    }
    return all;
}

namespace {

std::string below_hundred(std::int64_t n) {
    static constexpr std::array small{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
                                      "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"};
    static constexpr std::array tens{"", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};
    if (n < 20) return small[static_cast<std::size_t>(n)];
    const std::int64_t ten = n / 10;
    const std::int64_t rest = ten == 7 || ten == 9 ? n % 20 : n % 10;
    const std::string head = tens[static_cast<std::size_t>(ten)];
    if (rest == 0) return n == 80 ? head + "s" : head;
    const bool et = ten < 8 && (rest == 1 || rest == 11);
    return head + (et ? " et " : "-") + small[static_cast<std::size_t>(rest)];
}

std::string below_thousand(std::int64_t n, bool last) {
    std::string text;
    const std::int64_t hundreds = n / 100, rest = n % 100;
    if (hundreds > 1) text = below_hundred(hundreds) + " cent" + (rest == 0 && last ? "s" : "");
    if (hundreds == 1) text = "cent";
    if (rest == 0 && hundreds > 0) return text;
    auto tail = below_hundred(rest);
    if (!last && tail == "quatre-vingts") tail.pop_back();
    return text.empty() ? tail : text + " " + tail;
}

}  // namespace

std::string number_in_words(std::int64_t n) {
    if (n < 0 || n > 999'999'999) return {};
    if (n == 0) return "zéro";
    std::string text;
    const auto append = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    if (const auto millions = n / 1'000'000; millions > 0) append(below_thousand(millions, true) + (millions > 1 ? " millions" : " million"));
    if (const auto thousands = n / 1000 % 1000; thousands > 0) append(thousands == 1 ? "mille" : below_thousand(thousands, false) + " mille");
    if (const auto rest = n % 1000; rest > 0) append(below_thousand(rest, true));
    return text;
}

}  // namespace paraphe
