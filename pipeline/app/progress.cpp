#include "app/progress.hpp"

#include <cmath>
#include <cstdio>

namespace paraphe::app {
namespace {

std::string duration(double seconds) {
    const auto all = static_cast<long>(std::ceil(seconds));
    const long hours = all / 3600, minutes = all / 60 % 60;
    if (hours > 0) return std::to_string(hours) + " h " + std::to_string(minutes) + " min";
    if (minutes > 0) return std::to_string(minutes) + " min " + std::to_string(all % 60) + " s";
    return std::to_string(all) + " s";
}

}  // namespace

std::string progress_line(const Progress& progress, report::Language language) {
    constexpr std::size_t width = 24;
    const std::size_t full = progress.all > 0 ? progress.done * width / progress.all : width;
    std::string line = "[" + std::string(full, '#') + std::string(width - full, '.') + "] " + std::to_string(progress.done) + "/" + std::to_string(progress.all);
    if (progress.worked == 0 || progress.seconds <= 0) return line;
    const double rate = static_cast<double>(progress.worked) / progress.seconds;
    char text[32];
    std::snprintf(text, sizeof text, "  %.2f dossiers/s", rate);
    line += text;
    const auto rest = static_cast<double>(progress.all - progress.done) / rate;
    return line + (language == report::Language::fr ? "  reste " : "  left ") + duration(rest);
}

}  // namespace paraphe::app
