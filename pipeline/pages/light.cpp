#include "pages/light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace paraphe::pages {

Light light_of(const cv::Mat& grey, double dpi) {
    // Paper is what remains when letters are closed: brightest of 8 x 8 pixels first, then over 5 mm, smoothed.
    Light light;
    cv::Mat bright;
    cv::dilate(grey, bright, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::resize(bright, bright, {std::max(1, grey.cols / 8), std::max(1, grey.rows / 8)}, 0, 0, cv::INTER_AREA);
    const int reach = std::clamp(static_cast<int>(dpi * 0.2 / 8) | 1, 3, 31);
    cv::morphologyEx(bright, bright, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
    cv::medianBlur(bright, bright, 5);
    cv::GaussianBlur(bright, light.paper, {}, reach / 3.0);
    std::vector<unsigned char> values(light.paper.begin<unsigned char>(), light.paper.end<unsigned char>());
    const auto at = [&](double part) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return static_cast<double>(*place);
    };
    light.least = at(0.05);
    light.most = at(0.95);
    return light;
}

cv::Mat evened(const cv::Mat& pixels, const Light& light) {
    cv::Mat paper, result(pixels.size(), pixels.type());
    cv::resize(light.paper, paper, pixels.size(), 0, 0, cv::INTER_LINEAR);
    const int channels = pixels.channels();
    for (int y = 0; y < pixels.rows; ++y) {
        const auto* in = pixels.ptr(y);
        const auto* base = paper.ptr(y);
        auto* out = result.ptr(y);
        for (int x = 0; x < pixels.cols; ++x) {
            const int white = std::max<int>(base[x], 24);  // a black border stays black
            for (int c = 0; c < channels; ++c) out[x * channels + c] = static_cast<unsigned char>(std::min(255, in[x * channels + c] * 250 / white));
        }
    }
    return result;
}

}  // namespace paraphe::pages
