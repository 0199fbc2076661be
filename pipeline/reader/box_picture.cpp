#include "reader/box_picture.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace paraphe::reader {

namespace {

using Matrix = cv::Matx33d;

/// From a pixel's place in a picture of `box` to fractions of the page; a pixel's value belongs to its centre.
Matrix to_fractions(const Box& box, cv::Size size) {
    const double dx = box.w / size.width, dy = box.h / size.height;
    return {dx, 0, box.x + dx / 2, 0, dy, box.y + dy / 2, 0, 0, 1};
}

}  // namespace

Picture box_picture(const pages::Page& page, const Box& box, double dpi, std::int64_t most_pixels) {
    const Picture& source = page.colour.empty() ? page.flat : page.colour;
    Box shown = intersection(box, Box{0, 0, 1, 1});
    if (shown.empty()) shown = {0, 0, 1, 1};
    if (!source.consistent()) return page.view;

    const double width = shown.w * page.width_mm / 25.4 * dpi, height = shown.h * page.height_mm / 25.4 * dpi;
    const double shrink = std::min(1.0, std::sqrt(static_cast<double>(most_pixels) / 4 / std::max(1.0, width * height)));
    const cv::Size size(std::max(1, static_cast<int>(std::lround(width * shrink))), std::max(1, static_cast<int>(std::lround(height * shrink))));

    const int type = source.channels == 3 ? CV_8UC3 : CV_8UC1;
    // OpenCV's header of pixels that it only reads.
    cv::Mat flat(source.height, source.width, type, const_cast<std::uint8_t*>(source.pixels.data()));
    const double fewer = dpi * shrink / std::max(1.0, source.dpi);
    if (fewer < 0.7) cv::resize(flat, flat, {}, fewer, fewer, cv::INTER_AREA);  // else thin strokes fall between the samples

    const Matrix to_viewer(page.flattening.matrix);
    const Matrix flat_fractions = to_fractions({0, 0, 1, 1}, flat.size());
    const Matrix from_target = flat_fractions.inv() * to_viewer.inv() * to_fractions(shown, size);
    Picture out{size.width, size.height, source.channels, dpi * shrink, {}};
    out.pixels.resize(static_cast<std::size_t>(size.area()) * static_cast<std::size_t>(source.channels));
    cv::Mat target(size, type, out.pixels.data());
    cv::warpPerspective(flat, target, from_target, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return out;
}

}  // namespace paraphe::reader
