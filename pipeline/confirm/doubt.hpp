#pragma once

namespace paraphe::confirm {

/// Two looks that agree leave this part of the doubt.
constexpr double doubt_left = 0.35;
/// What a contradiction by the picture leaves of a confidence: below every threshold of a rulebook.
constexpr double contradicted = 0.5;
/// A text layer's value that no look could confirm: the picture is the evidence, and it did not speak.
constexpr double unconfirmed_layer = 0.75;

}  // namespace paraphe::confirm
