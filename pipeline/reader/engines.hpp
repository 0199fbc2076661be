#pragma once

#include "marks/marks.hpp"
#include "model/limits.hpp"
#include "ocr/ocr.hpp"

namespace paraphe::reader {

/// What the fork server loads once and every reader uses.
struct Engines {
    ocr::Engine ocr;
    marks::Detector marks;
};

}  // namespace paraphe::reader
