#include "marks/fingerprint.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

namespace paraphe::marks {

namespace {

constexpr double kInk = 0.25;
constexpr int kColumns = 16, kRows = 8;

// The dark strokes that the mark's mask touches, whole: they depend on the picture alone, not on the net's borders.
cv::Mat whole_strokes(const InkMaps& maps, const Candidate& mark, const cv::Rect& around) {
    cv::Mat labels, fine;
    cv::connectedComponents(maps.dark(around) > kInk, labels, 8, CV_32S);
    cv::resize(mark.mask, fine, {mark.cell.width * 2, mark.cell.height * 2}, 0, 0, cv::INTER_NEAREST);
    std::set<int> touched;
    for (int y = 0; y < fine.rows; ++y)
        for (int x = 0; x < fine.cols; ++x) {
            const int ly = y + mark.cell.y * 2 - around.y, lx = x + mark.cell.x * 2 - around.x;
            if (fine.at<std::uint8_t>(y, x) && ly >= 0 && lx >= 0 && ly < labels.rows && lx < labels.cols) touched.insert(labels.at<int>(ly, lx));
        }
    touched.erase(0);
    cv::Mat out = cv::Mat::zeros(labels.size(), CV_8U);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            if (touched.count(labels.at<int>(y, x))) out.at<std::uint8_t>(y, x) = 255;
    return out;
}

std::string hex(std::uint64_t value) {
    std::string s(16, '0');
    for (std::size_t i = s.size(); i-- > 0; value >>= 4) s[i] = "0123456789abcdef"[value & 15];
    return s;
}

double median_of(std::vector<double> v) {
    if (v.empty()) return 0;
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
}

// Mean paper on a line of pixels, ink left out: the median of it.
double paper_along(const cv::Mat& grey, const cv::Rect& line) {
    std::vector<double> v;
    const cv::Rect r = line & cv::Rect({0, 0}, grey.size());
    for (int y = r.y; y < r.br().y; ++y)
        for (int x = r.x; x < r.br().x; ++x) v.push_back(grey.at<std::uint8_t>(y, x));
    return median_of(std::move(v));
}

}  // namespace

std::string fingerprint(const InkMaps& maps, const Candidate& mark) {
    const cv::Rect around = cv::Rect(mark.box.x - 8, mark.box.y - 8, mark.box.width + 16, mark.box.height + 16) & cv::Rect({0, 0}, maps.dark.size());
    const cv::Mat strokes = whole_strokes(maps, mark, around);
    const cv::Rect inner = cv::boundingRect(strokes);
    if (inner.area() == 0) return {};
    cv::Mat ink = cv::Mat::zeros(inner.size(), CV_32F), small;
    maps.dark(around)(inner).copyTo(ink, strokes(inner));
    cv::resize(ink, small, {kColumns, kRows}, 0, 0, cv::INTER_AREA);
    std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
    const auto mix = [&](std::uint64_t byte) { hash = (hash ^ (byte & 255)) * 1099511628211ULL; };
    mix(static_cast<std::uint64_t>(inner.width));
    mix(static_cast<std::uint64_t>(inner.height));
    for (int y = 0; y < kRows; ++y)
        for (int x = 0; x < kColumns; ++x) mix(static_cast<std::uint64_t>(small.at<float>(y, x) * 12));
    return hex(hash);
}

bool on_a_patch(const cv::Mat& grey, const cv::Rect& box, double dpi) {
    // On each side, from the ink outwards over 8 mm: a step of the paper between one pixel line and the next but one that
    // holds on both sides of it (a ruled line comes back, a step does not). Three sides of four must agree in sign.
    const int reach = std::max(4, static_cast<int>(dpi * 8 / 25.4));
    constexpr double kStep = 4;  // grey levels
    int brighter = 0, darker = 0;
    const auto look = [&](int dx, int dy) {
        for (int d = 2; d < reach; ++d) {
            const auto line = [&](int at) {
                if (dx != 0) return cv::Rect(dx > 0 ? box.br().x + at : box.x - 1 - at, box.y, 1, box.height);
                return cv::Rect(box.x, dy > 0 ? box.br().y + at : box.y - 1 - at, box.width, 1);
            };
            const cv::Rect far = line(d + 3);
            if ((far & cv::Rect({0, 0}, grey.size())).area() < far.area()) return;
            const double in1 = paper_along(grey, line(d - 2)), in2 = paper_along(grey, line(d - 1));
            const double out1 = paper_along(grey, line(d + 1)), out2 = paper_along(grey, line(d + 3));
            if (std::abs(in1 - in2) > 1 || std::abs(out1 - out2) > 1 || std::abs(in2 - out1) < kStep) continue;
            (in2 > out1 ? brighter : darker)++;
            return;
        }
    };
    look(1, 0);
    look(-1, 0);
    look(0, 1);
    look(0, -1);
    return std::max(brighter, darker) >= 3;
}

}  // namespace paraphe::marks
