#pragma once

#include "model/box.hpp"
#include "ocr/engine.hpp"

#include <opencv2/core.hpp>

#include <string>

namespace paraphe::ocr {

/// A grey part of a page on its way to the engine, which is given it enlarged.
struct Cutting {
    cv::Mat pixels;
    Box frame;                        ///< where it lies, in fractions of the page
    double dpi = 200, factor = 2;     ///< of the pixels; by which they are enlarged
};

/// The renderings of a crop; a reading that survives another one means something.
enum class Look { grey, local, bold };

/// To twice what a page is read at; a whole page stays as it is.
[[nodiscard]] double enlargement(const cv::Size& size, double dpi);
[[nodiscard]] Recognised read(tesseract::TessBaseAPI& tesseract, const Cutting& cutting, Look look, tesseract::PageSegMode mode);
/// One line or several, by the crop's height.
[[nodiscard]] tesseract::PageSegMode mode_for(const Cutting& cutting);
/// What was read, its lines parted by line feeds.
[[nodiscard]] std::string lines_of(const Recognised& seen);

}  // namespace paraphe::ocr
