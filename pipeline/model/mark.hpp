#pragma once

#include "model/box.hpp"

#include <optional>
#include <string>

namespace paraphe {

enum class MarkKind { signature, paraph, stamp, handwriting, digital_signature };

/// What a hand, a stamp or a signing program put on a page.
struct Mark {
    MarkKind kind = MarkKind::handwriting;
    Box box;                 ///< on the page as a viewer shows it
    double confidence = 0;   ///< calibrated probability that the mark is there and of this kind
    bool electronic = false; ///< an annotation or a form field, not ink in a picture
    bool pasted = false;     ///< a sharp rectangular edge or a reused image object: a hint only
    std::string text;        ///< what a stamp says, when it was read
    /// A short hash of the mark's pixels, equal for marks that are copies to the pixel; "" when not taken.
    std::string fingerprint;
    /// How dark its strokes are against the paper round them, 0 (paper) to 1 (black): their ninth decile. 0 when not measured.
    double darkness = 0;
    /// Probability that a hand or a stamp made it, whichever: a seal that is perhaps a signature is surely a mark. 0 when not measured.
    double presence = 0;

    friend bool operator==(const Mark&, const Mark&) = default;
};

}  // namespace paraphe
