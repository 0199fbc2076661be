#include "pages/ruled_lines.hpp"

#include "pages/raster.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace paraphe::pages {
namespace {

constexpr double working_dpi = 150;
constexpr int least_length = 59;  // pixels: 10 mm
constexpr int most_width = 8;     // pixels: 1.4 mm; a thicker bar is a filled field
constexpr std::size_t most_lines = 600;

/// Lines along x in `ink`. A stroke may wander by a pixel and have gaps of 3.
void add_level(const cv::Mat& ink, bool upright, std::vector<RuledLine>& lines) {
    cv::Mat joined, bars, labels, stats, centres;
    cv::dilate(ink, joined, cv::getStructuringElement(cv::MORPH_RECT, {3, 2}));
    cv::morphologyEx(joined, bars, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {least_length, 1}));
    const int count = cv::connectedComponentsWithStats(bars, labels, stats, centres, 8, CV_32S);
    for (int i = 1; i < count && lines.size() < most_lines; ++i) {
        const int x = stats.at<int>(i, cv::CC_STAT_LEFT), y = stats.at<int>(i, cv::CC_STAT_TOP);
        const int w = stats.at<int>(i, cv::CC_STAT_WIDTH), h = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        // A line that leans by half a degree over the page is 11 pixels high: its own width is its area by its length.
        if (stats.at<int>(i, cv::CC_STAT_AREA) > most_width * w || h > w / 8) continue;
        const double level = (y + h / 2.0) / ink.rows, from = static_cast<double>(x) / ink.cols, to = static_cast<double>(x + w) / ink.cols;
        lines.push_back(upright ? RuledLine{level, from, level, to} : RuledLine{from, level, to, level});
    }
}

}  // namespace

std::vector<RuledLine> find_ruled_lines(const cv::Mat& grey, double dpi) {
    const cv::Mat ink = ink_of(scaled(grey, working_dpi / dpi), 31, 18);
    cv::Mat sideways;
    cv::transpose(ink, sideways);
    std::vector<RuledLine> lines;
    add_level(ink, false, lines);
    add_level(sideways, true, lines);
    return lines;
}

}  // namespace paraphe::pages
