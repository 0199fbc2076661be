#pragma once

#include "confirm/confirm.hpp"
#include "confirm/values.hpp"
#include "model/document.hpp"

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

}  // namespace paraphe::confirm
