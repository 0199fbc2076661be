#include "app/batch.hpp"

#include "app/as_of.hpp"
#include "app/exit_status.hpp"
#include "app/journals.hpp"
#include "app/outputs.hpp"
#include "app/progress.hpp"
#include "app/run_status.hpp"
#include "app/stop.hpp"
#include "app/summary.hpp"
#include "app/wholeness.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <thread>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto between_statuses = 2s;
constexpr auto between_summaries = 300s;  // a batch killed in its tenth hour leaves an index of minutes ago
constexpr auto still_arriving = 60s;      // what looks unfinished and changed so lately may be a copy in progress

int tell(const Error& error, report::Language language) {
    std::cerr << "paraphe : " << explain(error, language) << '\n';
    return status_of(error);
}

bool arriving(const fs::path& dossier) {
    std::error_code error;
    const auto changed = fs::last_write_time(dossier, error);
    return !error && fs::file_time_type::clock::now() - changed < still_arriving && wholeness(dossier) == Wholeness::unfinished;
}

/// One run over a listing of the inbox. Its methods are called from several threads.
class Run {
public:
    Run(const BatchRequest& request, Workbench& bench, std::vector<InboxItem> items)
        : request_(request), bench_(bench), items_(std::move(items)), log_(request.bench.log_format, request.bench.language) {
        status_.command = "batch";
        status_.inbox = request.inbox.string();
        status_.started_at = now_utc();
        status_.all = static_cast<long>(items_.size());
    }

    int go() {
        log_.started("batch", items_.size());
        write_status();
        {
            std::vector<std::jthread> threads;
            const int jobs = request_.jobs > 0 ? request_.jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
            for (int i = 0; i < jobs; ++i) threads.emplace_back([this] { work(); });
        }
        bench_.cache.trim();
        int exit_status = without_report_ > 0 || bench_.stop() ? status::temporary : status::eligible;
        if (auto written = publish(bench_); !written) exit_status = tell(written.error(), request_.bench.language);
        if (auto written = publish_metrics(bench_); !written) exit_status = tell(written.error(), request_.bench.language);
        status_.running = false;
        write_status();
        log_.ended("batch", bench_.stop(), exit_status);
        return exit_status;
    }

private:
    void work() {
        for (std::size_t i = next_++; i < items_.size() && !bench_.stop(); i = next_++) {
            auto item = items_[i];
            if (auto now = signature_of(item.path); !now.empty()) item.signature = now;  // the listing may be hours old
            auto what = arriving(item.path) ? Processed{{}, How::left, "unfinished"} : process(bench_, item, 1);
            finished(item, what);
        }
    }

    void finished(const InboxItem& item, const Processed& what) {
        const std::scoped_lock guard(lock_);
        if (what.reason == "stopped") return;
        ++progress_.done;
        if (what.how != How::unchanged) ++progress_.worked;
        if (what.how == How::failed || (what.how == How::left && what.reason != "vanished")) ++without_report_;
        progress_.all = items_.size();
        progress_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
        const bool rewrite = request_.progress && request_.bench.log_format == LogFormat::text;
        if (rewrite) std::cerr << '\r' << progress_line(progress_, request_.bench.language) << "\033[K" << (progress_.done == progress_.all ? "\n" : "") << std::flush;
        else log_.finished(item.name, what, progress_.done, progress_.all);
        if (Clock::now() - last_status_ > between_statuses) {
            write_status();
            if (auto written = publish_metrics(bench_); !written) log_.problem(written.error());
        }
        if (Clock::now() - last_summary_ > between_summaries) {
            if (auto written = publish(bench_); !written) log_.problem(written.error());
            last_summary_ = Clock::now();
        }
    }

    void write_status() {
        status_.done = static_cast<long>(progress_.done);
        status_.waiting = static_cast<long>(items_.size() - progress_.done);
        status_.without_report = without_report_;
        status_.readers_lost = bench_.server.losses();
        const auto name = "status" + journal_name(request_.bench.shard).substr(std::string_view("journal").size()) + ".json";
        if (auto written = app::write_status(status_, request_.bench.out, name); !written) log_.problem(written.error());
        last_status_ = Clock::now();
    }

    const BatchRequest& request_;
    Workbench& bench_;
    const std::vector<InboxItem> items_;
    RunLog log_;
    RunStatus status_;
    Progress progress_;
    long without_report_ = 0;
    std::atomic<std::size_t> next_{0};
    std::mutex lock_;
    const Clock::time_point start_ = Clock::now();
    Clock::time_point last_status_ = start_, last_summary_ = start_;
};

/// Names the dossiers that lie in the inbox and have no report.
int tell_missing(const std::vector<InboxItem>& items, const std::vector<store::Entry>& entries, report::Language language) {
    int missing = 0;
    for (const auto& item : items) {
        const auto entry = std::ranges::find(entries, item.name, &store::Entry::name);
        if (entry != entries.end() && entry->problem.empty()) continue;
        ++missing;
        std::cerr << report::for_terminal(item.name)
                  << (language == report::Language::fr ? " : sans rapport. Relancez la part qui le contient.\n" : ": no report. Run its shard again.\n");
    }
    return missing;
}

}  // namespace

int batch(const BatchRequest& request) {
    int exit_status = status::internal;
    auto items = list_inbox(request.inbox, request.bench.shard);
    if (!items) return tell(items.error(), request.bench.language);
    const auto bench = set_up(request.bench, exit_status);
    if (!bench) return exit_status;
    std::vector<store::Sighting> present;
    for (const auto& item : *items) present.push_back({item.name, item.signature});
    if (auto noted = bench->journal.sight(present, today()); !noted) return tell(noted.error(), request.bench.language);
    const StopSignals stop;
    bench->stop = [&stop] { return stop.asked(); };
    return Run(request, *bench, std::move(*items)).go();
}

int merge_shards(const fs::path& out, const fs::path& inbox, report::Language language) {
    const auto entries = newest_entries(out);
    if (!entries) return tell(entries.error(), language);
    // The whole inbox's journal remembers when summaries were written.
    auto journal = store::Journal::open(out / (journal_name({}) + ".sqlite"));
    if (!journal) return tell(journal.error(), language);
    if (auto written = write_summaries(*journal, *entries, out, language); !written) return tell(written.error(), language);
    std::cout << entries->size() << " dossiers : " << (out / "index.html").string() << '\n';
    if (inbox.empty()) return status::eligible;
    const auto items = list_inbox(inbox, {});
    if (!items) return tell(items.error(), language);
    return tell_missing(*items, *entries, language) > 0 ? status::temporary : status::eligible;
}

}  // namespace paraphe::app
