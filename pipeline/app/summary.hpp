#pragma once

#include "model/date.hpp"
#include "model/reading.hpp"
#include "model/result.hpp"
#include "model/verdict.hpp"
#include "report/report.hpp"
#include "store/journal.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace paraphe::app {

/// One JSON object: company, what failed, what is to review, which dates end when. Kept in the journal for the nightly summary.
[[nodiscard]] std::string summary_of(const Reading& reading, const Judgement& judgement, report::Language language);

/// The day of the summary, and since when a change is news: the last summary of a day before (ISO date and time; "" = there was none).
struct Night {
    Date day;
    std::string news_since;
    report::Language language = report::Language::fr;
};

/// One page with a sortable table: verdict, what to look at, what expires within 30 days, what is news; what has left the inbox below.
[[nodiscard]] std::string summary_html(const std::vector<store::Entry>& entries, const Night& night);
/// For a spreadsheet; no cell can become a formula.
[[nodiscard]] std::string summary_csv(const std::vector<store::Entry>& entries, const Night& night);
/// One JSON object a line.
[[nodiscard]] std::string summary_lines(const std::vector<store::Entry>& entries, const Night& night);

/// Writes index.html, summary.csv and summary.jsonl into `out`, and notes in the journal that it was done today. Errors: io.
[[nodiscard]] Result<void> write_summaries(store::Journal& journal, const std::vector<store::Entry>& entries, const std::filesystem::path& out,
                                           report::Language language);

/// The name of a dossier's reports without their endings: its own, unless that is the summary's or the status file's.
[[nodiscard]] std::string report_name(const std::string& dossier);

}  // namespace paraphe::app
