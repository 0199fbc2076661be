#pragma once

#include "model/result.hpp"

#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>

#include <string>

namespace paraphe::marks {

/// How likely each point is print, pen, stamp or another trace of a hand (tick, ring, smudge): 0 to 1, CV_32F, at
/// kMapDpi, all of one size. A point may be several of them.
struct InkMaps {
    cv::Mat dark;  ///< the levelled page itself, at kDpi
    cv::Mat print, pen, stamp, trace;
};

/// The small net of training/net.py. Not to be shared between threads.
class Segmenter {
public:
    static Result<Segmenter> load(const std::string& onnx);

    /// `dark` as levelled() gives it; the maps of an empty sheet are empty.
    [[nodiscard]] InkMaps run(const cv::Mat& dark) const;

private:
    explicit Segmenter(cv::dnn::Net net) : net_(std::move(net)) {}
    void run_tile(const cv::Mat& dark, const cv::Rect& from, const cv::Rect& keep, InkMaps& maps) const;
    mutable cv::dnn::Net net_;  // forward() changes buffers only
};

}  // namespace paraphe::marks
