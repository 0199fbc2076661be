#include "app/batch.hpp"

#include "app/as_of.hpp"
#include "app/exit_status.hpp"
#include "app/outputs.hpp"
#include "app/stop.hpp"
#include "app/summary.hpp"

#include <atomic>
#include <chrono>
#include <iostream>
#include <sstream>
#include <thread>

namespace paraphe::app {
namespace {

constexpr int temporary_failure = 75;  // EX_TEMPFAIL

/// Tells how far the batch is: one line that rewrites itself on a terminal, a plain line a dossier elsewhere. No names of candidates: file names only.
class Progress {
public:
    Progress(std::size_t all, bool rewrite) : all_(all), rewrite_(rewrite) {}

    void finished(const std::string& name, const std::string& outcome) {
        const std::scoped_lock guard(lock_);
        ++done_;
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        const double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
        if (!rewrite_) {
            std::cerr << done_ << '/' << all_ << ' ' << report::for_terminal(name) << " : " << outcome << '\n';
            return;
        }
        std::ostringstream line;
        line.precision(2);
        line << std::fixed << done_ << '/' << all_ << "  " << rate << " dossiers/s  reste " << static_cast<long>(rate > 0 ? static_cast<double>(all_ - done_) / rate : 0) << " s";
        std::cerr << '\r' << line.str() << "\033[K" << (done_ == all_ ? "\n" : "") << std::flush;
    }

private:
    std::size_t all_, done_ = 0;
    bool rewrite_;
    std::mutex lock_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::string outcome_of(const Result<store::Entry>& entry) { return entry ? entry->verdict : "sans rapport (" + entry.error().detail + ")"; }

}  // namespace

std::string prometheus(const Workbench& bench) {
    std::ostringstream text;
    const auto& counters = bench.counters;
    text << "# TYPE paraphe_dossiers_total counter\n"
         << "paraphe_dossiers_total{how=\"read\"} " << counters.read << "\nparaphe_dossiers_total{how=\"from_cache\"} " << counters.from_cache
         << "\nparaphe_dossiers_total{how=\"unchanged\"} " << counters.unchanged << "\nparaphe_dossiers_total{how=\"failed\"} " << counters.failed
         << "\n# TYPE paraphe_pages_total counter\nparaphe_pages_total " << counters.pages
         << "\n# TYPE paraphe_readers_lost_total counter\nparaphe_readers_lost_total " << bench.server.losses()
         << "\n# TYPE paraphe_stage_seconds_total counter\n";
    for (const auto& [stage, seconds] : counters.seconds) text << "paraphe_stage_seconds_total{stage=\"" << stage << "\"} " << seconds << '\n';
    return text.str();
}

int batch(const BatchRequest& request) {
    int exit_status = status::internal;
    auto items = list_inbox(request.inbox, request.shard);
    if (!items) {
        std::cerr << "paraphe : " << explain(items.error(), request.bench.language) << '\n';
        return status_of(items.error());
    }
    const auto bench = set_up(request.bench, exit_status);
    if (!bench) return exit_status;
    const StopSignals stop;
    Progress progress(items->size(), request.progress);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    const auto work = [&] {
        for (std::size_t i = next++; i < items->size() && !stop.asked(); i = next++) {
            const auto entry = process(*bench, (*items)[i], 1);
            failed = failed || !entry;
            progress.finished((*items)[i].name, outcome_of(entry));
        }
    };
    {
        std::vector<std::jthread> threads;
        const int jobs = request.jobs > 0 ? request.jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        for (int i = 0; i < jobs; ++i) threads.emplace_back(work);
    }
    bench->cache.trim();
    const auto entries = bench->journal.all();
    if (request.shard.count == 1 && entries)
        if (auto written = write_summaries(*entries, today(), request.bench.out); !written) return status_of(written.error());
    if (!request.metrics.empty())
        if (auto written = write_private(request.metrics, prometheus(*bench)); !written) return status_of(written.error());
    return failed || stop.asked() ? temporary_failure : status::eligible;
}

int merge_shards(const std::filesystem::path& out) {
    std::vector<store::Entry> all;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(out, error)) {
        const auto name = file.path().filename().string();
        if (!name.starts_with("journal") || file.path().extension() != ".sqlite") continue;
        const auto journal = store::Journal::open(file.path());
        const auto entries = journal ? journal->all() : Result<std::vector<store::Entry>>(tl::unexpected(journal.error()));
        if (!entries) {
            std::cerr << "paraphe : " << explain(entries.error(), report::Language::fr) << '\n';
            return status_of(entries.error());
        }
        all.insert(all.end(), entries->begin(), entries->end());
    }
    std::ranges::sort(all, {}, &store::Entry::name);
    if (auto written = write_summaries(all, today(), out); !written) return status_of(written.error());
    std::cout << all.size() << " dossiers : " << (out / "index.html").string() << '\n';
    return status::eligible;
}

}  // namespace paraphe::app
