#pragma once

#include "app/summary.hpp"

#include <string>
#include <utility>
#include <vector>

namespace paraphe::app {

/// What all three summaries say of one dossier.
struct SummaryRow {
    std::string name, link, company, siren, verdict;
    std::vector<std::string> look;                                ///< failures first, then what is to review
    std::vector<std::pair<std::string, std::string>> expires;     ///< piece and ISO date, within 30 days
    std::string news;                                             ///< "new", "verdict", "content", or ""
    std::string previous_verdict;
};

[[nodiscard]] SummaryRow row_of(const store::Entry& entry, const Night& night);

}  // namespace paraphe::app
