#pragma once

#include "model/page.hpp"
#include "pages/page_content.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace paraphe::pages {

/// What a text layer is worth beside the picture.
struct LayerVerdict {
    bool serves = false;             ///< visible, plausible, and all the page's print is in it
    bool rejected = false;           ///< it says something that the picture does not show
    std::vector<Overlay> overlays;
};

/// Judges the words of a layer (boxes on the viewer's page) against the viewer's picture and the page's program.
[[nodiscard]] LayerVerdict judge_layer(const std::vector<Word>& words, int outside, const cv::Mat& grey, double dpi, const PageContent& content);

/// Gives the words their lines and reading order, for a page that must be turned by `rotation` to stand upright.
void number_lines(std::vector<Word>& words, int rotation);

}  // namespace paraphe::pages
