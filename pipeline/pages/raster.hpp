#pragma once

#include "model/picture.hpp"

#include <opencv2/core.hpp>

namespace paraphe::pages {

/// A page as a viewer shows it, drawn or decoded: CV_8UC1 grey or CV_8UC3 red, green, blue.
struct Raster {
    cv::Mat pixels;
    double dpi = 0;              ///< of the paper; 0 when the file does not say
    bool one_picture = false;    ///< the page is one picture (a scan, a photograph), not drawn by a program
    bool bilevel = false;        ///< every pixel is black or white in the source
    bool cut_short = false;      ///< the file ends before the picture does
};

[[nodiscard]] Picture to_picture(const cv::Mat& pixels, double dpi);
/// Borrows the picture's pixels.
[[nodiscard]] cv::Mat as_mat(const Picture& picture);
/// Grey of a grey or RGB matrix; shares the pixels of a grey one.
[[nodiscard]] cv::Mat grey_of(const cv::Mat& pixels);
/// Does the picture show colour (ink, stamps, logos), beyond what JPEG puts around black print? Pale stamps do: what each channel absorbs of
/// the paper's light is compared, averaged over four pixels by four, in which a file's noise goes out and an ink's hue stays.
[[nodiscard]] bool has_colour(const cv::Mat& pixels);
/// The colour of the paper: bright, at 85 of a hundred of each channel.
[[nodiscard]] cv::Scalar paper_of(const cv::Mat& pixels);
/// Scaled by `factor` with averaging when smaller, cubic when larger.
[[nodiscard]] cv::Mat scaled(const cv::Mat& pixels, double factor);
/// Black ink as 255 on 0, by comparing each pixel to the mean of its surroundings (`window` pixels, odd).
[[nodiscard]] cv::Mat ink_of(const cv::Mat& grey, int window, double contrast);

}  // namespace paraphe::pages
