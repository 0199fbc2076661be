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

/// Is there ink of letters' height in a gap between words, or beside a line, in which nothing was read? Along dotted lines the
/// analysis of a page's layout loses words that are plain to see.
[[nodiscard]] bool ink_between_words(const cv::Mat& grey, std::span<const Word> words);

}  // namespace paraphe::ocr
