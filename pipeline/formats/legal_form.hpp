#pragma once

#include "formats/found.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// A legal form: `name` as usual ("SASU", "EURL"), `family` under which forms are compared ("SAS", "SARL"):
/// EURL and SARL, SASU and SAS are never a mismatch.
struct LegalForm {
    std::string name, family;

    friend bool operator==(const LegalForm&, const LegalForm&) = default;
};

/// In short or written out, in the order of the text.
[[nodiscard]] std::vector<Found<LegalForm>> find_legal_forms(std::string_view folded);

/// One family? An unknown form is never a mismatch.
[[nodiscard]] bool same_family(std::string_view printed_a, std::string_view printed_b);

}  // namespace paraphe
