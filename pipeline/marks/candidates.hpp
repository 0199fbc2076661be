#pragma once

#include "marks/segmenter.hpp"

#include <opencv2/core.hpp>

#include <vector>

namespace paraphe::marks {

enum class Layer { pen, stamp };

/// Ink that may be one mark: a group of strokes found near each other on one layer.
struct Candidate {
    Layer layer = Layer::pen;
    cv::Rect box;   ///< tight round the ink, in pixels of `InkMaps::dark` (kDpi)
    cv::Rect cell;  ///< the same in map pixels, whole
    cv::Mat mask;   ///< CV_8U of `cell`'s size: which map pixels are the group's ink
};

/// Groups at three reaches (strokes joined over short, middle and long gaps): the verifier chooses among them.
/// At most a few hundred, the largest first; those below a millimetre or two are left out.
[[nodiscard]] std::vector<Candidate> candidates(const InkMaps& maps);

/// How dark the candidate's strokes are, 0 to 1: the ninth decile of `InkMaps::dark` under its mask. The darkest tenth is
/// the strokes' core, whatever their breadth and however the mask's edge lies.
[[nodiscard]] double darkness(const InkMaps& maps, const Candidate& candidate);

}  // namespace paraphe::marks
