#include "marks/candidates.hpp"

#include "marks/sheet.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::marks {

namespace {

struct Reach {
    double across_mm, down_mm;  // gaps closed
};
constexpr std::array<Reach, 3> kPenReaches{{{1.4, 1.0}, {3.2, 1.8}, {7.0, 3.6}}};
constexpr std::array<Reach, 2> kStampReaches{{{5.0, 5.0}, {9.0, 9.0}}};
constexpr double kSure = 0.5, kWeak = 0.3;  // hysteresis
constexpr double kSmallestPenMm = 1.8, kSmallestStampMm = 7.0, kSmallestInkMm2 = 0.8;
constexpr double kDarkEnough = 0.12;
constexpr std::size_t kMost = 400;

int pixels(double mm) { return std::max(0, static_cast<int>(std::lround(mm / kMapMm))); }

// Pixels above kWeak in patches that hold one above kSure.
cv::Mat hysteresis(const cv::Mat& map) {
    const cv::Mat weak = map > kWeak;
    cv::Mat labels;
    const int count = cv::connectedComponents(weak, labels, 8, CV_32S);
    std::vector<std::uint8_t> sure(static_cast<std::size_t>(count), 0);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x)
            if (map.at<float>(y, x) > kSure) sure[static_cast<std::size_t>(labels.at<int>(y, x))] = 255;
    sure[0] = 0;
    cv::Mat mask = cv::Mat::zeros(map.size(), CV_8U);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x) mask.at<std::uint8_t>(y, x) = sure[static_cast<std::size_t>(labels.at<int>(y, x))];
    return mask;
}

// The box shrunk to what is really dark at kDpi, so that it is as tight as the ink.
cv::Rect tight(const InkMaps& maps, const cv::Rect& cell, const cv::Mat& mask) {
    const cv::Rect wide = cv::Rect(cell.x * 2, cell.y * 2, cell.width * 2, cell.height * 2) & cv::Rect(0, 0, maps.dark.cols, maps.dark.rows);
    cv::Mat fine;
    cv::resize(mask, fine, {cell.width * 2, cell.height * 2}, 0, 0, cv::INTER_NEAREST);
    cv::Mat ink = (maps.dark(wide) > kDarkEnough) & fine(cv::Rect(0, 0, wide.width, wide.height));
    const cv::Rect inner = cv::boundingRect(ink);
    if (inner.area() == 0) return wide;
    return {wide.x + inner.x, wide.y + inner.y, inner.width, inner.height};
}

void group(const InkMaps& maps, const cv::Mat& ink, Layer layer, const Reach& reach, std::vector<Candidate>& out) {
    const int ax = pixels(reach.across_mm), ay = pixels(reach.down_mm);
    cv::Mat joined, labels, stats, centres;
    cv::dilate(ink, joined, cv::getStructuringElement(cv::MORPH_RECT, {ax | 1, ay | 1}));
    const int count = cv::connectedComponentsWithStats(joined, labels, stats, centres, 8, CV_32S);
    const double least = layer == Layer::pen ? kSmallestPenMm : kSmallestStampMm;
    for (int i = 1; i < count; ++i) {
        const cv::Rect around(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                              stats.at<int>(i, cv::CC_STAT_HEIGHT));
        cv::Mat own = (labels(around) == i) & ink(around);
        const cv::Rect inner = cv::boundingRect(own);
        if (inner.area() == 0) continue;
        if (std::max(inner.width, inner.height) * kMapMm < least) continue;
        if (cv::countNonZero(own) * kMapMm * kMapMm < kSmallestInkMm2) continue;
        Candidate c;
        c.layer = layer;
        c.cell = {around.x + inner.x, around.y + inner.y, inner.width, inner.height};
        c.mask = own(inner).clone();
        c.box = tight(maps, c.cell, c.mask);
        const bool known = std::any_of(out.begin(), out.end(), [&](const Candidate& o) { return o.layer == layer && o.cell == c.cell; });
        if (!known) out.push_back(std::move(c));
    }
}

}  // namespace

std::vector<Candidate> candidates(const InkMaps& maps) {
    std::vector<Candidate> out;
    if (maps.dark.empty()) return out;
    const cv::Mat pen = hysteresis(maps.pen), stamp = hysteresis(maps.stamp);
    for (const auto& reach : kPenReaches) group(maps, pen, Layer::pen, reach, out);
    for (const auto& reach : kStampReaches) group(maps, stamp, Layer::stamp, reach, out);
    std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.cell.area() > b.cell.area(); });
    if (out.size() > kMost) out.resize(kMost);
    return out;
}

double darkness(const InkMaps& maps, const Candidate& candidate) {
    cv::Mat mask;
    cv::resize(candidate.mask, mask, {candidate.cell.width * 2, candidate.cell.height * 2}, 0, 0, cv::INTER_NEAREST);
    const cv::Rect at = cv::Rect(candidate.cell.tl() * 2, mask.size()) & cv::Rect({0, 0}, maps.dark.size());
    std::vector<float> under;
    for (int y = at.y; y < at.br().y; ++y)
        for (int x = at.x; x < at.br().x; ++x)
            if (mask.at<std::uint8_t>(y - candidate.cell.y * 2, x - candidate.cell.x * 2)) under.push_back(maps.dark.at<float>(y, x));
    if (under.empty()) return 0;
    const auto decile = under.begin() + static_cast<std::ptrdiff_t>(under.size() * 9 / 10);
    std::nth_element(under.begin(), decile, under.end());
    return *decile;
}

}  // namespace paraphe::marks
