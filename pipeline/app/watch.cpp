#include "app/watch.hpp"

#include "app/as_of.hpp"
#include "app/exit_status.hpp"
#include "app/outputs.hpp"
#include "app/stop.hpp"
#include "app/summary.hpp"

#include <chrono>
#include <cmath>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/inotify.h>
#include <thread>
#include <unistd.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Wakes when something changes in the inbox. Only a hint: what is done follows from looking at the folder itself.
class Changes {
public:
    explicit Changes(const fs::path& inbox) : fd_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
        if (fd_) ::inotify_add_watch(fd_.get(), inbox.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_ATTRIB);
    }

    void wait(double seconds) const {
        pollfd waiting{fd_.get(), POLLIN, 0};
        ::poll(&waiting, 1, static_cast<int>(std::ceil(seconds * 1000)));
        char events[4096];
        while (::read(fd_.get(), events, sizeof events) > 0) {
        }
    }

private:
    reader::Descriptor fd_;
};

/// A dossier as it was last seen, and since when it looks so.
struct Seen {
    std::string signature;
    Clock::time_point since;
    bool done = false;
};

class Watcher {
public:
    Watcher(const WatchRequest& request, Workbench& bench) : request_(request), bench_(bench) {}

    /// One look at the inbox: takes what is whole. Gives the seconds until the next look is due.
    double look() {
        const auto items = list_inbox(request_.inbox, {});
        if (!items) {
            problem_ = items.error().detail;
            write_status();
            return request_.rescan_seconds;
        }
        problem_.clear();
        forget_deleted(*items);
        double due = request_.rescan_seconds;
        for (const auto& item : *items) {
            if (stop_.asked()) return 0;
            due = std::min(due, consider(item));
        }
        return due;
    }

    [[nodiscard]] bool stopped() const { return stop_.asked(); }

    void write_status() const {
        nlohmann::ordered_json json;
        json["inbox"] = request_.inbox.string();
        json["running"] = !stop_.asked();
        json["in_hand"] = in_hand_;
        json["waiting"] = std::ranges::count_if(seen_, [](const auto& s) { return !s.second.done; });
        json["done"] = std::ranges::count_if(seen_, [](const auto& s) { return s.second.done; });
        json["readers_lost"] = bench_.server.losses();
        json["problem"] = problem_;
        json["day"] = to_iso(today());
        if (auto written = write_private(request_.bench.out / "status.json", json.dump(2) + "\n"); !written)
            std::cerr << "paraphe : " << explain(written.error(), request_.bench.language) << '\n';
    }

private:
    void forget_deleted(const std::vector<InboxItem>& items) {
        std::erase_if(seen_, [&](const auto& seen) { return std::ranges::none_of(items, [&](const InboxItem& i) { return i.name == seen.first; }); });
    }

    /// Seconds until this dossier deserves another look.
    double consider(const InboxItem& item) {
        auto& seen = seen_[item.name];
        const auto now = Clock::now();
        if (seen.signature != item.signature) {
            seen = {item.signature, now, false};
            return request_.settle_seconds;
        }
        if (seen.done) return request_.rescan_seconds;
        const double quiet = std::chrono::duration<double>(now - seen.since).count();
        if (quiet < request_.settle_seconds) return request_.settle_seconds - quiet;
        take(item);
        seen.done = true;
        return 0;
    }

    void take(const InboxItem& item) {
        in_hand_ = item.name;
        write_status();
        const int jobs = request_.jobs > 0 ? request_.jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        const auto entry = process(bench_, item, jobs);
        in_hand_.clear();
        std::cout << report::for_terminal(item.name) << " : " << (entry ? entry->verdict : "sans rapport (" + entry.error().detail + ")") << std::endl;
        if (const auto entries = bench_.journal.all())
            if (auto written = write_summaries(*entries, today(), request_.bench.out); !written) problem_ = written.error().detail;
        bench_.cache.trim();
        write_status();
    }

    const WatchRequest& request_;
    Workbench& bench_;
    StopSignals stop_;
    std::map<std::string, Seen> seen_;
    std::string in_hand_, problem_;
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
    Watcher watcher(request, *bench);
    const Changes changes(request.inbox);
    watcher.write_status();
    while (!watcher.stopped()) {
        const double due = watcher.look();
        if (!watcher.stopped()) changes.wait(std::max(0.05, due));
    }
    watcher.write_status();
    return status::eligible;
}

int print_status(const fs::path& out) {
    const auto text = read_whole(out / "status.json");
    const auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    if (!json.is_object()) {
        std::cerr << "paraphe : " << out.string() << " : aucun état ici. Lancez « paraphe watch » avec ce dossier de sortie.\n";
        return status::no_input;
    }
    std::cout << (json.value("running", false) ? "en marche" : "arrêté") << ", " << json.value("done", 0) << " dossiers faits, " << json.value("waiting", 0) << " en attente";
    if (const auto in_hand = json.value("in_hand", std::string()); !in_hand.empty()) std::cout << ", en cours : " << report::for_terminal(in_hand);
    if (const auto problem = json.value("problem", std::string()); !problem.empty()) std::cout << "\n" << report::for_terminal(problem);
    std::cout << '\n';
    return status::eligible;
}

}  // namespace paraphe::app
