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
constexpr double ruled = 12;         // level strokes from here on are ruled lines
constexpr double ink_of_a_row = 0.5; // of a row that is no paper
constexpr double widest = 170;

int pixels(double millimetres, double mm) { return std::max(1, static_cast<int>(std::lround(millimetres * mm))); }

/// 255 where there is ink, whatever the light on the paper, without ruled lines.
cv::Mat ink_of(const cv::Mat& grey, double mm) {
    cv::Mat ink, lines;
    const cv::Mat dark = imaging::darkness(grey, pixels(6, mm) | 1);
    double darkest = 0;
    cv::minMaxLoc(dark, nullptr, &darkest);
    cv::compare(dark, std::max(0.15, 0.4 * darkest), ink, cv::CMP_GT);
    cv::morphologyEx(ink, lines, cv::MORPH_OPEN, cv::Mat::ones(1, pixels(ruled, mm), CV_8U));
    cv::dilate(lines, lines, cv::Mat::ones(3, 3, CV_8U));
    cv::bitwise_and(ink, ~lines, ink);
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

/// The columns of the rows that hold ink.
cv::Rect around_ink(const cv::Mat& ink, const cv::Range& rows) {
    cv::Mat columns;
    cv::reduce(ink.rowRange(rows), columns, 0, cv::REDUCE_MAX);
    std::vector<cv::Point> inked;
    cv::findNonZero(columns, inked);
    if (inked.empty()) return {};
    const auto [left, right] = std::ranges::minmax(inked, {}, &cv::Point::x);
    return {left.x, rows.start, right.x - left.x + 1, rows.size()};
}

}  // namespace

std::vector<cv::Rect> lines_in(const cv::Mat& grey, double mm) {
    std::vector<cv::Rect> lines;
    const cv::Mat ink = ink_of(grey, mm);
    const auto add = [&](const cv::Range& rows) {
        const cv::Rect line = around_ink(ink, rows);
        if (line.width >= least_height * mm && line.width <= widest * mm) lines.push_back(line);
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
