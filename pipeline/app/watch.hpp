#pragma once

#include "app/process.hpp"

#include <filesystem>

namespace paraphe::app {

struct WatchRequest {
    std::filesystem::path inbox;
    WorkbenchRequest bench;
    int jobs = 0;                     ///< readers for the dossier in hand; 0 = one a core
    double settle_seconds = 1.0;      ///< a dossier is taken when nothing of it changed for so long
    double patience_seconds = 60;     ///< what looks unfinished (see wholeness.hpp) waits so long without a change
    double rescan_seconds = 30;       ///< the safety net where inotify says nothing (network shares)
};

/// Watches the inbox until SIGTERM or SIGINT: checks each dossier that has stopped growing and is whole, keeps `status.json` in the
/// output folder, and the summaries. A crash at any point resumes at the next start.
[[nodiscard]] int watch(const WatchRequest& request);

}  // namespace paraphe::app
