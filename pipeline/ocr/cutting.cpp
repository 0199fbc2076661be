#include "ocr/cutting.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace paraphe::ocr {
namespace {

constexpr double target_dpi = 400;      // twice what a page is read at
constexpr double most_pixels = 40e6;
constexpr int border = 24;              // pixels of paper around the enlarged crop: Tesseract loses letters that touch the edge

cv::Mat rendered(const cv::Mat& part, double factor, Look look) {
    cv::Mat large;
    cv::resize(part, large, {}, factor, factor, cv::INTER_CUBIC);
    if (look != Look::grey) {
        cv::GaussianBlur(large, large, {}, factor * 0.5);
        const int window = static_cast<int>(factor * 24) | 1;
        cv::adaptiveThreshold(large, large, 255, cv::ADAPTIVE_THRESH_GAUSSIAN_C, cv::THRESH_BINARY, window, 12);
        if (look == Look::bold) cv::erode(large, large, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
        cv::GaussianBlur(large, large, {}, 0.8);
    }
    cv::copyMakeBorder(large, large, border, border, border, border, cv::BORDER_CONSTANT, cv::Scalar::all(look == Look::grey ? cv::mean(large)[0] : 255));
    return large;
}

}  // namespace

double enlargement(const cv::Size& size, double dpi) {
    const double factor = std::clamp(target_dpi / dpi, 1.0, 4.0);
    return static_cast<double>(size.area()) * factor * factor > most_pixels ? 1 : factor;
}

Recognised read(tesseract::TessBaseAPI& tesseract, const Cutting& cutting, Look look, tesseract::PageSegMode mode) {
    const cv::Mat large = rendered(cutting.pixels, cutting.factor, look);
    const double beside = border / cutting.factor / cutting.pixels.cols, above = border / cutting.factor / cutting.pixels.rows;
    const Box& f = cutting.frame;
    const Box frame{f.x - f.w * beside, f.y - f.h * above, f.w * (1 + 2 * beside), f.h * (1 + 2 * above)};
    return recognise(tesseract, large, cutting.dpi * cutting.factor, mode, frame);
}

// A line of 14 points is 5 mm, with some room around it.
tesseract::PageSegMode mode_for(const Cutting& cutting) {
    return cutting.pixels.rows < cutting.dpi * 0.36 ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SINGLE_BLOCK;
}

std::string lines_of(const Recognised& seen) {
    std::string text;
    int line = -1;
    for (const auto& word : seen.words) {
        if (!text.empty()) text += word.line == line ? ' ' : '\n';
        line = word.line;
        text += word.text;
    }
    return text;
}

}  // namespace paraphe::ocr
