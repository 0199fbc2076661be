#pragma once

#include "model/reading.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"

#include <string>

namespace paraphe::app {

/// The whole reasoning of one check as text: outcome, thresholds, evidence, and every candidate of the piece's fields with why
/// each was proposed. "" when there is no check of that id.
[[nodiscard]] std::string explanation(const Reading& reading, const Judgement& judgement, const std::string& check, report::Language language);

}  // namespace paraphe::app
