#pragma once

#include "model/box.hpp"
#include "model/picture.hpp"

#include <string>
#include <vector>

namespace paraphe::app {

/// The picture as a JPEG file, quality 0 to 100; "" for an inconsistent picture, or one longer than the format allows.
[[nodiscard]] std::string encode_jpeg(const Picture& picture, int quality = 78);

/// The picture with each box (fractions of it) made unreadable: averaged over tiles of about a letter's height.
[[nodiscard]] Picture blurred(Picture picture, const std::vector<Box>& boxes);

}  // namespace paraphe::app
