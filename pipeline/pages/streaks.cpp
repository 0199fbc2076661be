#include "pages/streaks.hpp"

#include "pages/raster.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace paraphe::pages {
namespace {

constexpr int reach = 5;             // pixels to the paper on either side: a streak is thinner
constexpr int darker = 10;           // than the paper on both sides
constexpr int print_on_it = 60;      // darker than the streak itself
constexpr int parts = 12;            // of the picture's height, most of which it must cross
constexpr double crossed = 0.6;      // of a part: print hides the rest

/// How much darker each pixel is than what lies on both its sides; 0 in the first and last columns.
cv::Mat steps_of(const cv::Mat& grey) {
    cv::Mat steps = cv::Mat::zeros(grey.size(), CV_8U), paper;
    const int inner = grey.cols - 2 * reach;
    cv::min(grey.colRange(0, inner), grey.colRange(2 * reach, grey.cols), paper);
    cv::subtract(paper, grey.colRange(reach, grey.cols - reach), steps.colRange(reach, grey.cols - reach));
    return steps;
}

std::vector<bool> streaked_columns(const cv::Mat& steps) {
    std::vector<int> full(static_cast<std::size_t>(steps.cols));
    const cv::Mat line = steps > darker;
    for (int part = 0; part < parts; ++part) {
        cv::Mat share;
        cv::reduce(line.rowRange(steps.rows * part / parts, steps.rows * (part + 1) / parts), share, 0, cv::REDUCE_AVG, CV_32F);
        for (int x = 0; x < steps.cols; ++x) full[static_cast<std::size_t>(x)] += share.at<float>(0, x) >= 255 * crossed;
    }
    std::vector<bool> streaked;
    for (const int count : full) streaked.push_back(count >= parts - 1);
    return streaked;
}

int median_of(cv::Mat column) {
    std::vector<unsigned char> values(column.begin<unsigned char>(), column.end<unsigned char>());
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

/// Draws the paper on both sides over columns [from, to), but for print that is darker than the streak.
void clear(cv::Mat& pixels, const cv::Mat& steps, int from, int to) {
    const int left = std::max(0, from - 2), right = std::min(pixels.cols - 1, to + 1), channels = pixels.channels();
    for (int x = from; x < to; ++x) {
        const int print = median_of(steps.col(x)) + print_on_it;
        for (int y = 0; y < pixels.rows; ++y) {
            if (steps.at<unsigned char>(y, x) > print) continue;
            auto* row = pixels.ptr(y);
            for (int c = 0; c < channels; ++c)
                row[x * channels + c] = static_cast<unsigned char>((row[left * channels + c] * (right - x) + row[right * channels + c] * (x - left)) / (right - left));
        }
    }
}

/// Clears the columns; false, and nothing done, when none is streaked.
bool clear_columns(cv::Mat& pixels) {
    if (pixels.cols < 100 || pixels.rows < 100) return false;
    const cv::Mat steps = steps_of(grey_of(pixels));
    const auto streaked = streaked_columns(steps);
    bool any = false;
    for (std::size_t x = 0; x < streaked.size(); ++x) {
        if (!streaked[x]) continue;
        std::size_t end = x;
        while (end < streaked.size() && streaked[end]) ++end;
        if (!any) pixels = pixels.clone();
        any = true;
        clear(pixels, steps, static_cast<int>(x), static_cast<int>(end));
        x = end;
    }
    return any;
}

}  // namespace

cv::Mat without_streaks(const cv::Mat& pixels) {
    cv::Mat cleared = pixels, turned;
    clear_columns(cleared);
    cv::transpose(cleared, turned);
    if (clear_columns(turned)) cv::transpose(turned, cleared);
    return cleared;
}

}  // namespace paraphe::pages
