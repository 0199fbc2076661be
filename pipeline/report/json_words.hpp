#pragma once

#include "model/verdict.hpp"

#include <array>
#include <cstddef>

namespace paraphe::report {

inline constexpr const char* report_schema = "paraphe-report/1";

/// What the report's JSON calls outcomes and verdicts, in the order of their enumerations: written and read back by one table.
inline constexpr std::array outcome_names{"pass", "review", "fail"};
inline constexpr std::array verdict_names{"eligible", "review", "not_eligible"};

inline const char* name_of(Outcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }
inline const char* name_of(Verdict verdict) { return verdict_names[static_cast<std::size_t>(verdict)]; }

}  // namespace paraphe::report
