#pragma once

#include "hand/hand.hpp"
#include "marks/marks.hpp"
#include "model/limits.hpp"
#include "ocr/ocr.hpp"

namespace paraphe::reader {

/// What the fork server loads once and every reader uses.
struct Engines {
    ocr::Engine ocr;
    marks::Detector marks;
    hand::LineReader hand;
};

}  // namespace paraphe::reader
