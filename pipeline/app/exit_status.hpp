#pragma once

#include "model/result.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"

#include <string>

namespace paraphe::app {

/// Exit statuses: the verdicts, and those of sysexits.h.
namespace status {
inline constexpr int eligible = 0, not_eligible = 1, review = 2;
inline constexpr int usage = 64, no_input = 66, internal = 70, io = 74, temporary = 75, bad_rulebook = 78;
}  // namespace status

[[nodiscard]] int status_of(Verdict verdict);
[[nodiscard]] int status_of(const Error& error);
/// The worst of two: sysexits over 1 over 2 over 0.
[[nodiscard]] int worst(int a, int b);

/// One line for a person: what, where, what to do. For stderr.
[[nodiscard]] std::string explain(const Error& error, report::Language language);

}  // namespace paraphe::app
