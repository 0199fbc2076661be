#pragma once

#include "confirm/confirm.hpp"

#include <map>
#include <string>
#include <vector>

namespace paraphe::confirm {

/// Who the candidate is, as the dossier's identity document says it.
struct Known {
    std::string siren;
    std::vector<std::string> names;    ///< denomination first
    std::vector<std::string> people;   ///< the representatives that are persons
    /// What a piece must name. Only its documents are looked at.
    struct Asked {
        bool company = false, signatory = false, signature = false;
        bool stamp = false;   ///< the candidate's own paper: its stamp names it, too
    };
    std::map<std::string, Asked> asked;   ///< by piece

    [[nodiscard]] bool empty() const { return siren.empty() || names.empty(); }
};

/// An auditor does not transcribe a name, he looks whether the one he knows stands where it belongs. Where a document's company,
/// SIREN or signatory was not read, or hardly, the known one is looked for at that place: by what the page's words say there, then
/// by a second look at the picture. A plausible other name or another valid SIREN is never overruled; what was read stays among `others`.
/// Where the candidate signs and the ink is not surely a signature, a representative's name in plain letters is one.
void recognise(Document& document, const Known& known, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
