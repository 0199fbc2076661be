#include "ocr/engine.hpp"
#include "ocr/bare.hpp"

#include <tesseract/resultiterator.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace paraphe::ocr {

cv::Mat grey_of(const Picture& picture) {
    if (!picture.consistent()) return {};
    const cv::Mat pixels(picture.height, picture.width, picture.channels == 3 ? CV_8UC3 : CV_8UC1,
                         const_cast<std::uint8_t*>(picture.pixels.data()));  // OpenCV has no view of constant pixels
    if (picture.channels == 1) return pixels;
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

cv::Mat cut(const Picture& page, const Box& box, int margin, Box& frame) {
    const cv::Mat grey = grey_of(page);
    const int left = static_cast<int>(std::floor(box.x * grey.cols)) - margin, top = static_cast<int>(std::floor(box.y * grey.rows)) - margin;
    const int right = static_cast<int>(std::ceil(box.right() * grey.cols)) + margin, bottom = static_cast<int>(std::ceil(box.bottom() * grey.rows)) + margin;
    const cv::Rect area = cv::Rect(left, top, std::max(0, right - left), std::max(0, bottom - top)) & cv::Rect(0, 0, grey.cols, grey.rows);
    if (area.width < 4 || area.height < 4) return {};
    frame = {static_cast<double>(area.x) / grey.cols, static_cast<double>(area.y) / grey.rows, static_cast<double>(area.width) / grey.cols,
             static_cast<double>(area.height) / grey.rows};
    return grey(area);
}

double mean_confidence(std::span<const Word> words) {
    double letters = 0, weighted = 0;
    for (const auto& word : words) {
        const auto length = static_cast<double>(word.text.size());
        letters += length;
        weighted += length * word.confidence;
    }
    return letters > 0 ? std::clamp(weighted / letters, 0.0, 1.0) : 0;
}

bool sideways(const Word& word, int width, int height) { return bare(word.text).size() >= 3 && word.box.h * height > word.box.w * width; }

Recognised recognise(tesseract::TessBaseAPI& tesseract, const cv::Mat& grey, double dpi, tesseract::PageSegMode mode, const Box& frame) {
    Recognised result;
    if (grey.cols < 8 || grey.rows < 8) return result;
    tesseract.SetPageSegMode(mode);
    tesseract.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
    tesseract.SetSourceResolution(std::clamp(static_cast<int>(std::lround(dpi)), 70, 600));
    if (tesseract.Recognize(nullptr) != 0) return result;
    const std::unique_ptr<tesseract::ResultIterator> at(tesseract.GetIterator());
    if (!at) return result;
    int line = -1;
    do {
        if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
        int left = 0, top = 0, right = 0, bottom = 0;
        if (!text || text[0] == '\0' || text[0] == ' ' || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
        Word word;
        word.text = text.get();
        word.confidence = std::clamp(at->Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
        word.line = std::max(line, 0);
        word.box = {frame.x + frame.w * left / grey.cols, frame.y + frame.h * top / grey.rows, frame.w * (right - left) / grey.cols,
                    frame.h * (bottom - top) / grey.rows};
        result.words.push_back(std::move(word));
    } while (at->Next(tesseract::RIL_WORD));
    result.mean_confidence = mean_confidence(result.words);
    tesseract.Clear();
    return result;
}

}  // namespace paraphe::ocr
