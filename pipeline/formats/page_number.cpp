#include "formats/page_number.hpp"

#include "formats/scan.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <functional>
#include <map>
#include <numeric>
#include <optional>

namespace paraphe {
namespace {

constexpr double head_ends = 0.12, foot_begins = 0.86;
constexpr int most_pages = 300;

/// Walks over a folded line, reading what page numbers are made of.
class Cursor {
public:
    explicit Cursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }

    void spaces() {
        while (peek() == ' ' || peek() == '.' || peek() == ':') ++at_;
    }
    bool word(std::string_view wanted) {
        if (!text_.substr(at_).starts_with(wanted)) return false;
        at_ += wanted.size();
        return true;
    }
    /// One to three digits; a tired scanner's l, I and O are taken for 1 and 0.
    std::optional<int> figure() {
        int value = 0, digits = 0;
        bool real = false;
        for (; digits < 4 && !done(); ++digits, ++at_) {
            const char c = peek();
            if (std::isdigit(static_cast<unsigned char>(c)) != 0) value = value * 10 + (c - '0'), real = true;
            else if (c == 'I' || c == 'L' || c == '|') value = value * 10 + 1;
            else if (c == 'O' && digits > 0) value = value * 10;
            else break;
        }
        const bool cut = std::isalnum(static_cast<unsigned char>(peek())) == 0;
        if (digits == 0 || digits > 3 || value == 0 || value > most_pages || !cut || (!real && digits > 1)) return {};
        return value;
    }
    /// What stands between a number and the total.
    bool of() {
        spaces();
        const bool found = word("/") || word("SUR ") || word("DE ") || word("OF ") || word("\\");
        if (found) spaces();
        return found;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

bool starts_word(std::string_view text, std::size_t at) {
    return at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
}

/// "PAGE 3/12", "PAGE 3", "P. 2 SUR 3", from the word on.
std::optional<PrintedNumber> after_word(std::string_view text) {
    for (const std::string_view word : {"PAGES", "PAGE", "PAG", "FEUILLET", "FOLIO", "PG", "P"}) {
        for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
            if (!starts_word(text, at)) continue;
            Cursor cursor(text, at + word.size());
            if (word == "P" && cursor.peek() != '.' && cursor.peek() != ' ') continue;
            cursor.spaces();
            cursor.word("NO ");
            const auto number = cursor.figure();
            if (!number) continue;
            const bool has_total = cursor.of();
            const auto total = has_total ? cursor.figure() : std::nullopt;
            if (total && *total < *number) continue;
            if (word == "P" && !total) continue;
            return PrintedNumber{*number, total.value_or(0), true};
        }
    }
    return {};
}

/// "PUGE 2", "POGE3": the word with one letter misread (a paraph runs over it), then the number at the end of the line.
std::optional<PrintedNumber> after_misread_word(std::string_view text) {
    constexpr std::string_view word = "PAGE";
    for (std::size_t at = 0; at + word.size() < text.size(); ++at) {
        if (!starts_word(text, at)) continue;
        const auto same = static_cast<std::size_t>(std::inner_product(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at), 0, std::plus<>{}, std::equal_to<>{}));
        if (same + 1 < word.size()) continue;
        Cursor cursor(text, at + word.size());
        cursor.spaces();
        if (std::isdigit(static_cast<unsigned char>(cursor.peek())) == 0) continue;
        const auto number = cursor.figure();
        if (!number) continue;
        const auto total = cursor.of() ? cursor.figure() : std::nullopt;
        if (!cursor.done() || (total && *total < *number)) continue;
        return PrintedNumber{*number, total.value_or(0), false};
    }
    return {};
}

/// "3/12" or "3 SUR 12" that is no part of a date or of a longer number.
std::optional<PrintedNumber> fraction(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (std::isdigit(static_cast<unsigned char>(text[at])) == 0) continue;
        const bool clear = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '-';
        Cursor cursor(text, at);
        const auto number = cursor.figure();
        if (!clear || !number || !cursor.of()) continue;
        const auto total = cursor.figure();
        if (!total || *total < *number || *total > 99 || cursor.peek() == '/' || cursor.peek() == '.' || cursor.peek() == '-') continue;
        // "24/24", "7/7" are opening hours; a line of prose with a fraction is no page number.
        if (text.size() > 40 && at > 2 && at + 8 < text.size()) continue;
        return PrintedNumber{*number, *total, text.size() <= 12};
    }
    return {};
}

/// "- 3 -" or a figure alone on its line.
std::optional<PrintedNumber> lone(std::string_view text) {
    const auto keep = [](char c) { return c != ' ' && c != '-' && c != '_' && c != '.' && c != '|' && c != '[' && c != ']'; };
    const auto begin = std::ranges::find_if(text, keep);
    if (begin == text.end()) return {};
    Cursor cursor(text, static_cast<std::size_t>(begin - text.begin()));
    if (std::isdigit(static_cast<unsigned char>(cursor.peek())) == 0) return {};
    const auto number = cursor.figure();
    if (!number || std::ranges::any_of(text.substr(cursor.at()), keep)) return {};
    const bool dashes = text.front() == '-' && text.back() == '-';
    return PrintedNumber{*number, 0, dashes};
}

constexpr std::string_view between_parts = " |-_.:";
/// By a mark, with a space on one side at least: "ENR-3" is a name.
bool parted(std::string_view between) { return between.find_first_of("|-") != std::string_view::npos && between.find(' ') != std::string_view::npos; }

/// "REGLES D'UTILISATION DU LOGO - 2", "FRANCE IT | 2": a running title, a mark, the number at the end of the line. Without the mark it
/// may be anything, "ANNEXE 3".
std::optional<PrintedNumber> after_title(std::string_view text) {
    constexpr std::ptrdiff_t shortest_title = 4;
    const auto at = text.find_last_of(between_parts);
    if (at == std::string_view::npos || at + 1 >= text.size() || !scan::digit(text[at + 1])) return {};
    const auto title = text.substr(0, text.find_last_not_of(between_parts, at) + 1);
    if (!parted(text.substr(title.size(), at + 1 - title.size()))) return {};
    if (title.empty() || scan::digit(title.back()) || std::ranges::count_if(title, scan::letter) < shortest_title) return {};
    Cursor cursor(text, at + 1);
    const auto number = cursor.figure();
    if (!number || !cursor.done()) return {};
    return PrintedNumber{*number, 0, false};
}

/// "2 | REFERENTIEL", "2 - REFERENTIEL": the number, a mark that parts it, the running title.
std::optional<PrintedNumber> before_title(std::string_view text) {
    Cursor cursor(text);
    if (text.empty() || !scan::digit(text.front())) return {};
    const auto number = cursor.figure();
    if (!number) return {};
    const auto title = text.find_first_not_of(between_parts, cursor.at());
    if (title == std::string_view::npos || !scan::letter(text[title])) return {};
    if (!parted(text.substr(cursor.at(), title - cursor.at()))) return {};
    return PrintedNumber{*number, 0, false};
}

/// "PAGE 3AR": initials written so close that they are read as one word with the number.
std::optional<PrintedNumber> before_initials(std::string_view text) {
    constexpr std::string_view word = "PAGE ";
    const auto at = text.find(word);
    if (at == std::string_view::npos || !starts_word(text, at)) return {};
    const auto begin = at + word.size();
    const auto end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    if (end == begin || end - begin > 2 || end == text.size() || !scan::letter(text[end])) return {};
    const int number = std::stoi(std::string(text.substr(begin, end - begin)));
    if (number == 0) return {};
    return PrintedNumber{number, 0, false};
}

int rank(const PrintedNumber& number) {
    return (number.total > 0 ? 2 : 0) + (number.sure ? 1 : 0);
}

}  // namespace

PrintedNumber number_in(std::string_view folded) {
    if (folded.empty()) return {};
    if (const auto found = after_word(folded)) return *found;
    if (const auto found = fraction(folded)) return *found;
    if (const auto found = after_misread_word(folded)) return *found;
    if (const auto found = lone(folded)) return *found;
    if (const auto found = after_title(folded)) return *found;
    if (const auto found = before_title(folded)) return *found;
    if (const auto found = before_initials(folded)) return *found;
    return {};
}

PrintedNumber printed_number(const PageText& page) {
    const double foot = std::min(foot_begins, page.foot_begins());
    PrintedNumber best;
    for (const auto& line : page.lines()) {
        const double y = line.box.centre_y();
        if (y > head_ends && y < foot) continue;
        const PrintedNumber found = number_in(line.folded);
        if (found.number > 0 && (best.number == 0 || rank(found) >= rank(best))) best = found;
    }
    return best;
}

std::optional<PrintedNumber> number_from(const std::string& shown) {
    int number = 0, total = 0;
    const char* const end = shown.data() + shown.size();
    const auto first = std::from_chars(shown.data(), end, number);
    if (first.ec != std::errc{} || number <= 0 || number > most_pages) return {};
    if (first.ptr == end) return PrintedNumber{number, 0, true};
    const auto second = std::from_chars(first.ptr + 1, end, total);
    if (*first.ptr != '/' || second.ec != std::errc{} || second.ptr != end || total < number) return {};
    return PrintedNumber{number, total, true};
}

namespace {

/// 113 or 13 as "1/3", when three is the total.
std::optional<PrintedNumber> slashed(const PrintedNumber& read, int total) {
    if (read.total > 0 || read.number <= total) return {};
    const auto digits = std::to_string(read.number), last = std::to_string(total);
    if (!digits.ends_with(last)) return {};
    for (const std::size_t slash : {0, 1}) {
        if (digits.size() <= last.size() + slash) continue;
        const int number = std::stoi(digits.substr(0, digits.size() - last.size() - slash));
        if (number > 0 && number <= total) return PrintedNumber{number, total, true};
    }
    return {};
}

/// "2/4" between "1/3" and "3/3" was 2/3: where its number stands in order and its total alone contradicts all others, the total was misread.
std::vector<PrintedNumber> with_most_frequent_total(std::vector<PrintedNumber> read) {
    const int total = printed_total(read);
    std::vector<std::size_t> odd;
    std::ptrdiff_t agreeing = 0;
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (read[i].total == total) ++agreeing;
        else if (read[i].total > 0) odd.push_back(i);
    }
    if (odd.size() != 1 || agreeing < 2) return read;
    auto& number = read[odd.front()];
    const bool in_order = number.number == static_cast<int>(odd.front()) + 1 && number.number <= total;
    if (in_order) number.total = total;
    return read;
}

}  // namespace

int printed_total(const std::vector<PrintedNumber>& read) {
    std::map<int, int> votes;
    for (const auto& number : read)
        if (number.total > 0) ++votes[number.total];
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? 0 : most->first;
}

bool out_of_place(const PrintedNumber& number, int total) {
    return total > 0 && number.number > 0 && (number.total > 0 ? number.total != total : number.number > total);
}

std::vector<PrintedNumber> with_slashes(std::vector<PrintedNumber> read) {
    const int printed = printed_total(read), total = printed > 0 ? printed : static_cast<int>(read.size());
    if (total < 2) return read;
    auto repaired = read;
    std::vector<int> seen;
    for (auto& number : repaired) {
        if (const auto whole = slashed(number, total)) number = *whole;
        if (number.total == total) seen.push_back(number.number);
    }
    std::ranges::sort(seen);
    const bool all_different = std::ranges::adjacent_find(seen) == seen.end();
    const bool believed = printed > 0 || seen.size() == read.size();
    return all_different && believed ? repaired : read;
}

SheetNumbers sheet_numbers(const std::vector<PrintedNumber>& as_read) {
    const auto read = with_most_frequent_total(with_slashes(as_read));
    const int total = printed_total(read);
    const auto continues = [&](std::size_t i) {
        for (std::size_t k = 0; k < read.size(); ++k) {
            const int apart = static_cast<int>(k) - static_cast<int>(i);
            if (k != i && read[k].number > 0 && read[k].number - read[i].number == apart) return true;
        }
        return read.size() == 1;
    };
    SheetNumbers numbers;
    int counted = 0;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const auto& n = read[i];
        // "2/3" read as 274: no page comes after the last.
        const bool beyond = n.total == 0 && out_of_place(n, total);
        const bool counts = n.number > 0 && !beyond && (n.sure || continues(i));
        counted += counts;
        numbers.shown.push_back(!counts ? "" : n.total > 0 ? std::to_string(n.number) + "/" + std::to_string(n.total) : std::to_string(n.number));
    }
    if (counted > 0) numbers.confidence = 0.97 * (0.85 + 0.15 * counted / static_cast<double>(read.size()));
    return numbers;
}

}  // namespace paraphe
