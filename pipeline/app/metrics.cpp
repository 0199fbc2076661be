#include "app/metrics.hpp"

#include "app/outputs.hpp"

#include <sstream>

namespace paraphe::app {
namespace {

void head(std::ostream& text, const char* name, const char* type, const char* help) {
    text << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
}

}  // namespace

void Counters::count(const Processed& what) {
    ++dossiers[what.how];
    if (!what.entry.verdict.empty() && what.how != How::left) ++verdicts[what.entry.verdict];
    pages += what.pages;
}

std::string prometheus(const Counters& counters, int readers_lost, long at) {
    std::ostringstream text;
    head(text, "paraphe_dossiers_total", "counter", "Dossiers of this run, by how they were dealt with.");
    for (const auto how : {How::unchanged, How::from_cache, How::read, How::left, How::failed}) {
        const auto found = counters.dossiers.find(how);
        text << "paraphe_dossiers_total{how=\"" << name_of(how).text() << "\"} " << (found == counters.dossiers.end() ? 0 : found->second) << '\n';
    }
    head(text, "paraphe_verdicts_total", "counter", "Reports of this run, by verdict.");
    for (const auto* verdict : {"eligible", "not_eligible", "review"}) {
        const auto found = counters.verdicts.find(verdict);
        text << "paraphe_verdicts_total{verdict=\"" << verdict << "\"} " << (found == counters.verdicts.end() ? 0 : found->second) << '\n';
    }
    head(text, "paraphe_pages_total", "counter", "Pages read in this run.");
    text << "paraphe_pages_total " << counters.pages << '\n';
    head(text, "paraphe_readers_lost_total", "counter", "Readers of this run that crashed or were killed.");
    text << "paraphe_readers_lost_total " << readers_lost << '\n';
    head(text, "paraphe_stage_seconds_total", "counter", "Seconds by stage, summed over readers.");
    for (const auto& [stage, seconds] : counters.seconds) text << "paraphe_stage_seconds_total{stage=\"" << stage << "\"} " << seconds << '\n';
    head(text, "paraphe_last_update_seconds", "gauge", "When this was written, in seconds since 1970.");
    text << "paraphe_last_update_seconds " << at << '\n';
    return text.str();
}

Result<void> write_metrics(const std::filesystem::path& path, const std::string& text) { return write_file(path, text, 0644); }

}  // namespace paraphe::app
