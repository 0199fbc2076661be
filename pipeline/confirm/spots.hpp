#pragma once

#include "confirm/confirm.hpp"

#include <string>
#include <vector>

namespace paraphe::confirm {

/// A place where a known value may stand, and what was read there.
struct Spot {
    Place place;             ///< as a viewer shows the page
    Place room;              ///< what a hand may have filled: more than the words that an engine for print made of it
    std::string folded;      ///< the words read there, and those of the line that continues them
    std::size_t within = 3;  ///< the value begins among this many first words
    double clarity = 0;      ///< mean confidence of the words on the place itself; 0 when none was read
    bool picture = false;    ///< worth a second look: a form's blank, a reading that nobody understood
    std::string why;
};

/// Where a document names its company: where its extractor found a candidate, then after the words that announce one
/// ("raison sociale", "pour la société", "reçu de"), best first.
[[nodiscard]] std::vector<Spot> company_spots(const Document& document, const Field* read, const PageOf& page_of);
/// The same for who signs.
[[nodiscard]] std::vector<Spot> signatory_spots(const Document& document, const Field* read, const PageOf& page_of);

/// Where a company may be named without a word that announces it: the letterhead of its own paper, an addressee's block.
[[nodiscard]] std::vector<Spot> free_spots(const Document& document, bool own_paper, const PageOf& page_of);

/// What stands after the words that announce a register number.
[[nodiscard]] std::vector<Spot> number_spots(const Document& document, const PageOf& page_of);

/// The stamps on a document's pages, with a margin round each.
[[nodiscard]] std::vector<Place> stamps_on(const Document& document, const PageOf& page_of);

/// Where between a page's lines there is room for lines that were not read: of a form that a hand filled, some are lost with their labels.
[[nodiscard]] std::vector<Spot> gap_spots(const Document& document, const PageOf& page_of);

/// Lines that print the SIREN, in whatever number holds it, outside of an issuer's legal mentions.
[[nodiscard]] std::vector<Spot> siren_spots(const Document& document, const std::string& siren, bool own_paper, const PageOf& page_of);

}  // namespace paraphe::confirm
