#pragma once

#include <opencv2/core.hpp>

namespace paraphe::pages {

/// How a page's text lies in its picture.
struct Stand {
    int turn = 0;            ///< degrees clockwise (0, 90, 180, 270) by which the picture must be turned to stand upright
    bool sure = true;        ///< the letters' shapes leave no doubt
    double skew = 0;         ///< degrees clockwise by which the turned picture must be turned further for level lines
};

/// Looks at a grey picture of paper (no desk around it).
[[nodiscard]] Stand find_stand(const cv::Mat& grey, double dpi);

}  // namespace paraphe::pages
