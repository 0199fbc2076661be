#pragma once

#include "model/crop.hpp"
#include "ocr/engine.hpp"

namespace paraphe::ocr {

/// Second looks at a part of a page: text, digits, every_way, stamp.
[[nodiscard]] CropAnswer read_crop(tesseract::TessBaseAPI& tesseract, const Picture& page, const CropRequest& request);

}  // namespace paraphe::ocr
