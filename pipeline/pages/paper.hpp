#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace paraphe::pages {

/// A sheet of paper found in a photograph.
struct Paper {
    std::array<cv::Point2d, 4> corners;  ///< pixels of the picture: top left, top right, bottom right, bottom left
    cv::Size size;                       ///< of the flattened sheet, in pixels, so that nothing is lost
    double dpi = 0;                      ///< of the flattened sheet: A4 or a cheque by its proportions, else A4's long side
};

/// Finds the sheet that lies on something darker or of another colour. Nothing when the picture is all paper (a scan)
/// or its edges are not clear.
[[nodiscard]] std::optional<Paper> find_paper(const cv::Mat& pixels);

}  // namespace paraphe::pages
