#pragma once

#include "app/inbox.hpp"
#include "app/read_dossier.hpp"
#include "reader/client.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
#include "store/cache.hpp"
#include "store/journal.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace paraphe::app {

/// Counters of a run, for people and for Prometheus. Never a name or a text of a candidate.
struct Counters {
    int read = 0, from_cache = 0, unchanged = 0, failed = 0;
    long pages = 0;
    Timings seconds;
};

/// What `batch` and `watch` share: one fork server, one rulebook, the journal, the cache, the folder of reports.
struct Workbench {
    reader::Server server;
    std::shared_ptr<const rules::Rulebook> book;
    store::Journal journal;
    store::ReadingCache cache;
    std::filesystem::path out;
    std::string reading_digest;
    report::Language language = report::Language::fr;
    double dossier_seconds = 0;       ///< 0 = no limit
    std::mutex lock{};                ///< of `counters`
    Counters counters{};
};

struct WorkbenchRequest {
    std::filesystem::path out, cache;         ///< `cache` empty: a folder in `out`
    std::uint64_t cache_bytes = 0;
    std::string rulebook;
    std::string journal_name = "journal.sqlite";
    bool require_sandbox = false;
    double dossier_seconds = 0;
    report::Language language = report::Language::fr;
};

/// Sets everything up, or tells why not on stderr and gives null with the exit status.
[[nodiscard]] std::unique_ptr<Workbench> set_up(const WorkbenchRequest& request, int& exit_status);

/// Where the reports of a dossier lie.
[[nodiscard]] std::filesystem::path report_path(const Workbench& bench, const std::string& name, const char* extension);

/// Checks one dossier of the inbox and writes its reports, unless the journal says that exactly this was done and the reports are
/// there. `as_of` comes from the dossier or from the day the journal first saw it, so that a rerun never ages it.
/// Errors: those that leave the dossier without a report; the journal keeps the reason.
[[nodiscard]] Result<store::Entry> process(Workbench& bench, const InboxItem& item, int jobs);

}  // namespace paraphe::app
