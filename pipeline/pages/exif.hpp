#pragma once

#include <span>

namespace paraphe::pages {

/// The EXIF orientation (1 to 8) that a JPEG, PNG or WebP file states; 1 when it states none.
[[nodiscard]] int exif_orientation(std::span<const unsigned char> bytes);

}  // namespace paraphe::pages
