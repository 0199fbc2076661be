#pragma once

#include "model/limits.hpp"
#include "model/result.hpp"
#include "pages/raster.hpp"

#include <span>

namespace paraphe::pages {

/// Decodes a JPEG (grey, YCbCr, CMYK), not turned by its EXIF orientation. A very large one is halved while it is
/// decoded. What is missing at the end of a file cut short is grey, and `cut_short` says so.
[[nodiscard]] Result<Raster> decode_jpeg(std::span<const unsigned char> bytes, const Limits& limits);

}  // namespace paraphe::pages
