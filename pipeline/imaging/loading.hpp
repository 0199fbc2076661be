#pragma once

#include "model/result.hpp"

#include <opencv2/dnn.hpp>

#include <string>

namespace paraphe::imaging {

/// A net for the CPU from an ONNX file. Errors: not_found, damaged.
[[nodiscard]] Result<cv::dnn::Net> load_net(const std::string& onnx, const char* what);

}  // namespace paraphe::imaging
