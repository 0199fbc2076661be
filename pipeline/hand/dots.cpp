#include "hand/dots.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace paraphe::hand {
namespace {

// Millimetres.
constexpr double largest_dot = 0.9, next_dot = 3.2, farthest = 40, level = 0.3, paper_beside = 1.6;
constexpr double steepest = 0.03;
constexpr int fewest = 6;                    // dots of a line that have their next one beside them
constexpr std::size_t most_specks = 4000;    // more are the grain of the paper
constexpr float least_darkness = 0.12F;

int odd_pixels(double millimetres, double mm) { return std::max(3, static_cast<int>(std::lround(millimetres * mm)) | 1); }

struct Dot {
    cv::Point2d centre;
    cv::Rect box;
    int label;
};

/// What is no larger than a dot, left to right; `labels` says which pixels each has.
std::vector<Dot> specks_in(const cv::Mat& grey, double mm, cv::Mat& labels) {
    cv::Mat ink, stats, centres;
    cv::compare(imaging::darkness(grey, odd_pixels(6, mm)), least_darkness, ink, cv::CMP_GT);
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    std::vector<Dot> specks;
    for (int i = 1; i < count; ++i) {
        const auto* row = stats.ptr<int>(i);
        const cv::Rect box(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]);
        if (std::max(box.width, box.height) <= largest_dot * mm) specks.push_back({{centres.at<double>(i, 0), centres.at<double>(i, 1)}, box, i});
    }
    std::ranges::sort(specks, {}, [](const Dot& dot) { return dot.centre.x; });
    return specks;
}

/// How many dots have their next one beside them: what is written on the line hides many.
int close_ones(const std::vector<Dot>& row, double mm) {
    int close = 0;
    for (std::size_t i = 1; i < row.size(); ++i) close += row[i].centre.x - row[i - 1].centre.x <= next_dot * mm;
    return close;
}

/// Specks that follow one another on one level, many of them closely: a line may slope, but not leap.
std::vector<std::vector<Dot>> rows_of(const std::vector<Dot>& specks, double mm) {
    std::vector<std::vector<Dot>> rows;
    for (const auto& speck : specks) {
        const auto follows = [&](const std::vector<Dot>& row) {
            const auto step = speck.centre - row.back().centre;
            return step.x <= farthest * mm && std::abs(step.y) <= level * mm + steepest * std::min(step.x, next_dot * mm);
        };
        const auto row = std::ranges::find_if(rows, follows);
        if (row == rows.end()) rows.push_back({speck});
        else row->push_back(speck);
    }
    std::erase_if(rows, [&](const auto& row) { return close_ones(row, mm) < fewest; });
    return rows;
}

}  // namespace

cv::Mat without_dotted_lines(const cv::Mat& grey, double mm) {
    cv::Mat labels;
    const auto specks = specks_in(grey, mm, labels);
    const auto rows = specks.size() <= most_specks ? rows_of(specks, mm) : std::vector<std::vector<Dot>>{};
    if (rows.empty()) return grey;
    cv::Mat dots = cv::Mat::zeros(grey.size(), CV_8U);
    for (const auto& row : rows)
        for (const auto& dot : row) dots(dot.box).setTo(255, labels(dot.box) == dot.label);
    cv::dilate(dots, dots, cv::Mat::ones(3, 3, CV_8U));
    cv::Mat paper, bare = grey.clone();
    const int reach = odd_pixels(paper_beside, mm);
    cv::morphologyEx(grey, paper, cv::MORPH_CLOSE, cv::Mat::ones(reach, reach, CV_8U));
    paper.copyTo(bare, dots);
    return bare;
}

}  // namespace paraphe::hand
