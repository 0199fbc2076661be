#pragma once

#include "marks/segmenter.hpp"

#include "model/box.hpp"
#include "model/result.hpp"

#include <opencv2/dnn.hpp>

#include <string>

namespace paraphe::marks {

/// What a place holds: probabilities, each for itself.
struct PlaceOpinion {
    double signature = 0, stamp = 0, handwriting = 0, paraph = 0;
};

/// What two nets that looked each in its own way say together: a weighted sum of their log odds (logistic regression, see
/// training/calibrate.py). `sign`: how sure the verifier is of a signature or initials in the place; 0 when it found no ink of a
/// hand there, and then the place's net stands alone and is doubted.
[[nodiscard]] PlaceOpinion both_say(PlaceOpinion opinion, double sign);

/// The third net (training/slot.py): looks at a place for a signature as a whole, so that a signature written over a stamp, or one
/// that is a name in plain letters, is told from a stamp or from words. Not to be shared between threads.
class SlotNet {
public:
    static Result<SlotNet> load(const std::string& onnx);
    /// `box`: the place, in fractions of the page. A place larger than the net's window (102 x 51 mm) is looked at in parts.
    [[nodiscard]] PlaceOpinion look(const InkMaps& maps, const Box& box) const;

private:
    explicit SlotNet(cv::dnn::Net net) : net_(std::move(net)) {}
    [[nodiscard]] PlaceOpinion look_at(const InkMaps& maps, const cv::Rect& place, cv::Point2d centre) const;
    mutable cv::dnn::Net net_;  // forward() changes buffers only
};

}  // namespace paraphe::marks
