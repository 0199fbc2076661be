#pragma once

#include "rules/kind.hpp"

#include <string>
#include <vector>

namespace paraphe::rules {

/// How sure it is that something which was not found is not in the dossier: every file was opened, every page read and
/// given its piece with confidence. "Not read" is never "no".
struct Absence {
    double confidence = 0;
    std::string because;            ///< English: what keeps it from being sure, or ""
    std::vector<Place> looked_at;   ///< every page of the dossier
    std::vector<Place> doubtful;    ///< the pages and files that keep it from being sure
};

[[nodiscard]] Absence absence(const Context& context);

/// The look-alikes of the context's piece that the dossier holds, each with its entry in the rulebook.
struct Received {
    const LookAlike* look_alike = nullptr;
    const Document* document = nullptr;
};
[[nodiscard]] std::vector<Received> look_alikes_received(const Context& context);

}  // namespace paraphe::rules
