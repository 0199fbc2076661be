#pragma once

#include "pages/pages.hpp"

namespace paraphe::reader {

/// The pixels of a box (empty: the whole) of the page as a viewer shows it, taken from the prepared picture at `dpi` or a little less,
/// so that it has at most `most_pixels`. In colour when the page has colour. What lies beyond the flattened paper is white.
[[nodiscard]] Picture box_picture(const pages::Page& page, const Box& box, double dpi, std::int64_t most_pixels);

}  // namespace paraphe::reader
