#pragma once

#include "model/page.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace paraphe::pages {

/// Printed straight lines of at least 10 mm, level or upright, on a levelled grey picture; in its fractions.
[[nodiscard]] std::vector<RuledLine> find_ruled_lines(const cv::Mat& grey, double dpi);

}  // namespace paraphe::pages
