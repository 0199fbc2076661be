#pragma once

#include "model/document.hpp"
#include "model/expectations.hpp"
#include "model/page.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// Where on the upright page a phrase counts.
enum class Zone { anywhere, top, bottom };

/// A printed phrase that speaks for a kind of page (or against it, with a negative weight). Written in
/// plain French; it is folded before it is searched, and found with up to one edit per six letters.
struct Anchor {
    std::string_view phrase;
    double weight = 1;           ///< log odds it adds when found
    Zone zone = Zone::anywhere;
};

/// A kind of page: a piece, or a look-alike that is often sent in its place.
struct PageKind {
    std::string_view id;         ///< "kbis", "sirene_notice"
    std::string_view piece;      ///< the piece it is, or is sent instead of
    bool look_alike = false;
    std::string_view title_fr, title_en;  ///< of a look-alike: "Avis de situation SIRENE"
    std::vector<Anchor> anchors;
};

/// The pages of one document, in its order; `path` and `page` tell where each comes from.
struct DocumentPage {
    std::string path;
    const PageReading* reading = nullptr;
};

/// What an extractor takes out of a document.
struct Extraction {
    std::vector<Field> fields;
    std::vector<Slot> slots;      ///< places where a mark belongs; `ink` still unsure
    std::vector<Finding> findings;
};

/// One piece of evidence: how it is recognised, what is read from it.
struct Extractor {
    std::string_view piece;
    std::vector<PageKind> kinds;  ///< the piece itself first, then its look-alikes
    Extraction (*read)(std::span<const DocumentPage>, const Expectations&) = nullptr;
};

}  // namespace paraphe
