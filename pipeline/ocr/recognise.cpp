#include "ocr/engine.hpp"
#include "ocr/bare.hpp"

#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace paraphe::ocr {

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
