#include "pages/legibility.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace paraphe::pages {
namespace {

constexpr double working_dpi = 150;
constexpr double blank_share = 0.0003;   // one word of 10 points covers 0.0006 of A4
constexpr double clear_contrast = 25;    // steps of grey that make ink
constexpr double least_dpi = 88;         // 100 dpi reads at 93 % of words, 75 dpi at half
constexpr double widest_edge_mm = 1.6;   // of 60 legible scans the softest has 1.01, of the illegible the sharpest 2.27
constexpr double darkest_paper = 45;

double at_part(const cv::Mat& picture, double part) {
    std::vector<float> values;
    values.reserve(picture.total());
    for (int y = 0; y < picture.rows; ++y) values.insert(values.end(), picture.ptr<float>(y), picture.ptr<float>(y) + picture.cols);
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return static_cast<double>(*place);
}

double share_of_ink(const cv::Mat& grey, double contrast) {
    return static_cast<double>(cv::countNonZero(ink_of(grey, 45, contrast))) / std::max(1.0, static_cast<double>(grey.total()));
}

/// A scanner's dark edge is no ink of the page: a narrow strip that runs along a border for a good part of it is painted over with the
/// paper's grey.
void paint_over_edges(cv::Mat& grey) {
    constexpr double long_part = 0.3, narrow = 0.04;   // of the page's side, of its area
    const double paper = cv::mean(grey)[0];
    const cv::Mat dark = ink_of(grey, 45, clear_contrast) | (grey < paper / 2);
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        const cv::Rect at(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool upright = at.height >= long_part * grey.rows && (at.x == 0 || at.x + at.width == grey.cols);
        const bool level = at.width >= long_part * grey.cols && (at.y == 0 || at.y + at.height == grey.rows);
        if ((upright || level) && stats.at<int>(i, cv::CC_STAT_AREA) < narrow * static_cast<double>(grey.total())) grey(at).setTo(paper, labels(at) == i);
    }
}

}  // namespace

Legibility judge_legibility(const cv::Mat& flat, double dpi, double paper, bool cut_short) {
    Legibility result;
    cv::Mat small = scaled(flat, std::min(1.0, working_dpi / dpi)).clone(), calm, values, across, down, slope;
    paint_over_edges(small);
    const double used = std::min(working_dpi, dpi);
    cv::medianBlur(small, calm, 3);
    result.ink_share = share_of_ink(calm, clear_contrast);
    calm.convertTo(values, CV_32F);
    cv::GaussianBlur(values, values, {}, 0.8);
    cv::Sobel(values, across, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(values, down, CV_32F, 0, 1, 3, 0.125);
    cv::magnitude(across, down, slope);
    // The hundredth of a page that is darkest is print on all but nearly empty pages.
    const double dark_part = std::clamp(result.ink_share / 3, 0.0005, 0.01);
    result.contrast = at_part(values, 0.7) - at_part(values, dark_part);
    const double steepest = at_part(slope, 1 - dark_part);
    result.edge_mm = steepest > 0.1 ? result.contrast / steepest * 25.4 / used : 0;

    const auto problem = [&] {
        if (cut_short) return PageProblem::cut_off;
        if (result.ink_share < blank_share) {
            cv::Mat soft;
            cv::GaussianBlur(small, soft, {}, 2);
            // Print of the page's other side that shines through covers 0.4 % at most, a page of pale text 2 % and more.
            return share_of_ink(soft, 8) > 0.01 ? PageProblem::too_pale : PageProblem::blank;
        }
        if (dpi < least_dpi) return PageProblem::too_small;
        if (paper < darkest_paper) return PageProblem::too_dark;
        if (result.edge_mm > widest_edge_mm && result.ink_share > 0.003) return PageProblem::blurred;
        return PageProblem::none;
    };
    result.problem = problem();
    result.legible = result.problem == PageProblem::none || result.problem == PageProblem::blank;
    return result;
}

}  // namespace paraphe::pages
