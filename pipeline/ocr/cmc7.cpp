#include "ocr/ocr.hpp"

#include "ocr/engine.hpp"

namespace paraphe::ocr {

CropAnswer read_cmc7(const Picture& page, const Box& box) {
    CropAnswer answer;
    Box frame;
    if (cut(page, box, 0, frame).empty()) return answer;
    return answer;
}

}  // namespace paraphe::ocr
