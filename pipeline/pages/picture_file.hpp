#pragma once

#include "model/limits.hpp"
#include "model/result.hpp"
#include "pages/raster.hpp"

#include <span>

namespace paraphe::pages {

/// How many pictures the file holds (TIFF: its pages). Errors: unsupported, damaged, empty, too_large.
[[nodiscard]] Result<int> count_pictures(std::span<const unsigned char> bytes, const Limits& limits);
/// Decodes picture `number` (from 1) as a viewer shows it: EXIF orientation applied, transparency laid on white.
/// Errors: damaged, unsupported, too_large (found out before any memory is taken).
[[nodiscard]] Result<Raster> decode_picture(std::span<const unsigned char> bytes, int number, const Limits& limits);

}  // namespace paraphe::pages
