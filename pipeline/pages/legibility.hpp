#pragma once

#include "model/page.hpp"
#include "pages/raster.hpp"

namespace paraphe::pages {

/// What the pixels alone say of a page; whether its words can be read, the OCR says in the end.
struct Legibility {
    PageProblem problem = PageProblem::none;
    bool legible = true;
    double ink_share = 0;
    double contrast = 0;       ///< of ink to paper, 0 to 255
    double edge_mm = 0;        ///< width of the edge from paper to ink, of the sharpest print
};

/// `flat`: the levelled, evened grey page. `paper`: brightness of the paper before it was evened.
[[nodiscard]] Legibility judge_legibility(const cv::Mat& flat, double dpi, double paper, bool cut_short);

}  // namespace paraphe::pages
