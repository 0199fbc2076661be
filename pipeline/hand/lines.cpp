#include "hand/lines.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace paraphe::hand {
namespace {

// Millimetres.
constexpr double least_height = 1.2, tallest = 11, window = 8, step = 4;
constexpr double joined = 0.5;       // rows parted by less are one line: a dot over an i
constexpr double ruled = 12;         // straight strokes from here on are rules: of a form, a table, the frame of a page
constexpr double apart = 15;         // bare paper between two things that only stand at one height
constexpr double ink_of_a_row = 0.5; // of a row that is no paper
constexpr double widest = 170;

int pixels(double millimetres, double mm) { return std::max(1, static_cast<int>(std::lround(millimetres * mm))); }

/// Straight strokes of that many pixels or more; upright ones may lean by the breadth of a pixel or two.
cv::Mat rules_in(const cv::Mat& ink, int length) {
    cv::Mat level, upright;
    cv::morphologyEx(ink, level, cv::MORPH_OPEN, cv::Mat::ones(1, length, CV_8U));
    cv::dilate(ink, upright, cv::Mat::ones(1, 3, CV_8U));
    cv::morphologyEx(upright, upright, cv::MORPH_OPEN, cv::Mat::ones(length, 1, CV_8U));
    cv::Mat rules = level | upright;
    cv::dilate(rules, rules, cv::Mat::ones(3, 3, CV_8U));
    return rules;
}

/// 255 where there is ink, whatever the light on the paper, without rules.
cv::Mat ink_of(const cv::Mat& grey, double mm) {
    cv::Mat ink;
    const cv::Mat dark = imaging::darkness(grey, pixels(6, mm) | 1);
    double darkest = 0;
    cv::minMaxLoc(dark, nullptr, &darkest);
    cv::compare(dark, std::max(0.15, 0.4 * darkest), ink, cv::CMP_GT);
    cv::bitwise_and(ink, ~rules_in(ink, pixels(ruled, mm)), ink);
    return ink;
}

std::vector<cv::Range> runs_of_rows(const cv::Mat& ink, double mm) {
    cv::Mat counts;
    cv::reduce(ink / 255, counts, 1, cv::REDUCE_SUM, CV_32S);
    std::vector<cv::Range> runs;
    for (int y = 0; y < counts.rows; ++y) {
        if (counts.at<int>(y) < ink_of_a_row * mm) continue;
        if (!runs.empty() && y - runs.back().end < joined * mm) runs.back().end = y + 1;
        else runs.emplace_back(y, y + 1);
    }
    return runs;
}

/// What the rows hold, left to right, parted where much paper is bare.
std::vector<cv::Rect> pieces_of(const cv::Mat& ink, const cv::Range& rows, double mm) {
    cv::Mat columns;
    cv::reduce(ink.rowRange(rows), columns, 0, cv::REDUCE_MAX);
    std::vector<cv::Point> inked;
    cv::findNonZero(columns, inked);
    std::vector<cv::Rect> pieces;
    for (const auto& at : inked) {
        if (!pieces.empty() && at.x - pieces.back().br().x < apart * mm) pieces.back().width = at.x + 1 - pieces.back().x;
        else pieces.emplace_back(at.x, rows.start, 1, rows.size());
    }
    return pieces;
}

/// Its height as its own ink has it: its neighbours may have been taller.
cv::Rect tight(const cv::Mat& ink, const cv::Rect& piece) {
    const cv::Rect inner = cv::boundingRect(ink(piece));
    return {piece.x, piece.y + inner.y, piece.width, inner.height};
}

}  // namespace

std::vector<cv::Rect> lines_in(const cv::Mat& grey, double mm) {
    std::vector<cv::Rect> lines;
    const cv::Mat ink = ink_of(grey, mm);
    const auto add = [&](const cv::Range& rows) {
        const auto pieces = pieces_of(ink, rows, mm);
        for (const auto& piece : pieces) {
            const cv::Rect line = pieces.size() > 1 ? tight(ink, piece) : piece;
            if (line.height >= least_height * mm && line.width >= least_height * mm && line.width <= widest * mm) lines.push_back(line);
        }
    };
    for (const auto& run : runs_of_rows(ink, mm)) {
        if (run.size() < least_height * mm) continue;
        if (run.size() <= tallest * mm) {
            add(run);
            continue;
        }
        const int height = pixels(window, mm);
        for (int top = run.start; top < run.end - height / 2; top += pixels(step, mm)) add({top, std::min(top + height, run.end)});
    }
    return lines;
}

}  // namespace paraphe::hand
