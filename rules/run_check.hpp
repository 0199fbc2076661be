#pragma once

#include "rules/kind.hpp"

#include <optional>

namespace paraphe::rules {

/// Runs one check and settles it: thresholds, the rulebook's outcome, code and words. Nothing when the rule does not apply.
[[nodiscard]] std::optional<Check> run_check(const Context& context, const CheckSpec& spec);

}  // namespace paraphe::rules
