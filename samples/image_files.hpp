#pragma once

#include <string>

#include "samples/paper.hpp"

namespace paraphe::samples {

std::string jpeg(const cv::Mat& pixels, int quality, int dpi);
std::string png(const cv::Mat& pixels, int dpi);
/// Rows of bits, black 0, padded to bytes, as a PDF holds them.
std::string packed_bits(const cv::Mat& pixels);

}  // namespace paraphe::samples
