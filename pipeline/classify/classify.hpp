#pragma once

#include "model/extractor.hpp"
#include "model/reading.hpp"

#include <span>
#include <string>
#include <vector>

namespace paraphe::classify {

/// A page of the dossier with the file it comes from.
struct SourcePage {
    std::string path;
    const PageReading* reading = nullptr;
};

/// What one page is.
struct PageClass {
    std::string piece = "other";   ///< piece id, or "other"
    std::string looks_like;        ///< id of the look-alike, for "other"
    double confidence = 0;         ///< calibrated, of `piece`
    std::vector<std::string> may_be;  ///< pieces, `piece` among them, that are not out of the question
    int printed_number = 0, printed_total = 0;  ///< "page 3/12" as printed; 0 unknown
    std::string duplicate_of;      ///< "path#page" of the same page met before
};

/// The pages of one document, in the document's order (printed page numbers before file order).
struct Group {
    std::string piece;             ///< "other" for a look-alike
    std::string looks_like;
    std::vector<std::size_t> pages;  ///< indices into the input
    double confidence = 0;
    double boundary_confidence = 1;
};

struct Classified {
    std::vector<PageClass> pages;  ///< one for each input page
    std::vector<Group> groups;     ///< the documents; pages that are nothing known belong to none
};

/// Tells which piece each page is and which pages form a document. `kinds`: what can be recognised. Pages come in file order,
/// the pages of a file in a row. Never fails: what is not known is "other".
[[nodiscard]] Classified classify(std::span<const SourcePage> pages, std::span<const PageKind> kinds);

}  // namespace paraphe::classify
