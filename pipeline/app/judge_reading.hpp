#pragma once

#include "app/check.hpp"

#include <string>

namespace paraphe::app {

/// Judges a reading kept by `check --reading`, without the dossier: the same bytes as `check` gives.
struct JudgeRequest {
    std::string reading;               ///< the folder
    std::optional<Date> as_of;
    std::string rulebook;
    std::string json, html, letter;
    report::Language language = report::Language::fr;
    bool colour = false;
    int width = 80;
};
[[nodiscard]] int judge_reading(const JudgeRequest& request);

/// Tells the whole reasoning of one check: candidates, second looks, thresholds.
[[nodiscard]] int explain_check(const JudgeRequest& request, const std::string& check);

}  // namespace paraphe::app
