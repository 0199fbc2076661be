#pragma once

#include "app/read_dossier.hpp"
#include "app/run_log.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace paraphe::app {

/// Counters of a run, for Prometheus. Never a name or a text of a candidate.
struct Counters {
    std::map<How, long> dossiers;
    std::map<std::string, long> verdicts;   ///< of the dossiers dealt with
    long pages = 0;
    Timings seconds;                        ///< by stage, summed over readers
    void count(const Processed& what);
};

/// In Prometheus' text format, for node_exporter's textfile collector. `at`: seconds since 1970.
[[nodiscard]] std::string prometheus(const Counters& counters, int readers_lost, long at);

/// Written whole or not at all, and readable by all: node_exporter runs as another user. Errors: io.
[[nodiscard]] Result<void> write_metrics(const std::filesystem::path& path, const std::string& text);

}  // namespace paraphe::app
