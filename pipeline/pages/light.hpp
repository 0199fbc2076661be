#pragma once

#include <opencv2/core.hpp>

namespace paraphe::pages {

/// How the paper's own brightness varies over the picture.
struct Light {
    cv::Mat paper;             ///< brightness of the paper, small (one pixel is 1/8 of a picture's), CV_8UC1
    double least = 255, most = 255;  ///< 5th and 95th of a hundred
    [[nodiscard]] bool even() const { return most - least < 18 && least > 200; }
};

[[nodiscard]] Light light_of(const cv::Mat& grey, double dpi);
/// Divides by the paper's brightness, so that paper is white everywhere and ink keeps its contrast. Grey or RGB.
[[nodiscard]] cv::Mat evened(const cv::Mat& pixels, const Light& light);

}  // namespace paraphe::pages
