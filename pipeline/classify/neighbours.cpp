#include "classify/neighbours.hpp"

#include "classify/evidence.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace paraphe::classify {
namespace {

constexpr std::size_t sparse_page = 40;  // words: a signature block, the end of a paragraph
constexpr double most_said = 5.0;        // log odds that neighbours may add together
constexpr int rounds = 2;

bool has_title(const PageFacts& page) {
    return std::ranges::any_of(page.scores, [](const KindScore& score) { return score.title && score.log_odds > 0; });
}

/// Log odds, from what is printed on both, that two pages are of one document.
double numbers_say(const PageFacts& a, const PageFacts& b) {
    const auto pair = with_slashes({a.printed, b.printed});
    const auto &x = pair[0], &y = pair[1];
    if (x.number == 0 || y.number == 0) return 0;
    const bool totals = x.total > 0 && y.total > 0;
    if (totals && x.total != y.total) return -3;
    if (x.number == y.number) return -2;
    if (totals) return a.path == b.path ? 4.5 : 2.5;
    const bool in_a_row = std::abs(x.number - y.number) == 1;
    if (!x.sure || !y.sure) return in_a_row && a.path == b.path ? 1 : 0;
    return in_a_row && a.path == b.path ? 3 : 0;
}

/// "1/2", and the next sheet of the file begins nothing and bears no number that was read: it is the second.
bool awaited(const PageFacts& page, const PageFacts& before) {
    const auto& printed = before.printed;
    return page.path == before.path && page.page == before.page + 1 && printed.number < printed.total && page.printed.total == 0 && !has_title(page);
}

/// "2.2" is the last section of one page and "2.3" the first of the next: one text runs on.
bool runs_on(const PageFacts& before, const PageFacts& after) {
    return before.last_section && after.first_section && before.page + 1 == after.page && follows(*before.last_section, *after.first_section);
}

double link(const PageFacts& page, const PageFacts& neighbour, bool adjacent, int running) {
    double said = numbers_say(page, neighbour);
    if (awaited(page, neighbour)) said = std::max(said, 3.0);
    if (adjacent && (runs_on(neighbour, page) || runs_on(page, neighbour))) said = std::max(said, 3.0);
    if (running > 0) said += adjacent ? 1.5 : 1.0;
    // A page that begins something new does not continue the one before it.
    const bool begins = page.printed.number == 1 && page.page > neighbour.page;
    if (begins) said -= 2;
    if (adjacent && !has_title(page)) said += page.word_count < sparse_page ? 1.2 : 0.7;
    return std::max(0.0, said);
}

std::vector<double> own_log_odds(const PageFacts& page) {
    std::vector<double> odds;
    for (const auto& score : page.scores) odds.push_back(page.blank ? -10 : score.log_odds);
    return odds;
}

/// What the other pages say about page `i`, for each kind.
std::vector<double> heard(std::span<const PageFacts> pages, std::span<const std::vector<double>> now, const std::vector<int>& ignored,
                          std::size_t i, std::size_t kinds) {
    std::vector<double> sum(kinds, 0.0);
    for (std::size_t j = 0; j < pages.size(); ++j) {
        if (j == i || pages[j].blank) continue;
        const bool same_file = pages[i].path == pages[j].path;
        const bool adjacent = same_file && (j + 1 == i || i + 1 == j);
        const bool numbered = numbers_say(pages[i], pages[j]) > 0;
        if (!adjacent && !numbered) continue;
        const double said = link(pages[i], pages[j], adjacent, shared_running(pages[i], pages[j], ignored));
        for (std::size_t k = 0; k < kinds; ++k) sum[k] = std::max(sum[k], said * now[j][k]) + 0.1 * std::min(sum[k], said * now[j][k]);
    }
    for (double& value : sum) value = std::min(value, most_said);
    return sum;
}

}  // namespace

std::vector<int> letterheads(std::span<const PageFacts> pages, std::span<const std::vector<double>> probabilities) {
    std::map<int, std::set<std::ptrdiff_t>> kinds_of_line;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto best = std::ranges::max_element(probabilities[i]);
        if (*best < 0.8 || best + 1 == probabilities[i].end()) continue;
        for (const int id : pages[i].running_ids) kinds_of_line[id].insert(best - probabilities[i].begin());
    }
    std::vector<int> result;
    for (const auto& [id, kinds] : kinds_of_line)
        if (kinds.size() > 1) result.push_back(id);
    return result;
}

std::vector<std::vector<double>> settle(std::span<const PageFacts> pages, std::size_t kinds) {
    std::vector<std::vector<double>> now;
    for (const auto& page : pages) now.push_back(probabilities(own_log_odds(page)));
    for (int round = 0; round < rounds; ++round) {
        auto next = now;
        const auto ignored = letterheads(pages, now);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (pages[i].blank) continue;
            auto odds = own_log_odds(pages[i]);
            const auto others = heard(pages, now, ignored, i, kinds);
            for (std::size_t k = 0; k < kinds; ++k) odds[k] += others[k];
            next[i] = probabilities(odds);
        }
        now = std::move(next);
    }
    return now;
}

}  // namespace paraphe::classify
