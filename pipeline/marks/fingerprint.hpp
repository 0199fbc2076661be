#pragma once

#include "marks/candidates.hpp"

#include <string>

namespace paraphe::marks {

/// 16 hex digits, equal for marks whose ink is the same to the pixel, whatever lies beside it.
[[nodiscard]] std::string fingerprint(const InkMaps& maps, const Candidate& mark);

/// Does the mark lie on a patch whose paper differs sharply, along straight edges, from the paper round it?
/// `page` is the picture itself in grey (CV_8U), `box` in its pixels, `dpi` its resolution.
[[nodiscard]] bool on_a_patch(const cv::Mat& page, const cv::Rect& box, double dpi);

}  // namespace paraphe::marks
