#include "text/lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace paraphe::text {
namespace {

/// A gap that cuts a line, in heights of its letters. Spaces are 0.25 to 0.4 of the type's size, up to about 1.2
/// in justified text; columns and table cells stand further apart.
constexpr double kWideGap = 1.6;
/// Between words that a text layer or engine put on one line a few dots, a check box or a hand-filled blank may
/// leave more room.
constexpr double kWideGapOfOneLine = 2.2;
/// How far the next word's box may begin within the last one's, in heights: an engine's boxes of one line overlap at times.
constexpr double kOverlap = 0.6, kOverlapOfOneLine = 2;
/// What a chain that ends in a word of another of the engine's lines is further off, in heights: a noisy word may be as tall as two lines.
constexpr double kOtherLine = 1;

struct Ruler {
    double x = 0, top = 0, bottom = 0;
};

struct Chain {
    std::vector<std::size_t> words;
    double height = 0;  ///< greatest of its words': a dash or a comma says nothing of the type's size
    double centre = 0;  ///< of its last full-height word
    double right = 0;
    int line = -1;
};

/// The fall of the text over the page's width, from words that the engine put on one line. Nothing known: 0.
double slope_of(const PageReading& page, const std::vector<Box>& boxes) {
    struct Ends {
        std::size_t first = 0, last = 0;
    };
    std::map<int, Ends> lines;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (page.words[i].line < 0 || page.words[i].text.size() < 3) continue;
        const auto [at, fresh] = lines.try_emplace(page.words[i].line, Ends{i, i});
        if (fresh) continue;
        if (boxes[i].x < boxes[at->second.first].x) at->second.first = i;
        if (boxes[i].x > boxes[at->second.last].x) at->second.last = i;
    }
    std::vector<double> slopes;
    for (const auto& [line, ends] : lines) {
        const double across = boxes[ends.last].centre_x() - boxes[ends.first].centre_x();
        if (across > 0.25) slopes.push_back((boxes[ends.last].centre_y() - boxes[ends.first].centre_y()) / across);
    }
    if (slopes.size() < 3) return 0;
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::ranges::nth_element(slopes, middle);
    // Below half a degree lines do not mix; beyond six degrees the numbers cannot mean skew.
    return std::abs(*middle) < 0.004 || std::abs(*middle) > 0.12 ? 0 : *middle;
}

std::vector<Ruler> rulers_of(const PageReading& page, double slope) {
    std::vector<Ruler> rulers;
    for (const auto& line : page.lines) {
        const Box box = turned(Box{std::min(line.x1, line.x2), std::min(line.y1, line.y2), std::abs(line.x2 - line.x1), std::abs(line.y2 - line.y1)},
                               page.rotation);
        if (box.h < 0.01 || box.w > box.h / 4) continue;
        rulers.push_back({box.centre_x(), box.y - slope * box.centre_x(), box.bottom() - slope * box.centre_x()});
    }
    std::ranges::sort(rulers, {}, &Ruler::x);
    return rulers;
}

bool ruled_between(const std::vector<Ruler>& rulers, double left, double right, double level) {
    for (auto at = std::ranges::lower_bound(rulers, left, {}, &Ruler::x); at != rulers.end() && at->x <= right; ++at)
        if (level > at->top && level < at->bottom) return true;
    return false;
}

/// Puts words into chains from left to right: each goes to the nearest chain whose last word it stands beside.
class Chainer {
public:
    Chainer(const PageReading& page, const Lines& lines)
        : page_(page), lines_(lines), aspect_(aspect_of(page)), rulers_(rulers_of(page, lines.slope)) {}

    void add(std::size_t word) {
        const Box& box = lines_.boxes[word];
        const double centre = box.centre_y() - lines_.slope * box.centre_x();
        Chain* best = nullptr;
        double nearest = 1e9;
        for (auto& chain : chains_) {
            if (!level_with(chain, centre, box.h)) continue;
            const double gap = box.x - chain.right, unit = std::max(chain.height, box.h) / aspect_;
            const bool same = chain.line >= 0 && chain.line == page_.words[word].line;
            if (gap < -(same ? kOverlapOfOneLine : kOverlap) * unit) continue;
            if (gap > unit * (same ? kWideGapOfOneLine : kWideGap)) continue;
            const double distance = std::abs(gap) + 2 * std::abs(centre - chain.centre) + (same ? 0 : kOtherLine * unit);
            if (distance < nearest) nearest = distance, best = &chain;
        }
        if (best && ruled_between(rulers_, best->right, box.x, centre)) best = nullptr;
        if (!best) best = &chains_.emplace_back();
        append(*best, word, centre);
    }

    [[nodiscard]] std::vector<Chain> take() && { return std::move(chains_); }

private:
    static bool level_with(const Chain& chain, double centre, double height) {
        const double taller = std::max(chain.height, height);
        if (height > 2.6 * chain.height && chain.height > 0.004) return false;  // a headline beside small print
        return std::abs(centre - chain.centre) < 0.5 * taller;
    }

    void append(Chain& chain, std::size_t word, double centre) const {
        const Box& box = lines_.boxes[word];
        if (box.h >= 0.6 * chain.height) chain.centre = centre;
        chain.height = std::max(chain.height, box.h);
        chain.right = std::max(chain.right, box.right());
        chain.line = page_.words[word].line;
        chain.words.push_back(word);
    }

    const PageReading& page_;
    const Lines& lines_;
    double aspect_;
    std::vector<Ruler> rulers_;
    std::vector<Chain> chains_;
};

struct Row {
    std::vector<std::size_t> words;
    double left = 0, centre = 0, height = 0;
};

/// Rows from the top; those that share a level from the left.
void sort_rows(std::vector<Row>& rows) {
    std::ranges::sort(rows, [](const Row& a, const Row& b) { return std::pair{a.centre, a.left} < std::pair{b.centre, b.left}; });
    for (auto level = rows.begin(); level != rows.end();) {
        const auto next = std::find_if(level, rows.end(), [&](const Row& row) { return row.centre > level->centre + 0.5 * std::min(level->height, row.height); });
        const auto end = next == level ? level + 1 : next;
        std::sort(level, end, [](const Row& a, const Row& b) { return a.left < b.left; });
        level = end;
    }
}

}  // namespace

double aspect_of(const PageReading& page) {
    double width = page.width_mm, height = page.height_mm;
    if (width <= 0 || height <= 0) width = 210, height = 297;
    return page.rotation % 180 == 0 ? width / height : height / width;
}

Lines lines_of(const PageReading& page) {
    Lines lines;
    lines.boxes.reserve(page.words.size());
    for (const auto& word : page.words) lines.boxes.push_back(turned(word.box, page.rotation));
    lines.slope = slope_of(page, lines.boxes);

    std::vector<std::size_t> order(page.words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return lines.boxes[i].x; });
    Chainer chainer(page, lines);
    for (const auto word : order)
        if (!page.words[word].text.empty()) chainer.add(word);

    std::vector<Row> rows;
    for (auto& chain : std::move(chainer).take()) {
        Row row{std::move(chain.words), 1, 0, chain.height};
        double sum = 0, weight = 0;
        for (const auto word : row.words) {
            const Box& box = lines.boxes[word];
            row.left = std::min(row.left, box.x);
            sum += (box.centre_y() - lines.slope * box.centre_x()) * (box.w + 1e-6), weight += box.w + 1e-6;
        }
        row.centre = sum / weight;
        rows.push_back(std::move(row));
    }
    sort_rows(rows);
    for (auto& row : rows) lines.rows.push_back(std::move(row.words));
    return lines;
}

}  // namespace paraphe::text
