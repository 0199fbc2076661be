#pragma once

#include <opencv2/core.hpp>

namespace paraphe::hand {

/// A grey crop as if its dotted lines to write on had not been printed; `mm`: pixels a millimetre. A dot that ink touches belongs to the ink,
/// and one that stands with few others (over an i, after a figure) stays.
[[nodiscard]] cv::Mat without_dotted_lines(const cv::Mat& grey, double mm);

}  // namespace paraphe::hand
