#pragma once

#include "rules/rulebook.hpp"

#include "model/reading.hpp"

#include <string>
#include <vector>

namespace paraphe::rules {

struct NamedPlace {
    std::string value;
    double confidence = 0;
    Place place;
    bool recognised = false;   ///< looked for and found, not read
};

/// Who the candidate is, as the identity piece (the Kbis) says it.
struct Identity {
    std::string siren;                 ///< valid key; empty when unknown
    double siren_confidence = 0;
    Place siren_place;
    std::vector<NamedPlace> names;     ///< denomination first
    std::vector<Representative> representatives;   ///< without the excluded roles
    double representatives_confidence = 0;
    Place representatives_place;
    bool from_piece = false;           ///< false: the majority of the other pieces stands in, and nothing fails on it
};

[[nodiscard]] Identity identify(const Reading& reading, const Rulebook& book);

/// The document's SIREN: its field `siren`, else the first nine digits of `siret`.
[[nodiscard]] NamedPlace siren_of(const Document& document);

/// Whether a name is one of the candidate's. 1 the same, 0 another.
[[nodiscard]] double name_alike(const Identity& identity, const std::string& name);

/// Whether a person is one of the candidate's representatives. 1 the same, 0 another.
[[nodiscard]] double representative_alike(const Identity& identity, const std::string& person);

}  // namespace paraphe::rules
