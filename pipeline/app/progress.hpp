#pragma once

#include "report/report.hpp"

#include <string>

namespace paraphe::app {

/// How far a run over known many dossiers is.
struct Progress {
    std::size_t done = 0, all = 0;
    std::size_t worked = 0;      ///< of the done: those that took work; the others were done before, and say nothing about speed
    double seconds = 0;          ///< since the start
};

/// "[######........] 12/30  0.52 dossiers/s  reste 35 s"; no rest is told before anything was worked on.
[[nodiscard]] std::string progress_line(const Progress& progress, report::Language language);

}  // namespace paraphe::app
