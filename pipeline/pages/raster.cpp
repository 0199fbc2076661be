#include "pages/raster.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

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
    constexpr double averaged = 0.25, coloured = 0.16, share = 5e-5;
    const cv::Scalar paper = paper_of(pixels);
    std::vector<cv::Mat> channels;
    cv::split(scaled(pixels, averaged), channels);
    cv::Mat most, least;
    for (int c = 0; c < 3; ++c) {
        cv::Mat light;
        channels[static_cast<std::size_t>(c)].convertTo(light, CV_32F, 1, 1);
        cv::log(light, light);
        const cv::Mat absorbed = std::log(paper[c] + 1) - light;
        most = c == 0 ? absorbed.clone() : cv::max(most, absorbed);
        least = c == 0 ? absorbed : cv::min(least, absorbed);
    }
    return cv::countNonZero(most - least > coloured) > share * static_cast<double>(most.total());
}

cv::Mat scaled(const cv::Mat& pixels, double factor) {
    if (factor == 1) return pixels;
    const cv::Size size(std::max(1, static_cast<int>(pixels.cols * factor + 0.5)), std::max(1, static_cast<int>(pixels.rows * factor + 0.5)));
    cv::Mat result;
    cv::resize(pixels, result, size, 0, 0, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

cv::Scalar paper_of(const cv::Mat& pixels) {
    const cv::Mat small = scaled(pixels, std::min(1.0, 200.0 / std::max(pixels.cols, pixels.rows)));
    std::vector<cv::Mat> channels;
    cv::split(small, channels);
    cv::Scalar paper;
    for (std::size_t c = 0; c < channels.size(); ++c) {
        std::vector<unsigned char> values(channels[c].begin<unsigned char>(), channels[c].end<unsigned char>());
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 85 / 100);
        std::nth_element(values.begin(), place, values.end());
        paper[static_cast<int>(c)] = *place;
    }
    return paper;
}

cv::Mat ink_of(const cv::Mat& grey, int window, double contrast) {
    cv::Mat ink;
    cv::adaptiveThreshold(grey, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, window | 1, contrast);
    return ink;
}

}  // namespace paraphe::pages
