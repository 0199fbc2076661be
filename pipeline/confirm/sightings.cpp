#include "confirm/sightings.hpp"

#include "formats/amounts.hpp"
#include "formats/dates.hpp"
#include "formats/number_words.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace paraphe::confirm {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return c >= 'A' && c <= 'Z'; }

std::vector<std::string> lines_of(std::string_view reading) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= reading.size();) {
        const auto end = std::min(reading.find('\n', begin), reading.size());
        if (auto line = fold(reading.substr(begin, end - begin)); !line.empty()) lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

/// The side of a frame reads as a bar, a bracket or a mark of exclamation: no figure.
std::string without_frames(std::string line) {
    std::ranges::replace_if(line, [](char c) { return std::string_view("|[]{}!_").find(c) != std::string_view::npos; }, ' ');
    return fold(line);
}

/// A sum of money as a cheque writes it: nothing but the sum, its currency and the strokes that fill the frame.
std::optional<Sum> sum_of(const std::string& line) {
    const auto found = find_amounts(line);
    if (found.size() != 1 || found[0].value < 1) return {};
    const auto outside = line.substr(0, found[0].begin) + line.substr(std::min(found[0].end, line.size()));
    const auto figures = std::ranges::count_if(outside, digit), letters = std::ranges::count_if(outside, letter);
    if (figures > 0) return {};
    // "40000" is 400,00 whose comma was lost: no cheque of that size is written without a group or a comma.
    const std::string_view sum = std::string_view(line).substr(found[0].begin, found[0].end - found[0].begin);
    if (std::ranges::count_if(sum, digit) >= 5 && sum.find_first_of(" .,'") == std::string_view::npos)
        return sum.find("00") != std::string_view::npos ? std::optional{Sum{found[0].value / 100, false}} : std::nullopt;
    return Sum{found[0].value, !found[0].repaired && letters <= 3};
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (letter(c)) letters += c;
        else if (c == '0') letters += 'O';
        else if (c == '1' || c == '|') letters += 'I';
        else if (c == '5') letters += 'S';
    }
    return letters;
}

struct Phrase {
    std::int64_t value = 0;
    std::string letters;
};

/// The sums that cheques are written for, in letters: all to 1000, hundreds to 10 000, with "cent" and "cents", "mille quatre cents" and
/// "quatorze cents".
const std::vector<Phrase>& phrases() {
    static const std::vector<Phrase> all = [] {
        std::vector<Phrase> made;
        const auto add = [&](std::int64_t value, const std::string& words) { made.push_back({value, letters_of(fold(words))}); };
        for (std::int64_t n = 1; n <= 10'000; n += n < 1000 ? 1 : 100) add(n, number_in_words(n));
        for (std::int64_t hundreds = 11; hundreds <= 19; ++hundreds) add(100 * hundreds, number_in_words(hundreds) + " cents");
        for (std::int64_t hundreds = 2; hundreds <= 9; ++hundreds) add(100 * hundreds, number_in_words(hundreds) + " cent");
        return made;
    }();
    return all;
}

/// Without the currency's name, however it was read, and what follows it.
std::string before_currency(const std::string& letters) {
    static constexpr std::string_view euros = "EUROS";
    std::size_t best = 3, cut = std::string::npos;
    for (std::size_t i = 3; i + 3 <= letters.size(); ++i) {
        const auto here = edits(std::string_view(letters).substr(i, euros.size()), euros);
        if (here < best) best = here, cut = i;
    }
    return letters.substr(0, cut);
}

std::optional<Sum> sum_in_line(const std::string& line) {
    const auto all = letters_of(line);
    if (all.size() < 3 || all.size() > 80) return {};
    const auto said = before_currency(all);
    const Phrase* best = nullptr;
    std::size_t least = said.size(), second = said.size();
    for (const auto& phrase : phrases()) {
        const auto away = edits(said, phrase.letters);
        if (away < least) {
            if (best && best->value != phrase.value) second = least;
            least = away, best = &phrase;
        } else if (away < second && best && phrase.value != best->value) {
            second = away;
        }
    }
    // One letter in four may be wrong, as long as the next sum is two letters further off.
    if (!best || 4 * least > best->letters.size() || second < least + 2) return {};
    return Sum{static_cast<double>(best->value), least == 0};
}

bool separator(char c) { return c == '/' || c == '-' || c == '.'; }

/// "(6/02/2017" was 16/02/2017, "22/09/20" was 22/09/2018: in figures, a day of one figure and the year 20 may have lost some.
/// Beside a month in words a day stays a day.
bool lost_a_figure(std::string_view line, std::size_t begin, std::size_t end) {
    const auto written = line.substr(begin, end - begin);
    if (written.size() < 4) return true;
    const bool short_day = digit(written[0]) && separator(written[1]);
    const bool century_alone = written.ends_with("20") && separator(written[written.size() - 3]);
    return short_day || century_alone;
}

/// "A", "A L'ORDRE DE" and fill before a name are no part of it.
std::string name_of(std::string_view line) {
    for (const std::string_view label : {"A L'ORDRE DE", "L'ORDRE DE", "ORDRE DE", "A "})
        if (line.starts_with(label)) {
            line.remove_prefix(label.size());
            break;
        }
    return skeleton(line);
}

}  // namespace

std::optional<Sum> figures_in(std::string_view reading) {
    std::optional<Sum> only;
    for (const auto& line : lines_of(reading)) {
        const auto sum = sum_of(without_frames(line));
        if (!sum) continue;
        if (only && only->value != sum->value) return {};
        if (!only || sum->exact) only = sum;
    }
    return only;
}

std::optional<Sum> words_in(std::string_view reading) {
    const auto lines = lines_of(reading);
    std::optional<Sum> only;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A sum may run over two lines: then neither is a sum of its own.
        const auto both = i + 1 < lines.size() ? sum_in_line(lines[i] + ' ' + lines[i + 1]) : std::nullopt;
        const auto sum = both ? both : sum_in_line(lines[i]);
        if (both) ++i;
        if (!sum) continue;
        if (only && only->value != sum->value) return {};
        if (!only || sum->exact) only = sum;
    }
    return only;
}

std::optional<Date> day_in(std::string_view reading) {
    std::optional<Date> only;
    for (const auto& line : lines_of(reading))
        for (const auto& found : find_dates(line)) {
            if (lost_a_figure(line, found.begin, std::min(found.end, line.size()))) continue;
            if (only && *only != found.value) return {};
            only = found.value;
        }
    return only;
}

Likeness name_in(std::string_view reading, std::span<const std::string> names) {
    Likeness best = Likeness::none;
    for (const auto& line : lines_of(reading)) {
        const auto said = name_of(line);
        for (const auto& name : names) {
            const auto wanted = skeleton(fold(name));
            if (said == wanted) return Likeness::exact;
            if (wanted.size() >= 6 && edits(said, wanted) <= 1) best = Likeness::near;
        }
    }
    return best;
}

}  // namespace paraphe::confirm
