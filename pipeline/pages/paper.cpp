#include "pages/paper.hpp"

#include "pages/raster.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace paraphe::pages {
namespace {

constexpr double working_size = 480;  // pixels along the picture's long side
constexpr int reach = 6;              // pixels on each side of an edge that are compared: wider than letters and rules
constexpr float most_contrast = 24;   // steps of lightness; a stronger edge counts no more

/// A side of the sheet, seen with that side on the left: the edge goes from (at_top, 0) to (at_bottom, rows).
struct Side {
    double at_top = 0, at_bottom = 0;
    double contrast = 0;  ///< mean along the side
    double support = 0;   ///< part of its length with a clear step from outside to paper
};

/// Lightness and colour without letters, as floats; rows smoothed along the edge that is looked for.
cv::Mat smooth_lab(const cv::Mat& small) {
    cv::Mat rgb, lab;
    if (small.channels() == 1) cv::cvtColor(small, rgb, cv::COLOR_GRAY2RGB);
    else rgb = small;
    cv::cvtColor(rgb, lab, cv::COLOR_RGB2Lab);
    cv::medianBlur(lab, lab, 5);
    cv::GaussianBlur(lab, lab, {}, 1.2);
    return lab;
}

/// How clearly paper begins at each pixel, going right: the step in lightness, and half the step in colour where the
/// lightness does not fall.
cv::Mat steps_of(const cv::Mat& lab) {
    cv::Mat steps = cv::Mat::zeros(lab.size(), CV_32F), sums;
    cv::integral(lab, sums, CV_32S);
    constexpr int high = 3;
    for (int y = high; y + high < lab.rows; ++y)
        for (int x = reach; x + reach < lab.cols; ++x) {
            const auto mean = [&](int from, int to) {
                const auto sum = sums.at<cv::Vec3i>(y + high, to) - sums.at<cv::Vec3i>(y - high, to) - sums.at<cv::Vec3i>(y + high, from) + sums.at<cv::Vec3i>(y - high, from);
                return cv::Vec3f(sum) / static_cast<float>((to - from) * 2 * high);
            };
            const cv::Vec3f step = mean(x + 1, x + reach) - mean(x - reach, x - 1);
            const float colour = std::abs(step[1]) + std::abs(step[2]);
            if (step[0] > -3) steps.at<float>(y, x) = std::min(most_contrast, std::max(0.0F, step[0]) + colour / 2);
        }
    return steps;
}

/// The best line near the left of the picture, among all that lean by up to 20 degrees.
Side find_left(const cv::Mat& steps) {
    const int far = steps.cols * 45 / 100, lean = static_cast<int>(steps.rows * 0.36);
    Side best;
    double most = 0;
    for (int top = 0; top < far; top += 2)
        for (int bottom = std::max(0, top - lean); bottom < std::min(far, top + lean); bottom += 2) {
            double sum = 0;
            int clear = 0, seen = 0;
            for (int y = 6; y + 6 < steps.rows; y += 4, ++seen) {
                const int x = top + (bottom - top) * y / steps.rows;
                const float here = std::max(steps.at<float>(y, x), std::max(steps.at<float>(y, x + 1), x > 0 ? steps.at<float>(y, x - 1) : 0.0F));
                sum += here;
                clear += here > 5;
            }
            if (sum > most) {
                most = sum;
                best = {static_cast<double>(top), static_cast<double>(bottom), sum / seen, static_cast<double>(clear) / seen};
            }
        }
    return best;
}

/// Moves the line onto the strongest steps near it, fitted without outliers.
Side refined(Side side, const cv::Mat& steps) {
    std::vector<cv::Point2f> points;
    for (int y = 6; y + 6 < steps.rows; y += 2) {
        const double expected = side.at_top + (side.at_bottom - side.at_top) * y / steps.rows;
        double sum = 0, weight = 0;
        for (int x = std::max(0, static_cast<int>(expected) - 5); x <= std::min(steps.cols - 1, static_cast<int>(expected) + 5); ++x) {
            const double w = std::pow(steps.at<float>(y, x), 2);
            sum += w * x;
            weight += w;
        }
        if (weight > 25) points.emplace_back(static_cast<float>(sum / weight), static_cast<float>(y));
    }
    if (points.size() < 20) return side;
    cv::Vec4f line;
    cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    if (std::abs(line[1]) < 0.7) return side;
    const double slope = line[0] / line[1];
    side.at_top = line[2] - slope * line[3];
    side.at_bottom = side.at_top + slope * steps.rows;
    return side;
}

cv::Vec3f median_of(const cv::Mat& lab, int y, int from, int to) {
    cv::Vec3f middle;
    std::vector<unsigned char> values(static_cast<std::size_t>(to - from));
    for (int channel = 0; channel < 3; ++channel) {
        for (int x = from; x < to; ++x) values[static_cast<std::size_t>(x - from)] = lab.at<cv::Vec3b>(y, x)[channel];
        std::ranges::nth_element(values, values.begin() + (to - from) / 2);
        middle[channel] = values[values.size() / 2];
    }
    return middle;
}

/// Does something else than paper lie beyond the side? Beyond a line of print, or a cheque on its letter, the sheet goes on, be the light
/// uneven: there is as much lightness and the same colour as just inside.
bool ends_the_sheet(const Side& side, const cv::Mat& lab) {
    constexpr int near = 3, inside = 40;  // pixels from the edge
    constexpr float as_bright = 4, as_coloured = 6;
    constexpr double most_paper = 0.25;
    int beyond = 0, paper = 0;
    for (int y = 6; y + 6 < lab.rows; y += 4) {
        const int x = static_cast<int>(side.at_top + (side.at_bottom - side.at_top) * y / lab.rows);
        const int to = std::min(lab.cols, x + inside);
        if (to - x - near < near) continue;
        const cv::Vec3f sheet = median_of(lab, y, x + near, to);
        for (int i = 0; i < x - near; ++i) {
            const cv::Vec3f step = sheet - cv::Vec3f(lab.at<cv::Vec3b>(y, i));
            ++beyond;
            paper += step[0] <= as_bright && std::abs(step[1]) + std::abs(step[2]) <= as_coloured;
        }
    }
    return paper <= most_paper * beyond;
}

struct Line {
    cv::Point2d from, to;
};

cv::Point2d crossing(const Line& a, const Line& b) {
    const cv::Point2d u = a.to - a.from, v = b.to - b.from;
    const double area = u.x * v.y - u.y * v.x;
    if (std::abs(area) < 1e-9) return a.from;
    const cv::Point2d gap = b.from - a.from;
    return a.from + u * ((gap.x * v.y - gap.y * v.x) / area);
}

/// The line of a side found with its side turned to the left by `turns` quarter turns counter-clockwise, back in the picture.
Line back(const Side& side, int turns, cv::Size turned) {
    const auto point = [&](double x, double y) -> cv::Point2d {
        switch (turns) {
            case 1: return {turned.height - y, x};                      // the picture's top was turned to the left
            case 2: return {turned.width - x, turned.height - y};      // its right
            case 3: return {y, turned.width - x};                      // its bottom
            default: return {x, y};
        }
    };
    return {point(side.at_top, 0), point(side.at_bottom, turned.height)};
}

double length(const cv::Point2d& v) { return std::hypot(v.x, v.y); }

/// How much brighter the sheet is than what lies around it; 0 when paper lies around it, too: then an edge printed on the sheet,
/// the top of a cheque below its letter, was taken for the sheet's.
double brighter_inside(const cv::Mat& lab, const std::array<cv::Point2d, 4>& corners) {
    cv::Mat inside = cv::Mat::zeros(lab.size(), CV_8UC1), outside;
    std::vector<cv::Point> outline;
    for (const auto& corner : corners) outline.emplace_back(static_cast<int>(corner.x), static_cast<int>(corner.y));
    cv::fillConvexPoly(inside, outline, cv::Scalar(255));
    cv::dilate(inside, outside, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::bitwise_not(outside, outside);
    if (cv::countNonZero(outside) < 50) return 0;
    constexpr double as_bright = 4, most_paper = 0.25;  // a table or a scanner's lid has none
    const double paper = cv::mean(lab, inside)[0];
    cv::Mat lightness;
    cv::extractChannel(lab, lightness, 0);
    const cv::Mat more_paper = (lightness > paper - as_bright) & outside;
    if (cv::countNonZero(more_paper) > most_paper * cv::countNonZero(outside)) return 0;
    return paper - cv::mean(lab, outside)[0];
}

/// Proportions and width of the sheets we know, in inches, long side first.
void settle_size(Paper& paper) {
    const auto& c = paper.corners;
    const double wide = std::max(length(c[1] - c[0]), length(c[2] - c[3])), high = std::max(length(c[3] - c[0]), length(c[2] - c[1]));
    const double mean_wide = (length(c[1] - c[0]) + length(c[2] - c[3])) / 2, mean_high = (length(c[3] - c[0]) + length(c[2] - c[1])) / 2;
    const double ratio = std::max(mean_wide, mean_high) / std::max(1.0, std::min(mean_wide, mean_high));
    double proportion = ratio, inches = 11.69;
    if (std::abs(ratio / 1.414 - 1) < 0.13) proportion = 1.414;
    if (std::abs(ratio / 2.19 - 1) < 0.12) proportion = 2.19, inches = 6.89;  // a cheque: 175 x 80 mm
    const double long_side = std::max(std::max(wide, high), std::min(wide, high) * proportion);
    const cv::Size upright(static_cast<int>(std::lround(long_side / proportion)), static_cast<int>(std::lround(long_side)));
    paper.size = mean_wide > mean_high ? cv::Size(upright.height, upright.width) : upright;
    paper.dpi = long_side / inches;
}

}  // namespace

std::optional<Paper> find_paper(const cv::Mat& pixels) {
    const double factor = std::min(1.0, working_size / std::max(pixels.cols, pixels.rows));
    const cv::Mat lab = smooth_lab(scaled(pixels, factor));
    if (lab.cols < 60 || lab.rows < 60) return {};
    std::array<Line, 4> lines;
    int clear = 0;
    cv::Mat turned = lab;
    for (int turns = 0; turns < 4; ++turns) {
        if (turns > 0) cv::rotate(turned.clone(), turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        const cv::Mat steps = steps_of(turned);
        Side side = find_left(steps);
        if (side.support > 0.6 && side.contrast > 6 && ends_the_sheet(side, turned)) {
            ++clear;
            side = refined(side, steps);
        } else {
            side = {};  // this side of the sheet lies beyond the picture
        }
        lines[static_cast<std::size_t>(turns)] = back(side, turns, turned.size());
    }
    if (clear < 3) return {};
    const auto& [left, top, right, bottom] = lines;
    Paper paper;
    paper.corners = {crossing(left, top), crossing(top, right), crossing(right, bottom), crossing(bottom, left)};
    std::vector<cv::Point2f> outline;
    for (const auto& corner : paper.corners) {
        if (corner.x < -0.1 * lab.cols || corner.x > 1.1 * lab.cols || corner.y < -0.1 * lab.rows || corner.y > 1.1 * lab.rows) return {};
        outline.emplace_back(corner);
    }
    const double share = cv::contourArea(outline) / static_cast<double>(lab.total());
    if (!cv::isContourConvex(outline) || share < 0.3 || share > 0.985 || brighter_inside(lab, paper.corners) < 8) return {};
    for (auto& corner : paper.corners) corner *= 1 / factor;
    settle_size(paper);
    return paper;
}

}  // namespace paraphe::pages
