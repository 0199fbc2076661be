#pragma once

#include "model/picture.hpp"

#include <opencv2/core.hpp>

namespace paraphe::marks {

/// The resolution at which the net was trained; its maps have half of it.
inline constexpr double kDpi = 80;
inline constexpr double kMapDpi = kDpi / 2;
inline constexpr double kMapMm = 25.4 / kMapDpi;  ///< side of a map pixel

/// A page as the net sees it: darkness against the local paper, 0 to 1 (CV_32F), at kDpi. Empty when the
/// picture is inconsistent or thinner than a few pixels. A picture of unknown dpi is taken for A4.
/// Very large sheets come out at a lower resolution, so that memory and time stay bounded. `enlarged`: as if all on it were so much larger.
[[nodiscard]] cv::Mat levelled(const Picture& page, double enlarged = 1);

}  // namespace paraphe::marks
