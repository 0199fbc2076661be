#pragma once

#include "app/process.hpp"

#include <filesystem>

namespace paraphe::app {

struct BatchRequest {
    std::filesystem::path inbox;
    WorkbenchRequest bench;
    int jobs = 0;                          ///< dossiers in parallel; 0 = one a core
    bool progress = false;                 ///< a line that rewrites itself; else plain lines
};

/// Checks every dossier of the inbox once, writes the summaries, and may be stopped at any moment and started again. Exit
/// status: 0 every dossier has its report; 75 (EX_TEMPFAIL) some have none, the summary says which; 64 and more: nothing could begin.
[[nodiscard]] int batch(const BatchRequest& request);

/// Merges the journals of all shards in `out` into one summary. Where `inbox` is given, names the dossiers of it that have no report
/// on stderr, and then gives 75.
[[nodiscard]] int merge_shards(const std::filesystem::path& out, const std::filesystem::path& inbox, report::Language language);

}  // namespace paraphe::app
