#pragma once

#include "model/page.hpp"

namespace paraphe::marks {

/// From this part of a mark or a place on, words of a text layer explain its ink.
constexpr double kExplained = 0.6;

/// A word of a PDF's text layer (confidence 1) was set by a program: ink that it lies over is probably print in a script face. OCR's
/// certainty proves nothing, since it reads clear handwriting too.
[[nodiscard]] inline bool set_by_a_program(const Word& word) { return word.confidence >= 0.995 && word.text.size() > 1; }

}  // namespace paraphe::marks
