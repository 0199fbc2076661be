#pragma once

#include "pages/pages.hpp"
#include "pages/raster.hpp"

namespace paraphe::pages {

/// Fills in of `page` all that follows from the picture alone: flat, colour, view, flattening, rotation, photo, ink_share,
/// legible, problem, lines, codes. `seen`: the page as a viewer shows it, dpi set.
void prepare(Page& page, const Raster& seen);

}  // namespace paraphe::pages
