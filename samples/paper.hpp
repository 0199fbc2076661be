#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <string>
#include <string_view>

#include "samples/sheet.hpp"

namespace paraphe::samples {

/// A page as a scanner, a fax or a telephone delivers it.
struct Picture {
    cv::Mat pixels;              ///< 8 bits; one channel or three (blue, green, red)
    double dpi = 200;            ///< of the page in it
    bool bilevel = false;
    int jpeg_quality = 75;
    cv::Matx33d map = cv::Matx33d::eye();  ///< fractions of the sheet -> fractions of the picture
};

/// Where a box of the sheet, in mm, lies in the picture: fractions, the rectangle around its four corners.
Rect on_picture(const Picture& picture, const Sheet& sheet, const Rect& box);

cv::Mat painted(const Sheet& sheet, double dpi);

/// mode: scan_gray, scan_colour, scan_bw, fax, photo, clean.
Picture delivered(const Sheet& sheet, std::string_view mode, double dpi, Random& rng);
/// Turns the picture by quarter turns clockwise; boxes stay on the upright page.
cv::Mat quarter_turned(const cv::Mat& pixels, int degrees);

}  // namespace paraphe::samples
