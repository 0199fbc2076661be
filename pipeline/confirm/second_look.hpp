#pragma once

#include "confirm/confirm.hpp"
#include "confirm/values.hpp"
#include "model/document.hpp"

#include <optional>
#include <string>

namespace paraphe::confirm {

enum class Answer { agrees, differs, silent };

/// What the picture says of a value.
struct SecondLook {
    Answer answer = Answer::silent;
    std::string seen;   ///< the value read instead, as values are compared
};

/// Looks of different kinds at the value's box before a contradiction is told, or silence kept: one misread crop must not cost a person's
/// minute. `page`: the value's, or null.
[[nodiscard]] SecondLook look_well(const Document& document, const Field& field, const PageReading* page, const LookAgain& look);

/// The register number of nine figures with a sound key that the renderings of the field's box say, two at least and none another: for a
/// field whose own has none. A reading, no repair: no figure is exchanged for the key's sake.
[[nodiscard]] std::optional<std::string> number_whose_key_holds(const Field& field, const PageReading* page, const LookAgain& look);

}  // namespace paraphe::confirm
