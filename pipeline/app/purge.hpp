#pragma once

#include "report/report.hpp"

#include <filesystem>

namespace paraphe::app {

struct PurgeRequest {
    std::filesystem::path out;      ///< of batch or watch; empty = none
    std::filesystem::path cache;    ///< where it is not within `out`, or of `check --cache`; empty = none
    int days = 0;                   ///< what is older goes
    report::Language language = report::Language::fr;
};

/// Removes what was kept of candidates longer ago than that: reports, entries of the journal, readings, answers of readers; and
/// writes the summary anew. What lies in the inbox is not ours to remove, and would be read again. The exit status.
[[nodiscard]] int purge(const PurgeRequest& request);

}  // namespace paraphe::app
