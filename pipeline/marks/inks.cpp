#include "marks/inks.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

namespace paraphe::marks {

namespace {

using Inks = std::array<cv::Vec3f, 2>;

constexpr float kInk = 0.3F;           // absorbance that has a colour
constexpr double kApart = 0.12;        // radians between two inks
constexpr double kDistinct = 3.5;      // of their own spread; the halves of one ink's noise lie 2.7 apart
constexpr double kLeastShare = 0.08;   // of the ink, for a second one
constexpr int kMostSamples = 20'000;
constexpr double kPaperMm = 4;         // strokes are narrower
constexpr double kGrainMm = 0.13;      // a camera's noise, finer than a stroke: smoothed while the inks are looked for, not while they are parted

cv::Mat3f absorbance(const cv::Mat3b& colour, double mm) {
    cv::Mat paper;
    const int reach = std::max(3, static_cast<int>(kPaperMm * mm)) | 1;
    cv::dilate(colour, paper, cv::Mat::ones(reach, reach, CV_8U));
    cv::blur(paper, paper, {reach, reach});
    const cv::Mat3b bright = paper;
    cv::Mat3f out(colour.size());
    for (int y = 0; y < colour.rows; ++y)
        for (int x = 0; x < colour.cols; ++x)
            for (int c = 0; c < 3; ++c)
                out(y, x)[c] = std::max(0.0F, std::log(static_cast<float>(bright(y, x)[c] + 1) / static_cast<float>(colour(y, x)[c] + 1)));
    return out;
}

std::vector<cv::Vec3f> directions_of(const cv::Mat3f& absorbed) {
    std::vector<cv::Vec3f> out;
    for (const auto& a : absorbed)
        if (const auto length = static_cast<float>(cv::norm(a)); std::max({a[0], a[1], a[2]}) > kInk) out.push_back(a / length);
    if (out.size() > kMostSamples) {
        const std::size_t step = out.size() / kMostSamples + 1;
        for (std::size_t i = 0; i * step < out.size(); ++i) out[i] = out[i * step];
        out.resize(out.size() / step);
    }
    return out;
}

std::optional<Inks> two_inks(const std::vector<cv::Vec3f>& directions) {
    if (directions.size() < 200) return {};
    const cv::Mat samples(static_cast<int>(directions.size()), 3, CV_32F, const_cast<cv::Vec3f*>(directions.data()));
    cv::Mat labels, centres;
    cv::setRNGSeed(1);  // the same page twice must be the same answer
    const double squares = cv::kmeans(samples, 2, labels, cv::TermCriteria(cv::TermCriteria::COUNT + cv::TermCriteria::EPS, 30, 1e-4), 3, cv::KMEANS_PP_CENTERS, centres);
    const double second = static_cast<double>(cv::countNonZero(labels)) / static_cast<double>(directions.size());
    if (std::min(second, 1 - second) < kLeastShare) return {};
    const double spread = std::sqrt(squares / static_cast<double>(directions.size()));
    if (cv::norm(centres.row(0), centres.row(1)) < kDistinct * spread) return {};
    Inks inks{cv::Vec3f(centres.ptr<float>(0)), cv::Vec3f(centres.ptr<float>(1))};
    for (auto& ink : inks) ink /= static_cast<float>(cv::norm(ink));
    if (std::acos(std::clamp(static_cast<double>(inks[0].dot(inks[1])), -1.0, 1.0)) < kApart) return {};
    return inks;
}

/// How much of each ink makes that absorbance: least squares, neither below zero.
cv::Vec2f parts_of(const cv::Vec3f& absorbed, const Inks& inks) {
    const float both = inks[0].dot(inks[1]), a = absorbed.dot(inks[0]), b = absorbed.dot(inks[1]);
    const float first = (a - both * b) / (1 - both * both), second = (b - both * a) / (1 - both * both);
    if (first < 0) return {0, std::max(0.0F, b)};
    if (second < 0) return {std::max(0.0F, a), 0};
    return {first, second};
}

}  // namespace

std::vector<Picture> inks_apart(const Picture& page, const Box& box) {
    if (!page.consistent() || page.channels != 3 || page.dpi <= 0) return {};
    const cv::Rect place = imaging::pixels_of(box, {page.width, page.height});
    if (place.area() == 0) return {};
    // cv::Mat wants a mutable pointer; the data are only read.
    const cv::Mat3b whole(page.height, page.width, reinterpret_cast<cv::Vec3b*>(const_cast<std::uint8_t*>(page.pixels.data())));
    const double mm = page.dpi / 25.4;
    const cv::Mat3f absorbed = absorbance(whole(place), mm);
    cv::Mat3b smooth;
    cv::GaussianBlur(whole(place), smooth, {}, kGrainMm * mm);
    const auto inks = two_inks(directions_of(absorbance(smooth, mm)));
    if (!inks) return {};
    std::vector<Picture> out;
    for (const std::size_t kept : {0U, 1U}) {
        const std::size_t other = 1 - kept;
        Picture& alone = out.emplace_back(page);
        cv::Mat3b canvas(page.height, page.width, reinterpret_cast<cv::Vec3b*>(alone.pixels.data()));
        for (int y = 0; y < place.height; ++y)
            for (int x = 0; x < place.width; ++x) {
                const float removed = parts_of(absorbed(y, x), *inks)[static_cast<int>(other)];
                auto& pixel = canvas(y + place.y, x + place.x);
                for (int c = 0; c < 3; ++c)
                    pixel[c] = cv::saturate_cast<std::uint8_t>(static_cast<float>(pixel[c]) * std::exp(removed * (*inks)[other][c]));
            }
    }
    return out;
}

}  // namespace paraphe::marks
