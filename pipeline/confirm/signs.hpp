#pragma once

#include "model/crop.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace paraphe::confirm {

/// What may not stand beside a pattern, some spaces between or none: it would be the rest of a longer one. After other words: only
/// what follows it counts, "à l'ordre de" may stand before a name.
enum class Apart { from_digits, from_sums, from_letters, after_words };

/// A line of signs against which patterns are held.
///
/// A pattern is made of `hand_signs` and of two more: '~' parts the figures of a day (one of / . - or a space), '_' the words of a
/// name or number (a space, a hyphen or nothing). Its excess is what the best alignment of the pattern with a part of the line (Viterbi,
/// over CTC's states) costs more than the line's best signs there, as -log of a probability: 0 when nothing fits better.
class SignLine {
public:
    explicit SignLine(const SignColumns& seen);

    /// Without neighbours that would make it another pattern; `none` when it has no place.
    [[nodiscard]] double excess(std::string_view pattern, Apart apart) const;
    /// Whatever stands beside it: a lower bound of the excess of each pattern that holds this one.
    [[nodiscard]] double excess_of_part(std::string_view pattern) const;
    /// The columns, first and behind the last, of the alignment that `excess` speaks of; {0, 0} when there is none.
    [[nodiscard]] std::pair<std::size_t, std::size_t> columns_of(std::string_view pattern, Apart apart) const;

    static constexpr double none = 1e9;

private:
    /// At which columns a pattern may begin, and after which it may end.
    struct Bounds {
        std::vector<char> may_begin, may_end;
    };

    /// An alignment, or the part of one so far.
    struct Path {
        int cost = 0;
        std::size_t begin = 0, end = 0;

        [[nodiscard]] bool possible() const;
        [[nodiscard]] Path dearer(int by) const { return {cost + by, begin, end}; }
        friend bool operator<(const Path& a, const Path& b) { return a.cost < b.cost; }
    };

    [[nodiscard]] Bounds bounds(Apart apart) const;
    [[nodiscard]] Path align(std::string_view pattern, const Bounds& within) const;
    [[nodiscard]] int cost(std::size_t column, char sign) const;

    std::size_t columns_;
    std::vector<int> over_;    ///< columns x classes: a class's cost above the column's least
    std::vector<char> best_;   ///< each column's likeliest sign; 0 for none
    std::array<Bounds, 4> apart_; ///< by Apart
    Bounds everywhere_;
};

/// How many letters and figures the line surely bears within the box (as the line's own box lies), whatever they are.
[[nodiscard]] std::size_t sure_signs_in(const SignColumns& line, const Box& box);

}  // namespace paraphe::confirm
