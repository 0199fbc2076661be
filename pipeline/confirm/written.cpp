#include "confirm/written.hpp"

#include "confirm/signs.hpp"
#include "formats/number_words.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <vector>

namespace paraphe::confirm {
namespace {

// As -log of a probability.
constexpr double a_sign_is_worth = 0.7;   // a longer spelling explains more of the line than a shorter one within it
constexpr double part_hopeless = 9;       // a spelling whose part fits worse is not tried
constexpr double whole_hopeless = 12;
// Leads from which values were never wrong, or hardly ever, on hands that training had not seen (tests/hand/measure_hand.py); every name that
// is one letter off is a rival of a name's, so that less will do.
constexpr double lead_of_day = 3, lead_of_figures = 5, lead_of_words = 4, lead_of_name = 0.5;
// There, of 195 names that share a word with a long one, none was taken for it from here on, whatever its rivals.
constexpr std::size_t long_name = 10;     // signs
constexpr double good_fit = 0.2;          // a sign
constexpr double lead_of_long_name = -5, fit_of_long_name = 0.4;
// A SIREN has a key: no number that differs by one figure is one, so that it has no rivals and may be spelled badly (measured there, too).
constexpr double fit_of_number = 0.7;
constexpr double likely_share = 0.25;     // of that lead
constexpr std::size_t fewest_signs = 4;   // of a name: a shorter one is everywhere

constexpr std::array<std::string_view, 12> months{"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"};

std::string lower(std::string_view folded) {
    std::string out;
    for (const char c : folded) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// The name's letters and figures, in lower case, its words parted by '_'.
std::string pattern_of(std::string_view printed) {
    std::string out;
    for (const char c : lower(fold(printed))) {
        if (std::isalnum(static_cast<unsigned char>(c))) out += c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    while (!out.empty() && out.back() == '_') out.pop_back();
    return out;
}

/// The best spelling of each value on any of the lines.
template <class T>
class Contest {
public:
    explicit Contest(std::span<const SignColumns> seen) : seen_(seen) {
        for (const auto& line : seen) lines_.emplace_back(line);
    }

    /// Calls that for one line after the other: what is asked and entered then is about that line, so that what no part of it bears out need not
    /// be tried on it.
    void on_each_line(const std::function<void()>& enter_values) {
        for (begin_ = 0; begin_ < lines_.size(); begin_ = end_) {
            for (end_ = begin_; end_ < lines_.size() && seen_[end_].line == seen_[begin_].line;) ++end_;
            enter_values();
        }
    }

    [[nodiscard]] double excess_of_part(std::string_view pattern) const {
        double least = SignLine::none;
        for (std::size_t i = begin_; i < end_; ++i) least = std::min(least, lines_[i].excess_of_part(pattern));
        return least;
    }

    /// The renderings of a line are witnesses of one thing: their mean counts.
    void enter(const T& value, std::string_view pattern, Apart apart) {
        double sum = 0;
        for (std::size_t i = begin_; i < end_; ++i) sum += std::min(lines_[i].excess(pattern, apart), 2 * whole_hopeless);
        const double excess = sum / static_cast<double>(end_ - begin_);
        if (excess > whole_hopeless) return;
        const auto signs = static_cast<double>(pattern.size());
        const double score = excess - a_sign_is_worth * signs;
        const auto [it, fresh] = best_.try_emplace(value, Entry{score, excess / signs, begin_});
        if (!fresh && score < it->second.score) it->second = {score, excess / signs, begin_};
        const auto [stand, first] = stands_.try_emplace(begin_, Stand{score, std::string(pattern), apart});
        if (!first && score < stand->second.score) stand->second = {score, std::string(pattern), apart};
    }

    [[nodiscard]] bool has(const T& value) const { return best_.contains(value); }

    /// That value, whether it wins or not: its lead is below zero when it does not.
    [[nodiscard]] std::optional<Written<T>> of(const T& value, double needed) const {
        const auto own = best_.find(value);
        if (own == best_.end()) return {};
        double rival = SignLine::none;
        for (const auto& [v, entry] : best_)
            if (v != value) rival = std::min(rival, entry.score);
        return Written<T>{value, seen_[own->second.line].box, own->second.excess, std::min(rival - own->second.score, whole_hopeless), needed, good_fit, stands()};
    }

    [[nodiscard]] std::optional<Written<T>> winner(double needed) const {
        const Entry* first = nullptr;
        const T* value = nullptr;
        double second = SignLine::none;
        for (const auto& [v, entry] : best_) {
            if (!first || entry.score < first->score) {
                if (first) second = std::min(second, first->score);
                first = &entry;
                value = &v;
            } else {
                second = std::min(second, entry.score);
            }
        }
        if (!first) return {};
        return Written<T>{*value, seen_[first->line].box, first->excess, std::min(second - first->score, whole_hopeless), needed, good_fit, stands()};
    }

private:
    struct Entry {
        double score, excess;
        std::size_t line;
    };
    /// The best spelling of any value on one line.
    struct Stand {
        double score;
        std::string pattern;
        Apart apart;
    };

    [[nodiscard]] std::vector<Box> stands() const {
        std::vector<std::pair<double, Box>> found;
        for (const auto& [line, stand] : stands_) {
            const auto& seen = seen_[line];
            const auto [begin, end] = lines_[line].columns_of(stand.pattern, stand.apart);
            if (end <= begin) continue;
            const Box whole = turned(seen.box, seen.rotation);
            const double column = whole.w / static_cast<double>(seen.columns());
            const Box part{whole.x + column * static_cast<double>(begin), whole.y, column * static_cast<double>(end - begin), whole.h};
            found.push_back({stand.score, turned(part, (360 - seen.rotation) % 360)});
        }
        std::ranges::stable_sort(found, {}, &std::pair<double, Box>::first);
        std::vector<Box> boxes;
        for (const auto& each : found) boxes.push_back(each.second);
        return boxes;
    }

    std::span<const SignColumns> seen_;
    std::vector<SignLine> lines_;
    std::size_t begin_ = 0, end_ = 0;   ///< the renderings of the line in hand
    std::map<T, Entry> best_;
    std::map<std::size_t, Stand> stands_;
};

template <class T>
struct Spelling {
    T value;
    std::string text;
};

template <class T, class Values>
std::vector<Spelling<T>> hopeful(const Contest<Date>& contest, const Values& spellings) {
    std::vector<Spelling<T>> out;
    for (const auto& spelling : spellings)
        if (contest.excess_of_part(spelling.text) < part_hopeless) out.push_back(spelling);
    return out;
}

std::string two_digits(unsigned n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

std::vector<Spelling<unsigned>> days() {
    std::vector<Spelling<unsigned>> out{{1, "1er"}};
    for (unsigned d = 1; d <= 31; ++d) {
        out.push_back({d, two_digits(d)});
        if (d < 10) out.push_back({d, std::to_string(d)});
    }
    return out;
}

std::vector<Spelling<unsigned>> months_spelled() {
    std::vector<Spelling<unsigned>> out;
    for (unsigned m = 1; m <= 12; ++m) {
        out.push_back({m, std::string(months[m - 1])});
        out.push_back({m, two_digits(m)});
        if (m < 10) out.push_back({m, std::to_string(m)});
    }
    return out;
}

std::vector<Spelling<int>> years(int first, int last) {
    std::vector<Spelling<int>> out;
    for (int y = first; y <= last; ++y) {
        out.push_back({y, std::to_string(y)});
        out.push_back({y, two_digits(static_cast<unsigned>(y % 100))});
    }
    return out;
}

/// A figure alone is seen in any stroke: it may rival a sum, not be one.
constexpr double lone_figure = 10;
constexpr int most_euros = 10'000;

/// The patterns of the numbers below that, by their number; the first is never asked for.
const std::vector<std::string>& numbers_in_words() {
    static const std::vector<std::string> spelled = [] {
        std::vector<std::string> out(1);
        for (int n = 1; n < most_euros; ++n) out.push_back(pattern_of(number_in_words(n)));
        return out;
    }();
    return spelled;
}

void enter_numbers_in_words(Contest<double>& contest) {
    std::map<std::string, bool> known;
    const auto fits = [&](const std::string& word) {
        const auto [it, fresh] = known.try_emplace(word, false);
        if (fresh) it->second = contest.excess_of_part(word) < part_hopeless;
        return it->second;
    };
    for (int n = 1; n < most_euros; ++n) {
        const auto& spelled = numbers_in_words()[static_cast<std::size_t>(n)];
        bool likely = true;
        for (std::size_t begin = 0; likely && begin < spelled.size();) {
            const auto end = std::min(spelled.find('_', begin), spelled.size());
            likely = fits(spelled.substr(begin, end - begin));
            begin = end + 1;
        }
        if (!likely) continue;
        for (const char* unit : {"", "_euros", "_euro", "_$", "_euros_et_zero_centime"}) contest.enter(n, spelled + unit, Apart::from_letters);
    }
}

/// Every pattern that differs by one letter or figure exchanged, added or left out.
std::vector<std::string> one_letter_off(const std::string& pattern) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i <= pattern.size(); ++i) {
        const bool number = std::isdigit(static_cast<unsigned char>(pattern[std::min(i, pattern.size() - 1)]));
        for (char c = number ? '0' : 'a'; c <= (number ? '9' : 'z'); ++c) {
            out.push_back(pattern.substr(0, i) + c + pattern.substr(i));
            if (i < pattern.size() && pattern[i] != '_' && pattern[i] != c) out.push_back(pattern.substr(0, i) + c + pattern.substr(i + 1));
        }
        if (i < pattern.size() && pattern[i] != '_') out.push_back(pattern.substr(0, i) + pattern.substr(i + 1));
    }
    return out;
}

bool is_siren(std::string pattern) {
    std::erase(pattern, '_');
    return valid_siren(pattern);
}

}  // namespace

template <class T>
bool Written<T>::sure() const {
    return excess <= fit && lead >= needed;
}
template <class T>
bool Written<T>::likely() const {
    return excess <= fit && lead >= std::min(needed, likely_share * needed);
}
template struct Written<Date>;
template struct Written<double>;
template struct Written<std::string>;

std::optional<Written<Date>> written_day(std::span<const SignColumns> lines, int first_year, int last_year) {
    Contest<Date> contest(lines);
    contest.on_each_line([&] {
        const auto hopeful_days = hopeful<unsigned>(contest, days());
        const auto hopeful_months = hopeful<unsigned>(contest, months_spelled());
        const auto hopeful_years = hopeful<int>(contest, years(first_year, last_year));
        for (const auto& month : hopeful_months)
            for (const auto& year : hopeful_years)
                for (const auto& day : hopeful_days) {
                    const Date date{std::chrono::year{year.value}, std::chrono::month{month.value}, std::chrono::day{day.value}};
                    const bool named = month.text.size() > 2;
                    if (!date.ok() || (named ? year.text.size() == 2 : day.text == "1er")) continue;
                    const char apart = named ? '_' : '~';
                    contest.enter(date, day.text + apart + month.text + apart + year.text, Apart::from_digits);
                }
    });
    return contest.winner(lead_of_day);
}

std::optional<Written<double>> written_figures(std::span<const SignColumns> lines) {
    Contest<double> contest(lines);
    contest.on_each_line([&] {
        for (int n = 1; n < most_euros; ++n) {
            const std::string digits = std::to_string(n);
            if (contest.excess_of_part(digits) > part_hopeless) continue;
            for (const char* cents : {"", ",00", ".00"}) contest.enter(n, digits + cents, Apart::from_sums);
        }
    });
    auto found = contest.winner(lead_of_figures);
    if (found && found->value < lone_figure) found->lead = 0;
    return found;
}

std::optional<Written<double>> written_words(std::span<const SignColumns> lines) {
    Contest<double> contest(lines);
    contest.on_each_line([&] { enter_numbers_in_words(contest); });
    return contest.winner(lead_of_words);
}

std::optional<Written<std::string>> written_name(std::span<const SignColumns> lines, std::string_view name) {
    const auto pattern = pattern_of(name);
    if (pattern.size() < fewest_signs) return {};
    Contest<std::string> contest(lines);
    contest.on_each_line([&] { contest.enter(std::string(name), pattern, Apart::after_words); });
    if (!contest.has(std::string(name))) return {};
    if (is_siren(pattern)) {
        auto found = contest.of(std::string(name), 0);
        if (found) found->fit = fit_of_number;
        return found;
    }
    const auto rivals = one_letter_off(pattern);
    contest.on_each_line([&] {
        if (contest.excess_of_part(pattern) > 2 * whole_hopeless) return;
        for (const auto& rival : rivals) contest.enter(rival, rival, Apart::after_words);
    });
    if (pattern.size() < long_name) return contest.of(std::string(name), lead_of_name);
    auto found = contest.of(std::string(name), lead_of_long_name);
    if (found) found->fit = fit_of_long_name;
    return found;
}

}  // namespace paraphe::confirm
