#include "confirm/left_out.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace paraphe::confirm {
namespace {

constexpr std::size_t least_words = 12;    // of a page whose lines tell where text belongs
constexpr std::size_t most_bands = 2;      // second looks a page
constexpr double taller_than = 1.7;        // line heights: the least that holds a line and the room around it
constexpr double dark_below = 0.72;        // of the row's paper
constexpr double least_ink = 0.015, most_ink = 0.45;   // of the text's width, in a row that crosses a line of print
constexpr double sure_line = 0.6;          // mean confidence of the letters of a line that is print, not a signature's strokes
constexpr double taken_by_a_mark = 0.25;   // of a band: a signature's or stamp's place

/// The page's grey values as they stand once it is upright.
class Upright {
public:
    Upright(const Picture& view, int rotation) : view_(view), rotation_(((rotation % 360) + 360) % 360) {}
    [[nodiscard]] int width() const { return rotation_ % 180 == 0 ? view_.width : view_.height; }
    [[nodiscard]] int height() const { return rotation_ % 180 == 0 ? view_.height : view_.width; }
    [[nodiscard]] int at(int x, int y) const {
        int vx = x, vy = y;
        if (rotation_ == 90) vx = y, vy = view_.height - 1 - x;
        else if (rotation_ == 180) vx = view_.width - 1 - x, vy = view_.height - 1 - y;
        else if (rotation_ == 270) vx = view_.width - 1 - y, vy = x;
        return view_.pixels[(static_cast<std::size_t>(vy) * static_cast<std::size_t>(view_.width) + static_cast<std::size_t>(vx)) * static_cast<std::size_t>(view_.channels)];
    }

private:
    const Picture& view_;
    int rotation_;
};

/// The part of a row, between two columns, that is darker than its paper. The paper of a photograph changes over the page.
double ink_of_row(const Upright& page, int y, int left, int right) {
    std::vector<int> row;
    for (int x = left; x < right; ++x) row.push_back(page.at(x, y));
    if (row.empty()) return 0;
    auto sorted = row;
    const auto bright = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 4);
    std::ranges::nth_element(sorted, bright);
    const double paper = *bright;
    return static_cast<double>(std::ranges::count_if(row, [&](int grey) { return grey < dark_below * paper; })) / static_cast<double>(row.size());
}

struct Extent {
    double left = 1, right = 0, line = 0;   ///< of the text; the usual height of its words
    std::vector<Box> words;                 ///< upright, from the top
};

Extent extent_of(const PageReading& page) {
    Extent extent;
    std::vector<double> heights;
    for (const auto& word : page.words) {
        if (word.text.size() < 2 || word.confidence < 0.5) continue;
        const Box box = turned(word.box, page.rotation);
        extent.words.push_back(box);
        extent.left = std::min(extent.left, box.x), extent.right = std::max(extent.right, box.right());
        heights.push_back(box.h);
    }
    std::ranges::sort(extent.words, {}, &Box::y);
    if (heights.empty()) return extent;
    std::ranges::nth_element(heights, heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2));
    extent.line = heights[heights.size() / 2];
    return extent;
}

bool holds_lines(const Upright& page, const Box& band, double line) {
    const int left = static_cast<int>(band.x * page.width()), right = static_cast<int>(band.right() * page.width());
    const int top = static_cast<int>(band.y * page.height()), bottom = static_cast<int>(band.bottom() * page.height());
    int rows = 0;
    for (int y = std::max(0, top); y < std::min(bottom, page.height()); ++y) {
        const double ink = ink_of_row(page, y, std::max(0, left), std::min(right, page.width()));
        rows += ink >= least_ink && ink <= most_ink;
    }
    return rows >= 0.5 * line * page.height();
}

bool marked(const PageReading& page, const Box& upright) {
    return std::ranges::any_of(page.marks, [&](const Mark& mark) {
        return mark.kind != MarkKind::handwriting && mark.confidence >= 0.4 && covered(turned(mark.box, page.rotation), upright) > 0.5 && covered(upright, turned(mark.box, page.rotation)) > taken_by_a_mark;
    });
}

long letters_of(const Word& word) {
    return std::ranges::count_if(word.text, [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0xC0; });
}

/// A word that was read before, or of which the band's edge cut off a part.
bool known_or_cut(const Word& word, const PageReading& page, const Box& band) {
    const Box box = turned(word.box, page.rotation), room = turned(band, page.rotation);
    const double edge = 0.1 * box.h;
    if (box.y < room.y + edge || box.bottom() > room.bottom() - edge) return true;
    return std::ranges::any_of(page.words, [&](const Word& other) { return covered(word.box, other.box) > 0.3; });
}

/// The words of lines that were surely read, letter by letter: a form's dots are no letters.
std::vector<Word> sure_words(const std::vector<Word>& words, const PageReading& page, const Box& band) {
    struct Line {
        double sure = 0, letters = 0;
    };
    std::map<int, Line> lines;
    for (const auto& word : words) {
        const auto letters = static_cast<double>(letters_of(word));
        lines[word.line].sure += letters * word.confidence, lines[word.line].letters += letters;
    }
    std::vector<Word> sure;
    for (auto word : words) {
        const auto& line = lines[word.line];
        if (line.sure < sure_line * line.letters || letters_of(word) == 0 || known_or_cut(word, page, band)) continue;
        word.line = -1;
        sure.push_back(std::move(word));
    }
    return sure;
}

}  // namespace

std::vector<Box> bands_left_out(const PageReading& page, const Picture& view) {
    std::vector<Box> bands;
    const auto extent = extent_of(page);
    if (!view.consistent() || extent.words.size() < least_words || extent.line <= 0) return bands;
    const Upright picture(view, page.rotation);
    double read_to = extent.words.front().bottom();
    for (const auto& word : extent.words) {
        if (word.y - read_to > taller_than * extent.line) {
            const Box band{extent.left, read_to, extent.right - extent.left, word.y - read_to};
            if (!marked(page, band) && holds_lines(picture, band, extent.line)) bands.push_back(turned(band, 360 - page.rotation % 360));
        }
        read_to = std::max(read_to, word.bottom());
    }
    std::ranges::stable_sort(bands, std::greater<>{}, [](const Box& band) { return band.area(); });
    if (bands.size() > most_bands) bands.resize(most_bands);
    return bands;
}

void read_left_out(PageReading& page, const Picture& view, const std::string& path, const LookAgain& look) {
    if (page.source != TextSource::ocr) return;
    for (const auto& band : bands_left_out(page, view)) {
        const auto answer = look(path, {page.number, band, CropPurpose::text, {}});
        if (!answer) continue;
        const double foot = turned(band, page.rotation).bottom() - 1e-9;
        const auto below = std::ranges::find_if(page.words, [&](const Word& word) { return turned(word.box, page.rotation).y >= foot; });
        const auto words = sure_words(answer->words, page, band);
        page.words.insert(below, words.begin(), words.end());
    }
}

}  // namespace paraphe::confirm
