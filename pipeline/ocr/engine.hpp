#pragma once

#include "model/box.hpp"
#include "model/picture.hpp"
#include "ocr/ocr.hpp"

#include <tesseract/baseapi.h>

#include <opencv2/core.hpp>

#include <span>
#include <string>

namespace paraphe::ocr {

/// One reading of a picture by Tesseract. `frame`: where the picture lies on the page whose fractions the words' boxes are in.
[[nodiscard]] Recognised recognise(tesseract::TessBaseAPI& tesseract, const cv::Mat& grey, double dpi, tesseract::PageSegMode mode,
                                   const Box& frame = {0, 0, 1, 1});

}  // namespace paraphe::ocr
