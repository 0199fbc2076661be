#pragma once

#include "report/report.hpp"

#include <string>

namespace paraphe::app {

/// What `paraphe diff` was asked: the reports (JSON) of a candidate's first and second submission.
struct DiffRequest {
    std::string before, after;
    std::string json;              ///< file, "-" for standard output, "" for none
    report::TerminalStyle style;
};

/// Tells what the second submission mended, left and worsened. The exit status: as `check` for the second, and never 0 when the two
/// are of different companies.
[[nodiscard]] int diff(const DiffRequest& request);

}  // namespace paraphe::app
