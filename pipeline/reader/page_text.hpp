#pragma once

#include "model/page.hpp"
#include "ocr/ocr.hpp"
#include "pages/pages.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::reader {

/// The words of a page with their boxes on `page.flat`.
struct PageText {
    std::vector<Word> words;
    TextSource source = TextSource::none;
    std::string language = "fra";
    double mean_confidence = 0;
    bool layer_rejected = false;
};

/// The text layer where it serves and a look at a few of its words agrees; else OCR: in English where the page looks English,
/// and at other quarter turns where it reads poorly (then `page` is turned, too).
[[nodiscard]] PageText text_of(pages::Page& page, const ocr::Engine& engine);

/// Letters and digits in words of which the engine is sure.
[[nodiscard]] int confident_letters(std::span<const Word> words);

/// Do two readings of the same print say the same, allowing for a slip in four signs? Case, accents and punctuation do not count.
[[nodiscard]] bool agree(std::string_view one, std::string_view other);

}  // namespace paraphe::reader
