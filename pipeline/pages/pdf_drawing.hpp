#pragma once

#include "model/limits.hpp"
#include "model/page.hpp"
#include "model/result.hpp"
#include "pages/raster.hpp"

#include <memory>
#include <span>
#include <vector>

namespace poppler {
class document;
}

namespace paraphe::pages {

/// A PDF as Poppler draws it. Borrows the bytes.
class PdfDrawing {
public:
    /// Errors: encrypted, damaged, empty, too_large (pages).
    static Result<PdfDrawing> open(std::span<const unsigned char> bytes, const Limits& limits);
    PdfDrawing(PdfDrawing&&) noexcept;
    PdfDrawing& operator=(PdfDrawing&&) noexcept;
    ~PdfDrawing();

    [[nodiscard]] int page_count() const { return page_count_; }
    /// Of the page as a viewer shows it, in points.
    struct Size { double width = 0, height = 0; };
    [[nodiscard]] Result<Size> size(int number) const;
    /// Errors: damaged, too_large (before memory is taken).
    [[nodiscard]] Result<Raster> draw(int number, double dpi, const Limits& limits) const;
    /// The text layer: words on the viewer's page, in the file's order.
    struct Layer {
        std::vector<Word> words;
        int outside = 0;            ///< words that lie outside the page, and are left out
        int turn = -1;              ///< degrees clockwise that make most words stand upright; -1 when there are too few to tell
    };
    [[nodiscard]] Layer layer(int number, const Limits& limits) const;

private:
    PdfDrawing();
    std::unique_ptr<poppler::document> document_;
    int page_count_ = 0;
};

}  // namespace paraphe::pages
