#pragma once

#include "model/picture.hpp"
#include "pages/pages.hpp"

#include <string>
#include <vector>

namespace paraphe::drawn {

using Bytes = std::vector<unsigned char>;

/// A PDF of one page, written by hand.
struct Pdf {
    double width = 595.276, height = 841.89;  ///< points: A4
    int rotate = 0;
    std::string content;                      ///< the page's program; fonts /F1 (Helvetica), pictures /I1
    std::string annotations;                  ///< dictionaries inside /Annots [ ]
    Picture picture;                          ///< /I1, grey
    std::string catalogue;                    ///< further entries of the catalogue

    [[nodiscard]] Bytes bytes() const;
};

/// The operators that show `text` at (x, y) points from the lower left corner.
[[nodiscard]] std::string show(double x, double y, double size, const std::string& text);
/// Twenty lines of French with stop words, names and figures.
[[nodiscard]] std::string french_page();
/// The page's picture laid over the whole of another PDF's page.
[[nodiscard]] Pdf scan_of(const Picture& picture);
/// Opens bytes that must open and gives page 1.
[[nodiscard]] pages::Page first_page(const Bytes& bytes);
/// French text as a grey picture at 200 dpi, with a black square of 20 pixels at (x, y), fractions; no square when x < 0.
[[nodiscard]] Picture french_picture(double square_x = -1, double square_y = -1);
/// The picture turned by `degrees` clockwise about its centre on white, or by quarter turns.
[[nodiscard]] Picture leaning(const Picture& picture, double degrees);
[[nodiscard]] Picture quarter_turned(const Picture& picture, int degrees);
/// The box of the largest solid black area of at least 8 pixels each way; empty when there is none.
[[nodiscard]] Box black_square(const Picture& picture);
/// The picture on a dark desk, seen from a little aside; `corners` gets the sheet's corners in fractions, from top left clockwise.
[[nodiscard]] Picture on_a_desk(const Picture& picture, std::vector<std::pair<double, double>>& corners);

}  // namespace paraphe::drawn
