#include "marks/sheet.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace paraphe::marks {

namespace {

constexpr double kLargestSide = 2400;  // pixels at kDpi: 76 cm of paper

// Coloured ink is darkest in one channel, grey print in all: the mean of luma and minimum serves both.
cv::Mat grey(const Picture& page) {
    // cv::Mat wants a mutable pointer; the data are only read.
    auto* data = const_cast<std::uint8_t*>(page.pixels.data());
    if (page.channels == 1) return {page.height, page.width, CV_8UC1, data};
    const cv::Mat colour(page.height, page.width, CV_8UC3, data);
    cv::Mat out(page.height, page.width, CV_8UC1);
    for (int y = 0; y < out.rows; ++y) {
        const auto* from = colour.ptr<cv::Vec3b>(y);
        auto* to = out.ptr<std::uint8_t>(y);
        for (int x = 0; x < out.cols; ++x) {
            const int r = from[x][0], g = from[x][1], b = from[x][2];
            to[x] = static_cast<std::uint8_t>(((77 * r + 150 * g + 29 * b) / 256 + std::min({r, g, b})) / 2);
        }
    }
    return out;
}

double scale_to_net(const Picture& page, double enlarged) {
    const double longest = std::max(page.width, page.height);
    const double dpi = page.dpi >= 20 && page.dpi <= 2400 ? page.dpi : longest / 11.69;
    return std::min(enlarged * kDpi / dpi, kLargestSide / longest);
}

double ninth_decile(const cv::Mat& image) {
    std::vector<int> histogram(256, 0);
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x) ++histogram[image.at<std::uint8_t>(y, x)];
    const double want = 0.9 * static_cast<double>(image.total());
    double seen = 0;
    for (int v = 0; v < 256; ++v)
        if ((seen += histogram[static_cast<std::size_t>(v)]) >= want) return v;
    return 255;
}

}  // namespace

cv::Mat levelled(const Picture& page, double enlarged) {
    if (!page.consistent()) return {};
    const double scale = scale_to_net(page, enlarged);
    const cv::Size size(static_cast<int>(std::lround(page.width * scale)), static_cast<int>(std::lround(page.height * scale)));
    if (size.width < 16 || size.height < 16) return {};
    cv::Mat small;
    cv::resize(grey(page), small, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);

    // training/levelled.py does the same.
    cv::Mat coarse, paper;
    cv::resize(small, coarse, {std::max(1, size.width / 4), std::max(1, size.height / 4)}, 0, 0, cv::INTER_AREA);
    const double floor = std::max(30.0, 0.6 * ninth_decile(coarse));
    cv::dilate(coarse, coarse, cv::Mat::ones(9, 9, CV_8U));
    cv::blur(coarse, coarse, {9, 9});
    cv::resize(coarse, paper, size, 0, 0, cv::INTER_LINEAR);
    paper.convertTo(paper, CV_32F);
    paper = cv::max(paper, floor);
    small.convertTo(small, CV_32F);
    cv::Mat dark = 1.0 - small / paper;
    return cv::max(cv::min(dark, 1.0), 0.0);
}

}  // namespace paraphe::marks
