#pragma once

#include "model/file.hpp"
#include "model/limits.hpp"
#include "model/page.hpp"
#include "model/picture.hpp"
#include "model/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace paraphe::pages {

/// How a point of the flattened, upright picture lies on the page as a viewer shows it. Both in fractions
/// of their page. A homography: rows of a 3 x 3 matrix.
struct Flattening {
    double matrix[9] = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    /// The smallest upright box around the four mapped corners, kept on the page.
    [[nodiscard]] Box to_viewer(const Box& flat) const;
    [[nodiscard]] Box from_viewer(const Box& viewer) const;
};

/// A page ready to be read.
struct Page {
    int number = 1;
    double width_mm = 0, height_mm = 0;   ///< of the page as a viewer shows it; of a picture without dpi: A4 is assumed
    int rotation = 0;                     ///< degrees clockwise by which the viewer's page must be turned to stand upright
    bool rotation_sure = true;            ///< false: the letters' shapes do not tell; ocr::Engine::quarter_turns can, then `turn`
    Picture flat;                         ///< upright, deskewed, photo flattened, grey; dpi set
    Picture colour;                       ///< the same in colour when the source has colour, else empty
    Picture view;                         ///< grey, about 100 dpi, as a viewer shows it (not turned)
    Flattening flattening;                ///< from `flat` to the viewer's page
    bool photo = false;                   ///< the paper was found in a photograph
    std::vector<Word> layer;              ///< words of the text layer, boxes on the viewer's page; empty when there is none
    bool layer_serves = false;            ///< the layer is visible, plausible and confirmed by ink under its words
    bool layer_rejected = false;          ///< there was a layer and the picture does not agree with it
    std::vector<RuledLine> lines;         ///< on `flat`
    std::vector<Code> codes;              ///< on the viewer's page
    std::vector<Overlay> overlays;        ///< on the viewer's page
    std::vector<Mark> electronic_marks;   ///< annotations and filled signature fields, on the viewer's page
    bool legible = true;
    PageProblem problem = PageProblem::none;
    double ink_share = 0;
};

/// Turns the prepared picture by `degrees` (90, 180, 270) clockwise; boxes on the viewer's page stay true.
void turn(Page& page, int degrees);

/// An open PDF or picture file. Borrows the bytes: they must outlive it.
class File {
public:
    /// Errors: encrypted, damaged, too_large, unsupported, empty.
    static Result<File> open(std::span<const unsigned char> bytes, const std::string& media_type, const Limits& limits);
    File(File&&) noexcept;
    File& operator=(File&&) noexcept;
    ~File();

    [[nodiscard]] int page_count() const;
    [[nodiscard]] const FileFacts& facts() const;
    /// Files attached to a PDF (portfolio), as name and bytes: they are members of the dossier too.
    struct Attachment { std::string name; std::vector<unsigned char> bytes; };
    [[nodiscard]] std::vector<Attachment> attachments() const;
    /// Draws page `number` (from 1) and prepares it for reading. Errors: damaged, too_large.
    [[nodiscard]] Result<Page> page(int number) const;

private:
    struct Parts;
    explicit File(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace paraphe::pages
