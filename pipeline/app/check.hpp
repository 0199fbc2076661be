#pragma once

#include "app/read_dossier.hpp"
#include "app/reports.hpp"
#include "model/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe::app {

/// What `paraphe check` was asked.
struct CheckRequest {
    std::vector<std::string> dossiers;
    bool together = false;
    std::optional<Date> as_of;
    std::string rulebook;              ///< "" = the shipped one
    std::string json, html, letter;    ///< files; with several dossiers json and html name folders
    std::string reading;               ///< folder to keep the reading in; "" = thrown away
    std::string timings;
    std::string cache;                 ///< folder where answers of readers are kept; "" = none
    std::uint64_t cache_bytes = 0;
    int jobs = 0;                      ///< 0 = one a core
    bool require_sandbox = false;
    report::Language language = report::Language::fr;
    bool colour = false, progress = false;
    int width = 80;
};

/// Runs the whole way for each dossier; the exit status.
[[nodiscard]] int check(const CheckRequest& request);

}  // namespace paraphe::app
