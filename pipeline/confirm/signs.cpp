#include "confirm/signs.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace paraphe::confirm {
namespace {

constexpr int never = std::numeric_limits<int>::max() / 4;
constexpr double sixteenths = 16;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return c >= 'a' && c <= 'z'; }
bool point(char c) { return c == '.' || c == ','; }

std::size_t class_of(char sign) { return hand_signs.find(sign) + 1; }

/// Columns of bare paper from which on what follows is another thing: the next blank's label. Three heights of the line.
constexpr int far = 30;

/// The last signs passed, spaces left out.
struct Neighbours {
    char nearest = 0, next = 0;
    bool parted = false;  ///< a space lies between the nearest and here
    char run = 0;
    int since = 0;        ///< columns

    /// A hyphen joins words, and parts figures.
    void pass(char sign, bool of_words) {
        if (sign == ' ') parted = true;
        if (sign == 0 || sign == ' ') {
            if (++since >= far) nearest = next = 0;
        } else {
            since = 0;
        }
        if (sign != 0 && sign != ' ' && sign != run && !(of_words && sign == '-')) {
            next = std::exchange(nearest, sign);
            parted = false;
        }
        run = sign;
    }
};

/// May a pattern stand beside those signs, the nearest first?
bool stands_apart(char nearest, char next, Apart apart) {
    switch (apart) {
        case Apart::from_digits: return !digit(nearest);
        case Apart::from_sums: return !digit(nearest) && !(point(nearest) && digit(next));
        case Apart::from_letters:
        case Apart::after_words: return !letter(nearest);
    }
    return false;
}

/// A column's likeliest class, and by how much (as -log of a probability, in sixteenths) it leads.
std::pair<std::size_t, int> leader(const SignColumns& line, std::size_t column) {
    const auto* costs = &line.costs[column * hand_classes];
    const auto best = static_cast<std::size_t>(std::min_element(costs, costs + hand_classes) - costs);
    int next = never;
    for (std::size_t k = 0; k < hand_classes; ++k)
        if (k != best) next = std::min<int>(next, costs[k]);
    return {best, next - costs[best]};
}

}  // namespace

std::size_t sure_signs_in(const SignColumns& line, const Box& box) {
    constexpr int sure = 16;
    const Box upright = turned(line.box, line.rotation), room = turned(box, line.rotation);
    if (upright.centre_y() < room.y || upright.centre_y() > room.bottom()) return 0;
    std::size_t count = 0, before = 0;
    for (std::size_t x = 0; x < line.columns(); ++x) {
        const auto [sign, lead] = leader(line, x);
        const double at = upright.x + upright.w * (static_cast<double>(x) + 0.5) / static_cast<double>(line.columns());
        const bool new_sign = sign != before && sign > 0 && (letter(hand_signs[sign - 1]) || digit(hand_signs[sign - 1]));
        if (new_sign && lead >= sure && at > room.x && at < room.right()) ++count;
        before = sign;
    }
    return count;
}

SignLine::SignLine(const SignColumns& seen) : columns_(seen.columns()) {
    over_.reserve(columns_ * hand_classes);
    for (std::size_t x = 0; x < columns_; ++x) {
        const auto* costs = seen.costs.data() + x * hand_classes;
        const auto least = std::min_element(costs, costs + hand_classes);
        for (std::size_t c = 0; c < hand_classes; ++c) over_.push_back(costs[c] - *least);
        best_.push_back(least == costs ? '\0' : hand_signs[static_cast<std::size_t>(least - costs) - 1]);
    }
    for (const auto apart : {Apart::from_digits, Apart::from_sums, Apart::from_letters, Apart::after_words}) apart_[static_cast<std::size_t>(apart)] = bounds(apart);
    everywhere_ = {std::vector<char>(columns_ + 1, 1), std::vector<char>(columns_ + 1, 1)};
}

int SignLine::cost(std::size_t column, char sign) const {
    const int* over = over_.data() + column * hand_classes;
    if (sign == '~') return std::min({over[class_of('/')], over[class_of('.')], over[class_of('-')], over[class_of(' ')]});
    if (sign == '_') return std::min(over[class_of(' ')], over[class_of('-')]);
    return over[class_of(sign)];
}

bool SignLine::Path::possible() const { return cost < never; }

SignLine::Path SignLine::align(std::string_view pattern, const Bounds& within) const {
    const std::size_t n = pattern.size();
    constexpr Path nowhere{never, 0, 0};
    std::vector<Path> on(n, nowhere), after(n, nowhere), next(n, nowhere);  // on sign k; on the blank after it
    Path best = nowhere;
    for (std::size_t x = 0; x < columns_; ++x) {
        const int blank = over_[x * hand_classes];
        for (std::size_t k = 0; k < n; ++k) {
            Path from = on[k];
            if (k == 0 && within.may_begin[x]) from = std::min(from, Path{0, x, x});
            if (k > 0) {
                from = std::min(from, after[k - 1]);
                if (pattern[k] != pattern[k - 1]) from = std::min(from, on[k - 1]);
            }
            if (k > 1 && pattern[k - 1] == '_') {
                from = std::min(from, after[k - 2]);
                if (pattern[k] != pattern[k - 2]) from = std::min(from, on[k - 2]);
            }
            next[k] = from.possible() ? from.dearer(cost(x, pattern[k])) : nowhere;
        }
        for (std::size_t k = 0; k < n; ++k) {
            const Path from = std::min(on[k], after[k]);
            after[k] = from.possible() ? from.dearer(blank) : nowhere;
        }
        std::swap(on, next);
        on[n - 1].end = x + 1;
        if (within.may_end[x + 1]) best = std::min({best, on[n - 1], after[n - 1]});
    }
    return best;
}

SignLine::Bounds SignLine::bounds(Apart apart) const {
    Bounds out{std::vector<char>(columns_ + 1, 1), std::vector<char>(columns_ + 1, 1)};
    Neighbours before, after;
    const bool of_words = apart == Apart::from_letters || apart == Apart::after_words;
    for (std::size_t x = 0; x < columns_; ++x) {
        out.may_begin[x] = stands_apart(before.nearest, before.next, apart) || (apart == Apart::after_words && before.parted);
        before.pass(best_[x], of_words);
    }
    for (std::size_t x = columns_; x-- > 0;) {
        out.may_end[x + 1] = stands_apart(after.nearest, after.next, apart);
        after.pass(best_[x], of_words);
    }
    return out;
}

double SignLine::excess(std::string_view pattern, Apart apart) const {
    if (pattern.empty() || columns_ == 0) return none;
    const auto path = align(pattern, apart_[static_cast<std::size_t>(apart)]);
    return path.possible() ? path.cost / sixteenths : none;
}

double SignLine::excess_of_part(std::string_view pattern) const {
    if (pattern.empty() || columns_ == 0) return none;
    const auto path = align(pattern, everywhere_);
    return path.possible() ? path.cost / sixteenths : none;
}

std::pair<std::size_t, std::size_t> SignLine::columns_of(std::string_view pattern, Apart apart) const {
    if (pattern.empty() || columns_ == 0) return {0, 0};
    const auto path = align(pattern, apart_[static_cast<std::size_t>(apart)]);
    return path.possible() ? std::pair{path.begin, path.end} : std::pair<std::size_t, std::size_t>{0, 0};
}

}  // namespace paraphe::confirm
