#pragma once

#include "model/date.hpp"
#include "model/reading.hpp"
#include "model/result.hpp"
#include "model/verdict.hpp"
#include "store/journal.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace paraphe::app {

/// One JSON object: company, what failed, what is to review, which dates end when. Kept in the journal for the nightly summary.
[[nodiscard]] std::string summary_of(const Reading& reading, const Judgement& judgement);

/// The night's three summaries of all entries: a page (verdict, what to look at, what expires within 30 days of `day`, what
/// changed since the last check), CSV for a spreadsheet (no cell can become a formula), JSON lines.
[[nodiscard]] std::string summary_html(const std::vector<store::Entry>& entries, Date day);
[[nodiscard]] std::string summary_csv(const std::vector<store::Entry>& entries);
[[nodiscard]] std::string summary_lines(const std::vector<store::Entry>& entries);

/// Writes index.html, summary.csv and summary.jsonl into `out`. Errors: io.
[[nodiscard]] Result<void> write_summaries(const std::vector<store::Entry>& entries, Date day, const std::filesystem::path& out);

}  // namespace paraphe::app
