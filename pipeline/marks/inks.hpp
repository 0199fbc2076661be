#pragma once

#include "model/box.hpp"
#include "model/picture.hpp"

#include <vector>

namespace paraphe::marks {

/// The page twice, in `box` each time with one of its two inks alone: a signature in black over a blue stamp. Nothing when the page is
/// grey or the box does not hold two inks of clearly different colours.
///
/// Light that passes through two inks is weakened by both, so their absorbances (-log of what is left of the paper's light, a channel each)
/// add up; each pixel is parted into the two directions that its box is made of. Ruifrok and Johnston, Quantification of histochemical
/// staining by color deconvolution, 2001.
[[nodiscard]] std::vector<Picture> inks_apart(const Picture& page, const Box& box);

}  // namespace paraphe::marks
