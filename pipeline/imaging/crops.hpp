#pragma once

#include "model/box.hpp"
#include "model/picture.hpp"

#include <opencv2/core.hpp>

namespace paraphe::imaging {

/// Borrows the picture's pixels; an RGB picture is made grey. Empty when the picture is not consistent.
[[nodiscard]] cv::Mat grey_of(const Picture& picture);
/// The pixels of a picture of that size which `box` touches.
[[nodiscard]] cv::Rect pixels_of(const Box& box, const cv::Size& size);
/// The part of `page` under `box`, grown by `margin` pixels and kept on the page; `frame` gets its box. Empty under four pixels.
[[nodiscard]] cv::Mat cut(const Picture& page, const Box& box, int margin, Box& frame);
/// 0 = paper, 1 = black, whatever the light on the paper: against a closing by a square of `reach` pixels, wider than any stroke.
[[nodiscard]] cv::Mat darkness(const cv::Mat& grey, int reach);

}  // namespace paraphe::imaging
