#include "ocr/missed_ink.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace paraphe::ocr {
namespace {

cv::Mat ink_of(const cv::Mat& grey) {
    cv::Mat ink;
    cv::adaptiveThreshold(grey, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31, 15);
    return ink;
}

bool in_gap(const cv::Mat& grey, const cv::Rect& gap) {
    cv::Mat columns;
    cv::reduce(ink_of(grey(gap)), columns, 0, cv::REDUCE_MAX);
    const int inked = cv::countNonZero(columns);
    return inked > gap.height * 2 && inked > 0.2 * gap.width;
}

cv::Rect pixels_of(const Box& box, cv::Size size, double margin) {
    const cv::Point from(static_cast<int>(box.x * size.width - margin), static_cast<int>(box.y * size.height - margin));
    const cv::Point to(static_cast<int>(box.right() * size.width + margin), static_cast<int>(box.bottom() * size.height + margin));
    return cv::Rect(from, to) & cv::Rect({0, 0}, size);
}

/// The boxes of inked shapes as large as letters of print that is `height` pixels high from its ascenders to its descenders.
std::vector<cv::Rect> letter_like(const cv::Mat& ink, double height) {
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    std::vector<cv::Rect> found;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const double filled = stats.at<int>(i, cv::CC_STAT_AREA) / static_cast<double>(box.area());
        if (box.height >= 0.4 * height && box.height <= 1.5 * height && box.width >= 0.1 * height && box.width <= 1.8 * height && filled > 0.15) found.push_back(box);
    }
    return found;
}

struct Line {
    int foot, right;   ///< of its last letter
    std::size_t letters;
};

/// Letters that follow one another at one level.
std::vector<Line> lines_of(std::vector<cv::Rect> letters, double height) {
    constexpr double next = 2.5;    // heights from one letter to the next, spaces between words included
    constexpr double level = 0.35;  // heights by which their feet may differ
    std::ranges::sort(letters, {}, &cv::Rect::x);
    std::vector<Line> lines;
    for (const auto& letter : letters) {
        const int foot = letter.y + letter.height, right = letter.x + letter.width;
        const auto line = std::ranges::find_if(lines, [&](const Line& l) { return std::abs(l.foot - foot) <= level * height && letter.x - l.right <= next * height; });
        if (line == lines.end()) lines.push_back({foot, right, 1});
        else *line = {foot, right, line->letters + 1};
    }
    return lines;
}

}  // namespace

double usual_height(std::span<const Word> words) {
    std::vector<double> heights;
    for (const auto& word : words) heights.push_back(word.box.h);
    if (heights.empty()) return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::ranges::nth_element(heights, middle);
    return *middle;
}

bool ink_between_words(const cv::Mat& grey, std::span<const Word> words) {
    constexpr double widest_space = 2.5;                // heights of the line
    constexpr double band_from = 0.1, band_to = 0.65;   // of the line's height: above the dots and rules that lead to a value
    double right_edge = 0;
    for (const auto& word : words) right_edge = std::max(right_edge, word.box.right());
    for (const auto& word : words) {
        const Box& here = word.box;
        double end = right_edge;   // of the room beside the word: the next one on its level, of its line or of another column
        for (const auto& other : words)
            if (other.box.x >= here.right() && other.box.x < end && other.box.y < here.bottom() && here.y < other.box.bottom()) end = other.box.x;
        const int height = static_cast<int>(here.h * grey.rows);
        const cv::Rect gap = cv::Rect(cv::Point(static_cast<int>(here.right() * grey.cols) + height / 3, static_cast<int>((here.y + band_from * here.h) * grey.rows)),
                                      cv::Point(static_cast<int>(end * grey.cols) - height / 3, static_cast<int>((here.y + band_to * here.h) * grey.rows))) &
                             cv::Rect({0, 0}, grey.size());
        if (height >= 8 && gap.width > widest_space * height && gap.height >= 4 && in_gap(grey, gap)) return true;
    }
    return false;
}

cv::Rect unread_lines(const cv::Mat& grey, std::span<const Word> words) {
    constexpr std::size_t least_letters = 12;
    const double height = usual_height(words) * grey.rows;
    if (height < 8) return {};
    cv::Mat ink = ink_of(grey);
    for (const auto& word : words) ink(pixels_of(word.box, grey.size(), 0.15 * height)) = 0;
    int top = grey.rows, bottom = 0;
    for (const auto& line : lines_of(letter_like(ink, height), height)) {
        if (line.letters < least_letters) continue;
        top = std::min(top, line.foot);
        bottom = std::max(bottom, line.foot);
    }
    if (bottom == 0) return {};
    const int room = static_cast<int>(2 * height);
    return cv::Rect(0, top - room, grey.cols, bottom - top + 2 * room) & cv::Rect({0, 0}, grey.size());
}

}  // namespace paraphe::ocr
