#include "pages/codes.hpp"

#include "pages/raster.hpp"

#define ZX_USE_UTF8 1
#include <ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <exception>

namespace paraphe::pages {
namespace {

constexpr double working_dpi = 200;
constexpr std::size_t most_codes = 20, most_places = 12;

void read(const cv::Mat& grey, const cv::Rect& area, ZXing::BarcodeFormats formats, std::vector<Code>& codes) {
    const ZXing::ImageView view(grey.ptr(area.y) + area.x, area.width, area.height, ZXing::ImageFormat::Lum, static_cast<int>(grey.step));
    ZXing::DecodeHints hints;
    hints.setFormats(formats).setTryHarder(false).setTryRotate(true).setTryDownscale(false).setMaxNumberOfSymbols(8);
    for (const auto& found : ZXing::ReadBarcodes(view, hints)) {
        if (!found.isValid() || codes.size() >= most_codes) continue;
        int left = grey.cols, top = grey.rows, right = 0, bottom = 0;
        for (const auto& corner : found.position()) {
            left = std::min(left, corner.x + area.x);
            right = std::max(right, corner.x + area.x);
            top = std::min(top, corner.y + area.y);
            bottom = std::max(bottom, corner.y + area.y);
        }
        Code code{found.format() == ZXing::BarcodeFormat::QRCode ? "qr" : "datamatrix", found.text(),
                  {static_cast<double>(left) / grey.cols, static_cast<double>(top) / grey.rows, static_cast<double>(right - left) / grey.cols,
                   static_cast<double>(bottom - top) / grey.rows}};
        if (code.text.size() > 4000) code.text.resize(4000);
        const bool known = std::ranges::any_of(codes, [&](const Code& other) { return other.text == code.text && iou(other.box, code.box) > 0.3; });
        if (!known) codes.push_back(std::move(code));
    }
}

/// Dense squares of 6 to 50 mm: the reader does not find a DataMatrix on a whole page, only in a place cut around it.
std::vector<cv::Rect> square_places(const cv::Mat& grey) {
    cv::Mat ink = ink_of(grey, 61, 20), dense;
    cv::morphologyEx(ink, dense, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    cv::morphologyEx(dense, dense, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {33, 33}));
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(dense, labels, stats, centres, 8, CV_32S);
    std::vector<cv::Rect> places;
    for (int i = 1; i < count && places.size() < most_places; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                           stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (std::max(box.width, box.height) > 400 || box.width > 3 * box.height || box.height > 3 * box.width) continue;
        places.push_back(cv::Rect(box.x - 24, box.y - 24, box.width + 48, box.height + 48) & cv::Rect(0, 0, grey.cols, grey.rows));
    }
    return places;
}

}  // namespace

std::vector<Code> find_codes(const cv::Mat& full, double dpi) {
    std::vector<Code> codes;
    const cv::Mat grey = dpi > working_dpi * 1.3 ? scaled(full, working_dpi / dpi) : full;
    try {
        read(grey, {0, 0, grey.cols, grey.rows}, ZXing::BarcodeFormat::QRCode, codes);
        for (const auto& place : square_places(grey)) read(grey, place, ZXing::BarcodeFormat::DataMatrix | ZXing::BarcodeFormat::QRCode, codes);
    } catch (const std::exception&) {
        // The library throws on some malformed symbols: what was found before stays.
    }
    return codes;
}

}  // namespace paraphe::pages
