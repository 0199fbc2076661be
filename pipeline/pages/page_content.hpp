#pragma once

#include "model/box.hpp"

#include <vector>

namespace paraphe::pages {

/// Something a page's program paints, in the order of painting. Boxes on the page as a viewer shows it.
struct PaintedImage {
    int order = 0;
    Box box;
    int width = 0, height = 0;  ///< pixels of the source
    bool bilevel = false;
    bool opaque = true;         ///< no mask lets what is under it show through
};

struct PaintedRectangle {
    int order = 0;
    Box box;
};

struct ShownText {
    int order = 0;
    double x = 0, y = 0;        ///< where the first letter's base line begins
    double height = 0;          ///< of the letters
    bool visible = true;        ///< not in render mode 3 or 7, which paint nothing
};

struct PageContent {
    double width = 0, height = 0;             ///< points, as a viewer shows it
    std::vector<PaintedImage> images;
    std::vector<PaintedRectangle> whites;     ///< opaque white rectangles
    std::vector<ShownText> texts;
    bool complete = true;                     ///< false: too long or broken, what follows is unknown

    /// The image that is the whole page, or null.
    [[nodiscard]] const PaintedImage* full_page_image() const;
};

}  // namespace paraphe::pages
