#include "app/watch.hpp"

#include "app/as_of.hpp"
#include "app/changes.hpp"
#include "app/exit_status.hpp"
#include "app/run_status.hpp"
#include "app/stop.hpp"
#include "app/wholeness.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <thread>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// A file that all who wrote it have closed, and that has its end, needs no longer quiet: this covers an upload tool's last touch
/// (times, permissions).
constexpr double settled_file = 0.2;
constexpr double between_summaries = 5;      // a pile of thousands must not write an index of thousands after each
constexpr double retry = 300;                // what could not be done now (a full disk) may be possible later

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// A dossier as it was last seen.
struct Seen {
    std::string signature;
    Clock::time_point changed;          ///< since when it looks so
    bool done = false, failed = false;
    Clock::time_point tried{};
};

class Watcher {
public:
    Watcher(const WatchRequest& request, Workbench& bench, const StopSignals& stop)
        : request_(request), bench_(bench), stop_(stop), changes_(request.inbox), log_(request.bench.log_format, request.bench.language) {
        status_.command = "watch";
        status_.inbox = request.inbox.string();
        status_.started_at = now_utc();
    }

    int go() {
        log_.started("watch", 0);
        while (!stop_.asked()) {
            const double due = std::clamp(look(), 0.05, request_.rescan_seconds);
            // In steps: a signal that comes just before the wait does not end it.
            const auto start = Clock::now();
            while (!stop_.asked() && since(start) < due && !changes_.wait(std::min(1.0, due - since(start)))) {
            }
        }
        publish_all();
        status_.running = false;
        write_status();
        log_.ended("watch", true, status::eligible);
        return status::eligible;
    }

private:
    /// One look at the inbox: takes what is whole. Gives the seconds until the next look is due.
    double look() {
        const auto items = list_inbox(request_.inbox, {});
        status_.problem = items ? "" : explain(items.error(), request_.bench.language);
        if (!items) {
            log_.problem(items.error());
            write_status();
            return request_.rescan_seconds;
        }
        note(*items);
        double due = request_.rescan_seconds;
        for (const auto& item : *items) {
            if (stop_.asked()) return 0;
            due = std::min(due, consider(item));
        }
        if (unpublished_ || published_on_ != today()) publish_all();
        write_status();
        return due;
    }

    /// Tells the journal what lies there, when that is not what it heard last.
    void note(const std::vector<InboxItem>& items) {
        std::erase_if(seen_, [&](const auto& seen) { return std::ranges::find(items, seen.first, &InboxItem::name) == items.end(); });
        if (items == noted_) return;
        const bool other_names = !std::ranges::equal(items, noted_, {}, &InboxItem::name, &InboxItem::name);
        std::vector<store::Sighting> present;
        for (const auto& item : items) present.push_back({item.name, item.signature});
        if (auto done = bench_.journal.sight(present, today()); !done) return log_.problem(done.error());
        noted_ = items;
        unpublished_ = unpublished_ || other_names;
    }

    /// Seconds until this dossier deserves another look.
    double consider(const InboxItem& item) {
        auto& seen = seen_[item.name];
        if (seen.signature != item.signature) {
            seen = {item.signature, Clock::now()};
            std::error_code error;
            if (fs::is_directory(item.path, error)) changes_.follow(item.path);
            return settled_file;
        }
        if (seen.done) {
            if (!seen.failed) return request_.rescan_seconds;
            if (since(seen.tried) < retry) return retry - since(seen.tried);
        }
        if (const double wait = quiet_needed(item) - since(seen.changed); wait > 0) return std::min(wait, request_.settle_seconds);
        take(item, seen);
        return 0;
    }

    /// How long nothing of it must have changed, so that it may be taken.
    [[nodiscard]] double quiet_needed(const InboxItem& item) const {
        const auto state = wholeness(item.path);
        std::error_code error;
        if (state == Wholeness::unfinished) return request_.patience_seconds;
        if (state == Wholeness::whole && fs::is_regular_file(item.path, error)) return std::min(settled_file, request_.settle_seconds);
        return request_.settle_seconds;
    }

    void take(const InboxItem& item, Seen& seen) {
        status_.in_hand = item.name;
        write_status();
        const int jobs = request_.jobs > 0 ? request_.jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        const auto what = process(bench_, item, jobs);
        status_.in_hand.clear();
        seen.done = what.how != How::left;  // what changed meanwhile is looked at again
        seen.failed = what.how == How::failed;
        seen.tried = Clock::now();
        if (what.how == How::left) return;
        ++finished_;
        if (what.how != How::unchanged) log_.finished(item.name, what, finished_, 0);
        unpublished_ = unpublished_ || what.how != How::unchanged;
        if (unpublished_ && since(published_) > between_summaries) publish_all();
    }

    void publish_all() {
        for (const auto& written : {publish(bench_), publish_metrics(bench_)})
            if (!written) log_.problem(written.error());
        unpublished_ = false;
        published_ = Clock::now();
        published_on_ = today();  // what expires within 30 days and what is news is another thing tomorrow
    }

    void write_status() {
        status_.all = static_cast<long>(seen_.size());
        status_.done = std::ranges::count_if(seen_, [](const auto& s) { return s.second.done && !s.second.failed; });
        status_.without_report = std::ranges::count_if(seen_, [](const auto& s) { return s.second.failed; });
        status_.waiting = status_.all - status_.done - status_.without_report;
        status_.readers_lost = bench_.server.losses();
        if (auto written = app::write_status(status_, request_.bench.out, "status.json"); !written) log_.problem(written.error());
    }

    const WatchRequest& request_;
    Workbench& bench_;
    const StopSignals& stop_;
    Changes changes_;
    RunLog log_;
    RunStatus status_;
    std::map<std::string, Seen> seen_;
    std::vector<InboxItem> noted_;
    std::size_t finished_ = 0;
    bool unpublished_ = false;
    Clock::time_point published_{};
    std::optional<Date> published_on_;
};

}  // namespace

int watch(const WatchRequest& request) {
    int exit_status = status::internal;
    if (auto items = list_inbox(request.inbox, {}); !items) {
        std::cerr << "paraphe : " << explain(items.error(), request.bench.language) << '\n';
        return status_of(items.error());
    }
    const auto bench = set_up(request.bench, exit_status);
    if (!bench) return exit_status;
    const StopSignals stop;
    bench->stop = [&stop] { return stop.asked(); };
    return Watcher(request, *bench, stop).go();
}

}  // namespace paraphe::app
