#pragma once

#include "model/result.hpp"
#include "report/report.hpp"

#include <ctime>
#include <filesystem>
#include <string>

namespace paraphe::app {

/// Where a batch or watch stands. Written as `status.json` (of a shard: `status-I-of-N.json`) into the output folder.
struct RunStatus {
    std::string command;      ///< "batch" or "watch"
    std::string inbox;
    std::string started_at;   ///< ISO date and time, UTC
    bool running = true;
    long all = 0, done = 0, waiting = 0, without_report = 0;
    std::string in_hand;      ///< name of the dossier being read, or ""
    int readers_lost = 0;
    std::string problem;      ///< what keeps it from working, or ""
};

/// Errors: io.
[[nodiscard]] Result<void> write_status(const RunStatus& status, const std::filesystem::path& out, const std::string& name);

/// Prints the status files of an output folder in words, and whether their programs still run; 66 when there is none.
[[nodiscard]] int print_status(const std::filesystem::path& out, report::Language language);

/// ISO date and time, UTC.
[[nodiscard]] std::string utc(std::time_t at);
[[nodiscard]] std::string now_utc();

}  // namespace paraphe::app
