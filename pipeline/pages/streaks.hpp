#pragma once

#include <opencv2/core.hpp>

namespace paraphe::pages {

/// The picture without the thin lines that dust on a scanner's sensor draws from one edge to the other, along the columns (or, of a scan
/// that was turned since, the rows). Print that a line crosses stays; a printed rule ends before the picture does and stays, too. Grey or
/// RGB; the same pixels when there is no such line.
[[nodiscard]] cv::Mat without_streaks(const cv::Mat& pixels);

}  // namespace paraphe::pages
