#pragma once

#include "model/box.hpp"
#include "model/mark.hpp"

#include <string>
#include <vector>

namespace paraphe {

/// A word with the place where it stands. All boxes lie on the page as a viewer shows it
/// (/Rotate, crop box and EXIF applied), before it is turned upright by `PageReading::rotation`.
struct Word {
    std::string text;      ///< UTF-8, as printed
    Box box;
    double confidence = 1; ///< 0 to 1; of the engine, not calibrated
    int line = -1;         ///< words of one line share this number, rising in reading order; -1 unknown

    friend bool operator==(const Word&, const Word&) = default;
};

/// A printed straight line (of a table, a form, a cheque), upright or level after turning.
struct RuledLine {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;  ///< fractions of the page, like a Box

    friend bool operator==(const RuledLine&, const RuledLine&) = default;
};

struct Code {
    std::string kind;  ///< "qr", "datamatrix"
    std::string text;
    Box box;

    friend bool operator==(const Code&, const Code&) = default;
};

/// Something that lies over other content and may hide or replace it.
struct Overlay {
    std::string kind;  ///< "white_box", "text_over_scan", "hidden_text", "annotation"
    std::string text;  ///< the text involved, if any
    Box box;

    friend bool operator==(const Overlay&, const Overlay&) = default;
};

enum class TextSource { none, layer, ocr };

/// Why a page cannot be read well. `none` also for a blank page, which is `blank`, not illegible.
enum class PageProblem { none, blank, blurred, too_small, too_dark, too_pale, cut_off, no_text, unreadable };

/// All that the reader found on one page. The words are in reading order, line by line.
struct PageReading {
    int number = 1;          ///< from 1
    int rotation = 0;        ///< degrees clockwise (0, 90, 180, 270) by which the page must be turned to stand upright
    double width_mm = 0;     ///< of the page as a viewer shows it; 0 when unknown
    double height_mm = 0;
    TextSource source = TextSource::none;
    std::string language = "fra";
    std::vector<Word> words;
    std::vector<RuledLine> lines;
    std::vector<Code> codes;
    std::vector<Overlay> overlays;
    std::vector<Mark> marks;
    bool legible = true;
    PageProblem problem = PageProblem::none;
    double mean_confidence = 0;    ///< of the words, 0 to 1
    bool layer_rejected = false;   ///< there was a text layer and the picture did not agree with it
    double ink_share = 0;          ///< part of the paper that is dark; near 0 for a blank page

    friend bool operator==(const PageReading&, const PageReading&) = default;
};

}  // namespace paraphe
