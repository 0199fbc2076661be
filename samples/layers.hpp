#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "samples/pdf.hpp"

namespace paraphe::samples {

/// The text layer of a scanned page. kind: none, good, ocr (with its mistakes), cipher (letters that say nothing), empty.
std::vector<LayerWord> text_layer(const Sheet& sheet, const Picture& picture, std::string_view kind, Random& rng);

/// Where words of the sheet, one after the other, say this; mm.
std::optional<Rect> place_of(const Sheet& sheet, std::string_view what);

}  // namespace paraphe::samples
