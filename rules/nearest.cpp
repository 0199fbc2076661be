#include "rules/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace paraphe::rules {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view wrong, const std::vector<std::string>& known) {
    constexpr std::size_t longest = 80;  // no name of a rulebook is longer
    if (wrong.size() > longest) return {};
    std::string best;
    std::size_t least = wrong.size() / 3 + 2;  // one slip in three letters is still a slip; more is another word
    for (const auto& name : known) {
        const auto distance = edit_distance(wrong, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

}  // namespace paraphe::rules
