#pragma once

#include "model/crop.hpp"
#include "ocr/cutting.hpp"

namespace paraphe::ocr {

/// What a stamp says, as `readings`: levelled, in two renderings; of a round or oval one also its ring, unrolled, once for letters that
/// stand outwards and once for those that stand inwards. A stamp is set by hand and leans, so that reading the page loses it.
[[nodiscard]] CropAnswer read_stamp(tesseract::TessBaseAPI& tesseract, const Cutting& stamp);

}  // namespace paraphe::ocr
