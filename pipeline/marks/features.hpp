#pragma once

#include "marks/candidates.hpp"

#include <array>

namespace paraphe::marks {

inline constexpr int kFeatures = 32;
inline constexpr int kPatchHeight = 48, kPatchWidth = 96, kPatchChannels = 4;

/// What the verifier sees of a candidate: figures (millimetres, shares) and a small picture of it and its neighbourhood.
struct Description {
    std::array<float, kFeatures> figures{};
    cv::Mat patch;  ///< CV_32F, 1 x kPatchChannels x kPatchHeight x kPatchWidth: darkness, print, pen, stamp
};

[[nodiscard]] Description describe(const InkMaps& maps, const Candidate& candidate);

}  // namespace paraphe::marks
