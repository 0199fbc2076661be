#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace paraphe::hand {

/// Where lines of writing lie on a grey crop, top first, in its pixels; `mm`: pixels a millimetre. Ruled lines do not count as ink. What is
/// too tall for one line (a stroke of a signature joins two) comes as overlapping windows.
[[nodiscard]] std::vector<cv::Rect> lines_in(const cv::Mat& grey, double mm);

}  // namespace paraphe::hand
