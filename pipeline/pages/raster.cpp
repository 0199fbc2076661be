#include "pages/raster.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace paraphe::pages {

Picture to_picture(const cv::Mat& pixels, double dpi) {
    Picture picture{pixels.cols, pixels.rows, pixels.channels(), dpi, {}};
    const auto row = static_cast<std::size_t>(pixels.cols) * static_cast<std::size_t>(pixels.channels());
    picture.pixels.resize(row * static_cast<std::size_t>(pixels.rows));
    for (int y = 0; y < pixels.rows; ++y)
        std::copy_n(pixels.ptr(y), row, picture.pixels.data() + row * static_cast<std::size_t>(y));
    return picture;
}

cv::Mat as_mat(const Picture& picture) {
    if (!picture.consistent()) return {};
    return {picture.height, picture.width, picture.channels == 3 ? CV_8UC3 : CV_8UC1,
            const_cast<std::uint8_t*>(picture.pixels.data())};  // OpenCV has no view of constant pixels
}

cv::Mat grey_of(const cv::Mat& pixels) {
    if (pixels.channels() == 1) return pixels;
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

bool has_colour(const cv::Mat& pixels) {
    if (pixels.channels() != 3 || pixels.empty()) return false;
    // One pixel in four rows and columns: enough for a pen stroke of 2 pixels over 60.
    long coloured = 0, seen = 0;
    for (int y = 0; y < pixels.rows; y += 4) {
        const auto* row = pixels.ptr<cv::Vec3b>(y);
        for (int x = 0; x < pixels.cols; x += 4, ++seen) {
            const auto [low, high] = std::minmax({row[x][0], row[x][1], row[x][2]});
            coloured += high - low > 48;  // JPEG 4:2:0 around black print stays below 40
        }
    }
    return coloured > 12 && coloured * 20'000 > seen;
}

cv::Mat scaled(const cv::Mat& pixels, double factor) {
    if (factor == 1) return pixels;
    const cv::Size size(std::max(1, static_cast<int>(pixels.cols * factor + 0.5)), std::max(1, static_cast<int>(pixels.rows * factor + 0.5)));
    cv::Mat result;
    cv::resize(pixels, result, size, 0, 0, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

cv::Mat ink_of(const cv::Mat& grey, int window, double contrast) {
    cv::Mat ink;
    cv::adaptiveThreshold(grey, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, window | 1, contrast);
    return ink;
}

}  // namespace paraphe::pages
