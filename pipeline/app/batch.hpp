#pragma once

#include "app/process.hpp"

#include <filesystem>

namespace paraphe::app {

struct BatchRequest {
    std::filesystem::path inbox;
    WorkbenchRequest bench;
    Shard shard;
    int jobs = 0;                          ///< dossiers in parallel; 0 = one a core
    std::filesystem::path metrics;         ///< Prometheus text file; empty = none
    bool progress = false;                 ///< a line that rewrites itself; else plain lines
};

/// Checks every dossier of the inbox once, writes the summaries, and may be stopped at any moment and started again. Exit
/// status: 0 every dossier has its report; 75 (EX_TEMPFAIL) some have none, the summary says which; else those of `check`.
[[nodiscard]] int batch(const BatchRequest& request);

/// Merges the journals of all shards in `out` into one summary.
[[nodiscard]] int merge_shards(const std::filesystem::path& out);

/// The counters in Prometheus' text format, for node_exporter's textfile collector.
[[nodiscard]] std::string prometheus(const Workbench& bench);

}  // namespace paraphe::app
