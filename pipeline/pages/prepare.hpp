#pragma once

#include "pages/pages.hpp"
#include "pages/raster.hpp"

namespace paraphe::pages {

/// Fills in of `page` all that follows from the picture alone: flat, colour, view, flattening, rotation, photo, ink_share,
/// legible, problem, lines, codes. `seen`: the page as a viewer shows it, dpi set. `known_turn`: degrees clockwise that are known
/// to make it stand upright (from a text layer that serves), or -1.
void prepare(Page& page, const Raster& seen, int known_turn = -1);

}  // namespace paraphe::pages
