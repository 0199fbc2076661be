#pragma once

#include "rules/kind.hpp"

#include "formats/two_d_doc.hpp"

#include <vector>

namespace paraphe::rules {

/// A 2D-Doc code on a page, and the place of the code.
struct PlacedTwoDDoc {
    TwoDDoc doc;
    Place place;
};

/// The well-formed 2D-Doc codes on the pages of a document, page by page.
[[nodiscard]] std::vector<PlacedTwoDDoc> two_d_docs_of(const Reading& reading, const Document& document);

/// Codes of the whole dossier that claim to be a 2D-Doc and are not well formed, or are of an unknown version.
[[nodiscard]] std::vector<Place> broken_two_d_docs(const Reading& reading);

/// "facture", "type de document 7Z".
[[nodiscard]] Text title_of(const TwoDDoc& doc);

}  // namespace paraphe::rules
