#include "ocr/stamp.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::ocr {
namespace {

constexpr double most_degrees = 24, coarse_step = 1.5, fine_step = 0.25;
constexpr double profile_dpi = 100;      // enough to tell lines of print
constexpr double ink_from = 0.2;         // darkness
constexpr double stroke_mm = 3;          // wider than any stroke of a stamp
// A ring: ink near the edge of its frame in most directions, and a frame that is about as wide as high.
constexpr int directions = 72;
constexpr double ring_from = 0.86, ring_directions = 0.7, flattest = 0.5;
constexpr double letters_from = 0.55;    // of the radius: where a ring's letters begin
constexpr double overlap = 0.3;          // of a turn, unrolled twice: a word may stand across the seam

cv::Mat ink_of(const Cutting& stamp) {
    const int reach = static_cast<int>(stroke_mm * stamp.dpi / 25.4) | 1;
    return imaging::darkness(stamp.pixels, reach) > ink_from;
}

cv::Mat turned(const cv::Mat& picture, double degrees, double paper) {
    const cv::Mat turn = cv::getRotationMatrix2D({static_cast<float>(picture.cols) / 2, static_cast<float>(picture.rows) / 2}, degrees, 1);
    cv::Mat out;
    cv::warpAffine(picture, out, turn, picture.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(paper));
    return out;
}

/// How sharply lines of print stand out in the sums of the rows: W. Postl, Detection of linear oblique structures and skew scan in
/// digitized documents, ICPR 1986.
double sharpness(const cv::Mat& ink, double degrees) {
    cv::Mat rows, steps;
    cv::reduce(turned(ink, degrees, 0), rows, 1, cv::REDUCE_SUM, CV_64F);
    cv::subtract(rows.rowRange(1, rows.rows), rows.rowRange(0, rows.rows - 1), steps);
    return cv::norm(steps, cv::NORM_L2SQR);
}

/// Degrees by which the stamp's lines must be turned anticlockwise to lie level.
double tilt_of(const cv::Mat& ink, double dpi) {
    cv::Mat small;
    const double k = std::min(1.0, profile_dpi / dpi);
    cv::resize(ink, small, {}, k, k, cv::INTER_AREA);
    if (small.rows < 8) return 0;
    double best = 0, most = sharpness(small, 0);
    const auto search = [&](double from, double to, double step) {
        for (double degrees = from; degrees <= to; degrees += step)
            if (const double sharp = sharpness(small, degrees); sharp > most) most = sharp, best = degrees;
    };
    search(-most_degrees, most_degrees, coarse_step);
    search(best - coarse_step, best + coarse_step, fine_step);
    return best;
}

/// The stamp stretched to a square, when its ink runs round in a ring; otherwise empty.
cv::Mat ring_in(const Cutting& stamp, const cv::Mat& ink) {
    const cv::Rect frame = cv::boundingRect(ink);
    const double shape = static_cast<double>(std::min(frame.width, frame.height)) / std::max({1, frame.width, frame.height});
    if (shape < flattest || frame.width < stamp.dpi * 0.5) return {};
    const int side = std::max(frame.width, frame.height);
    cv::Mat square, picture, polar;
    cv::resize(ink(frame), square, {side, side}, 0, 0, cv::INTER_AREA);
    const float radius = static_cast<float>(side) / 2;
    cv::warpPolar(square, polar, {100, directions}, {radius, radius}, radius, cv::INTER_LINEAR);
    int held = 0;
    for (int row = 0; row < directions; ++row) held += cv::countNonZero(polar.row(row).colRange(static_cast<int>(100 * ring_from), 100)) > 0;
    if (held < ring_directions * directions) return {};
    cv::resize(stamp.pixels(frame), picture, {side, side}, 0, 0, cv::INTER_LINEAR);
    return picture;
}

/// The ring as a strip of print: clockwise from left to right, its outer edge above.
cv::Mat unrolled(const cv::Mat& square) {
    const float radius = static_cast<float>(square.cols) / 2;
    const int turn = static_cast<int>(CV_2PI * radius * (1 + letters_from) / 2);
    cv::Mat polar, strip, twice;
    cv::warpPolar(square, polar, {static_cast<int>(radius), turn}, {radius, radius}, radius, cv::INTER_LINEAR);
    const int inner = static_cast<int>(radius * letters_from);
    cv::rotate(polar.colRange(inner, polar.cols), strip, cv::ROTATE_90_COUNTERCLOCKWISE);
    cv::hconcat(strip, strip.colRange(0, static_cast<int>(strip.cols * overlap)), twice);
    return twice;
}

}  // namespace

CropAnswer read_stamp(tesseract::TessBaseAPI& tesseract, const Cutting& stamp) {
    CropAnswer answer;
    const cv::Mat ink = ink_of(stamp);
    if (cv::countNonZero(ink) == 0) return answer;
    const auto add = [&](const cv::Mat& pixels, Look look, tesseract::PageSegMode mode) {
        answer.readings.push_back(lines_of(read(tesseract, {pixels, stamp.frame, stamp.dpi, enlargement(pixels.size(), stamp.dpi)}, look, mode)));
    };
    const cv::Mat level = turned(stamp.pixels, tilt_of(ink, stamp.dpi), cv::mean(stamp.pixels, ~ink)[0]);
    add(level, Look::grey, tesseract::PSM_SINGLE_BLOCK);
    add(level, Look::local, tesseract::PSM_SPARSE_TEXT);
    const cv::Mat ring = ring_in(stamp, ink);
    if (ring.empty()) return answer;
    cv::Mat strip = unrolled(ring);
    add(strip, Look::grey, tesseract::PSM_SINGLE_BLOCK);
    cv::rotate(strip, strip, cv::ROTATE_180);
    add(strip, Look::grey, tesseract::PSM_SINGLE_BLOCK);
    return answer;
}

}  // namespace paraphe::ocr
