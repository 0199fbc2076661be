#include "ocr/crop.hpp"

#include "ocr/cutting.hpp"
#include "ocr/stamp.hpp"

#include "imaging/crops.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace paraphe::ocr {
namespace {

/// Strokes that run straight on for `length` pixels.
cv::Mat straight(const cv::Mat& ink, cv::Size length) {
    cv::Mat strokes;
    cv::morphologyEx(ink, strokes, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, length));
    return strokes;
}

/// The upright sides of frames: those that end on level rules above and below. A tall figure one ends on none.
cv::Mat frame_sides(const cv::Mat& ink, const cv::Mat& level, int length) {
    cv::Mat sides = straight(ink, {1, length}), labels, near, result = cv::Mat::zeros(ink.size(), CV_8U);
    cv::dilate(level, near, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    const int count = cv::connectedComponents(sides, labels);
    for (int label = 1; label < count; ++label) {
        const cv::Mat side = labels == label;
        const cv::Rect box = cv::boundingRect(side);
        const cv::Rect top(box.x, box.y, box.width, 3), bottom(box.x, box.br().y - 3, box.width, 3);
        if (cv::countNonZero(near(top)) > 0 && cv::countNonZero(near(bottom)) > 0) result.setTo(255, side);
    }
    return result;
}

/// Handwriting stands on printed lines and in frames that Tesseract takes for letters: they are painted over, but for the strokes
/// that cross them.
cv::Mat without_rules(const cv::Mat& part, double dpi) {
    cv::Mat ink, strokes, paper;
    cv::adaptiveThreshold(part, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31, 15);
    const int across = std::max(20, static_cast<int>(dpi * 0.35)), up = std::max(16, static_cast<int>(dpi * 0.28));
    cv::Mat rules = straight(ink, {across, 1});
    if (cv::countNonZero(rules) == 0) return part;
    rules |= frame_sides(ink, rules, up);
    cv::dilate(rules, rules, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    cv::morphologyEx(ink & ~rules, strokes, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {1, 9}));
    cv::dilate(part, paper, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    cv::Mat result = part.clone();
    paper.copyTo(result, rules & ~strokes);
    return result;
}

/// A table's upright rule beside a value reads as a figure one: what runs from the top of a narrow crop to its foot is painted over.
cv::Mat without_sides(const cv::Mat& part, double dpi) {
    if (part.rows > dpi * 0.6 || part.rows < 8) return part;
    cv::Mat ink, labels, stats, centres, paper, result = part.clone();
    cv::adaptiveThreshold(part, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31, 15);
    const int count = cv::connectedComponentsWithStats(straight(ink, {1, part.rows / 3}), labels, stats, centres);
    for (int i = 1; i < count; ++i) {
        const bool through = stats.at<int>(i, cv::CC_STAT_HEIGHT) >= 0.95 * part.rows && stats.at<int>(i, cv::CC_STAT_WIDTH) <= dpi * 0.05;
        if (!through) continue;
        if (paper.empty()) cv::dilate(part, paper, cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
        cv::Mat rule;
        cv::dilate(labels == i, rule, cv::getStructuringElement(cv::MORPH_RECT, {5, 1}));
        paper.copyTo(result, rule);
    }
    return result;
}

constexpr const char* figures = "0123456789.,/-: €";

/// Three readings as text and two as figures: their renderings and page models differ, so that they do not share their errors.
CropAnswer every_way(tesseract::TessBaseAPI& tesseract, Cutting cutting) {
    CropAnswer answer;
    cutting.pixels = without_rules(cutting.pixels, cutting.dpi);
    const auto add = [&](Look look, tesseract::PageSegMode mode) { answer.readings.push_back(lines_of(read(tesseract, cutting, look, mode))); };
    add(Look::grey, mode_for(cutting));
    add(Look::local, tesseract::PSM_SINGLE_BLOCK);
    add(Look::bold, tesseract::PSM_SPARSE_TEXT);
    tesseract.SetVariable("tessedit_char_whitelist", figures);
    add(Look::local, mode_for(cutting));
    add(Look::grey, tesseract::PSM_SPARSE_TEXT);
    tesseract.SetVariable("tessedit_char_whitelist", "");
    return answer;
}

}  // namespace

CropAnswer read_crop(tesseract::TessBaseAPI& tesseract, const Picture& page, const CropRequest& request) {
    CropAnswer answer;
    Cutting cutting;
    const Box whole{0, 0, 1, 1};
    const Box box = request.box.empty() ? whole : intersection(request.box, whole);
    cutting.dpi = page.dpi > 0 ? page.dpi : 200;
    cutting.pixels = imaging::cut(page, box, 4, cutting.frame);
    if (cutting.pixels.empty()) return answer;
    cutting.pixels = without_sides(cutting.pixels, cutting.dpi);
    cutting.factor = enlargement(cutting.pixels.size(), cutting.dpi);

    if (request.purpose == CropPurpose::every_way) return every_way(tesseract, cutting);
    if (request.purpose == CropPurpose::stamp) return read_stamp(tesseract, cutting);

    const bool digits = request.purpose == CropPurpose::digits;
    if (digits) tesseract.SetVariable("tessedit_char_whitelist", figures);
    auto seen = read(tesseract, cutting, digits ? Look::local : Look::grey, mode_for(cutting));
    if (seen.words.empty()) seen = read(tesseract, cutting, digits ? Look::grey : Look::local, tesseract::PSM_SINGLE_BLOCK);
    if (digits) tesseract.SetVariable("tessedit_char_whitelist", "");
    answer.words = std::move(seen.words);
    answer.confidence = seen.mean_confidence;
    return answer;
}

}  // namespace paraphe::ocr
