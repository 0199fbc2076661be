#pragma once

#include "model/page.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace paraphe::pages {

/// QR codes and DataMatrix codes of a grey picture, boxes in its fractions.
[[nodiscard]] std::vector<Code> find_codes(const cv::Mat& grey, double dpi);

}  // namespace paraphe::pages
