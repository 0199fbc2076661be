#pragma once

#include "app/inbox.hpp"
#include "app/metrics.hpp"
#include "app/output_lock.hpp"
#include "app/run_log.hpp"
#include "reader/client.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
#include "store/cache.hpp"
#include "store/journal.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace paraphe::app {

struct WorkbenchRequest {
    std::filesystem::path out, cache;         ///< `cache` empty: a folder in `out`
    std::uint64_t cache_bytes = 0;
    std::string rulebook;
    Shard shard;                              ///< each has its own journal
    bool require_sandbox = false;
    double dossier_seconds = 0;               ///< 0 = no limit
    std::filesystem::path metrics;            ///< Prometheus text file; empty = none
    LogFormat log_format = LogFormat::text;
    report::Language language = report::Language::fr;
};

/// What `batch` and `watch` share: one fork server, one rulebook, the journal, the cache, the folder of reports.
struct Workbench {
    const WorkbenchRequest request;
    OutputLock output_lock;
    reader::Server server;
    std::shared_ptr<const rules::Rulebook> book;
    store::Journal journal;
    store::ReadingCache cache;
    std::string program;              ///< version and digest: of another program the reading is another
    std::function<bool()> stop{};     ///< true: give the dossier in hand up, and leave it for the next start
    std::mutex lock{};                ///< of `counters`
    Counters counters{};
};

/// Sets everything up, or tells why not on stderr and gives null with the exit status.
[[nodiscard]] std::unique_ptr<Workbench> set_up(const WorkbenchRequest& request, int& exit_status);

/// Where the reports of a dossier lie.
[[nodiscard]] std::filesystem::path report_path(const Workbench& bench, const std::string& name, const char* extension);

/// Checks one dossier of the inbox and writes its reports, unless the journal says that exactly this was done and the reports are
/// there. `as_of` comes from the dossier or from the day the journal first saw it, so that a rerun never ages it.
[[nodiscard]] Processed process(Workbench& bench, const InboxItem& item, int jobs);

/// The day's summaries of all that the journal knows, unless this is one shard of several: those are merged later. Errors: io.
[[nodiscard]] Result<void> publish(Workbench& bench);

/// The metrics file, where one was asked for. Errors: io.
[[nodiscard]] Result<void> publish_metrics(Workbench& bench);

}  // namespace paraphe::app
