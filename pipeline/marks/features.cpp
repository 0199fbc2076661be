#include "marks/features.hpp"

#include "marks/sheet.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace paraphe::marks {

namespace {

constexpr double kFineMm = 25.4 / kDpi;

// Mean of `map` over the pixels of `mask`.
double mean(const cv::Mat& map, const cv::Rect& at, const cv::Mat& mask) { return cv::mean(map(at), mask)[0]; }

cv::Rect grown(const cv::Rect& r, int by, const cv::Size& limit) {
    return cv::Rect(r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by) & cv::Rect({0, 0}, limit);
}

double share_above(const cv::Mat& map, const cv::Rect& at, double level) {
    return at.area() > 0 ? static_cast<double>(cv::countNonZero(map(at) > level)) / at.area() : 0;
}

struct StrokeWidth {
    double mean = 0, spread = 0;
};

// From the distance transform's ridge: the width of the strokes in millimetres.
StrokeWidth stroke_width(const cv::Mat& ink) {
    cv::Mat padded, distance, ridge;
    cv::copyMakeBorder(ink, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, 0);
    cv::distanceTransform(padded, distance, cv::DIST_L2, 3);
    cv::dilate(distance, ridge, cv::Mat::ones(3, 3, CV_8U));
    const cv::Mat crest = (distance >= ridge) & padded;
    cv::Scalar m, s;
    cv::meanStdDev(distance, m, s, crest);
    return {2 * m[0] * kFineMm, 2 * s[0] * kFineMm};
}

// How the edges' directions are spread over four sectors: print stands upright and level, a hand leans.
std::array<double, 4> directions(const cv::Mat& dark) {
    cv::Mat gx, gy;
    cv::Sobel(dark, gx, CV_32F, 1, 0);
    cv::Sobel(dark, gy, CV_32F, 0, 1);
    std::array<double, 4> sum{};
    double all = 1e-6;
    for (int y = 0; y < dark.rows; ++y)
        for (int x = 0; x < dark.cols; ++x) {
            const double a = gx.at<float>(y, x), b = gy.at<float>(y, x), size = std::hypot(a, b);
            if (size < 0.1) continue;
            double turn = std::atan2(b, a) / CV_PI + 1.0 / 8;  // sector 0 round the horizontal
            turn -= std::floor(turn);
            sum[static_cast<std::size_t>(std::min(3, static_cast<int>(turn * 4)))] += size;
            all += size;
        }
    for (auto& v : sum) v /= all;
    return sum;
}

cv::Mat patch(const InkMaps& maps, const Candidate& c) {
    // The box with a margin, stretched to the patch's shape in the smaller way: proportions are kept.
    const double mw = c.cell.width * 1.3 + 5, mh = c.cell.height * 1.3 + 5;
    const double scale = std::min(kPatchWidth / mw, kPatchHeight / mh);  // patch pixels a map pixel
    const double left = c.cell.x + c.cell.width / 2.0 - kPatchWidth / scale / 2, top = c.cell.y + c.cell.height / 2.0 - kPatchHeight / scale / 2;
    const std::array<int, 4> shape{1, kPatchChannels, kPatchHeight, kPatchWidth};
    cv::Mat out(4, shape.data(), CV_32F, cv::Scalar(0));
    const auto draw = [&](const cv::Mat& map, double map_scale, int channel) {
        cv::Mat plane(kPatchHeight, kPatchWidth, CV_32F, out.ptr<float>(0, channel));
        const double k = scale / map_scale;  // patch pixels a pixel of `map`
        cv::Mat source = map;
        double ox = left * map_scale, oy = top * map_scale, s = k;
        if (k < 0.5) {  // shrunk first by area: no aliasing
            const cv::Rect part = cv::Rect(static_cast<int>(std::floor(ox)), static_cast<int>(std::floor(oy)),
                                           static_cast<int>(std::ceil(kPatchWidth / k)) + 2, static_cast<int>(std::ceil(kPatchHeight / k)) + 2) &
                                  cv::Rect({0, 0}, map.size());
            if (part.area() == 0) return;
            cv::resize(map(part), source, {}, 2 * k, 2 * k, cv::INTER_AREA);
            const double kx = static_cast<double>(source.cols) / part.width;
            ox = (ox - part.x) * kx;
            oy = (oy - part.y) * kx;
            s = k / kx;
        }
        const cv::Matx23d turn(s, 0, -ox * s, 0, s, -oy * s);
        cv::warpAffine(source, plane, turn, plane.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
    };
    draw(maps.dark, 2, 0);
    draw(maps.print, 1, 1);
    draw(maps.pen, 1, 2);
    draw(maps.stamp, 1, 3);
    return out;
}

}  // namespace

Description describe(const InkMaps& maps, const Candidate& c) {
    Description d;
    const cv::Size map_size = maps.pen.size();
    const cv::Mat& own = c.layer == Layer::pen ? maps.pen : maps.stamp;
    const double ink_pixels = std::max(1, cv::countNonZero(c.mask));
    const double w = c.box.width * kFineMm, h = c.box.height * kFineMm;
    const double page_w = maps.dark.cols * kFineMm, page_h = maps.dark.rows * kFineMm;
    cv::Mat fine;
    cv::resize(c.mask, fine, {c.cell.width * 2, c.cell.height * 2}, 0, 0, cv::INTER_NEAREST);
    const cv::Rect wide = cv::Rect(c.cell.x * 2, c.cell.y * 2, c.cell.width * 2, c.cell.height * 2) & cv::Rect({0, 0}, maps.dark.size());
    fine = fine(cv::Rect(0, 0, wide.width, wide.height));
    const cv::Mat dark = maps.dark(wide);
    const cv::Mat inside = (dark > 0.15) & fine;
    const double dark_all = std::max(1, cv::countNonZero(dark > 0.15)), dark_own = std::max(1, cv::countNonZero(inside));
    const auto width = stroke_width(inside);
    const auto turns = directions(dark);
    cv::Scalar level, spread;
    cv::meanStdDev(dark, level, spread, inside);
    double strongest = 0;
    cv::minMaxLoc(own(c.cell), nullptr, &strongest, nullptr, nullptr, c.mask);
    cv::Mat labels;
    const int pieces = cv::connectedComponents(inside, labels, 8, CV_32S) - 1;
    const cv::Rect around = grown(c.cell, 8, map_size), page_wide = grown(c.cell, 32, map_size);

    std::size_t i = 0;
    const auto put = [&](double v) { d.figures[i++] = static_cast<float>(v); };
    put(c.layer == Layer::stamp);
    put(std::log(w + 0.5));
    put(std::log(h + 0.5));
    put(std::log(w / h + 0.01));
    put(std::log(ink_pixels * kMapMm * kMapMm));
    put(dark_own / static_cast<double>(std::max(1, wide.area())));
    put(mean(own, c.cell, c.mask));
    put(strongest);
    put(mean(maps.print, c.cell, c.mask));
    put(mean(maps.pen, c.cell, c.mask));
    put(mean(maps.stamp, c.cell, c.mask));
    put(mean(maps.trace, c.cell, c.mask));
    put(dark_own / dark_all);
    put(width.mean);
    put(width.spread);
    put(dark_own * kFineMm * kFineMm / (width.mean + 0.1) / (w + h));  // stroke length against the box
    put(level[0]);
    put(spread[0]);
    put(std::log(1.0 + pieces));
    for (const double t : turns) put(t);
    put(c.box.x * kFineMm / 100);
    put(c.box.y * kFineMm / 100);
    put((page_w - (c.box.x + c.box.width) * kFineMm) / 100);
    put((page_h - (c.box.y + c.box.height) * kFineMm) / 100);
    put(share_above(maps.print, around, 0.5));
    put(share_above(maps.print, page_wide, 0.5));
    put(share_above(maps.pen, page_wide, 0.5));
    put(share_above(maps.stamp, around, 0.4));
    put(std::min(page_w, page_h) / 100);
    static_assert(kFeatures == 32);
    d.patch = patch(maps, c);
    return d;
}

}  // namespace paraphe::marks
