#include "app/purge.hpp"

#include "app/exit_status.hpp"
#include "app/journals.hpp"
#include "app/output_lock.hpp"
#include "app/outputs.hpp"
#include "app/run_status.hpp"
#include "app/summary.hpp"
#include "store/answers.hpp"
#include "store/cache.hpp"

#include <chrono>
#include <iostream>
#include <set>
#include <vector>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::system_clock;

struct Removed {
    std::size_t dossiers = 0, readings = 0, answers = 0;
};

/// Nobody may work there meanwhile: a report in the making would be taken away, or come back.
Result<std::vector<OutputLock>> take_all(const fs::path& out, const std::vector<fs::path>& journals) {
    std::set<std::string> names{journal_name({})};
    for (const auto& journal : journals) names.insert(journal.stem().string());
    std::vector<OutputLock> locks;
    for (const auto& name : names) {
        auto lock = OutputLock::take(out, name);
        if (!lock) return tl::unexpected(lock.error());
        locks.push_back(std::move(*lock));
    }
    return locks;
}

/// First the reports, then the entries: a purge that is cut short is finished by the next one.
Result<void> purge_reports(const fs::path& out, const std::vector<store::Entry>& newest, const std::string& until, Removed& removed) {
    for (const auto& entry : newest) {
        if (entry.finished_at > until) continue;
        ++removed.dossiers;
        for (const char* ending : {".json", ".html"}) {
            std::error_code error;
            const auto report = out / (report_name(entry.name) + ending);
            fs::remove(report, error);
            if (error) return fail(ErrorKind::io, error.message(), report.string());
        }
    }
    return {};
}

Result<void> purge_out(const PurgeRequest& request, const std::string& until, Removed& removed) {
    const auto& out = request.out;
    const auto journals = journals_in(out);
    if (!journals) return tl::unexpected(journals.error());
    const auto locks = take_all(out, *journals);
    if (!locks) return tl::unexpected(locks.error());
    const auto newest = newest_entries(out);
    if (!newest) return tl::unexpected(newest.error());
    if (auto done = purge_reports(out, *newest, until, removed); !done) return done;
    remove_unfinished(out, [](const std::string&) { return true; });
    for (const auto& path : *journals) {
        auto journal = store::Journal::open(path);
        if (!journal) return tl::unexpected(journal.error());
        if (auto done = journal->forget(until); !done) return done;
    }
    auto whole = store::Journal::open(out / (journal_name({}) + ".sqlite"));
    if (!whole) return tl::unexpected(whole.error());
    const auto left = newest_entries(out);
    if (!left) return tl::unexpected(left.error());
    return write_summaries(*whole, *left, out, request.language);
}

Result<void> purge_cache(const fs::path& folder, Clock::time_point until, Removed& removed) {
    const auto readings = store::ReadingCache::open(folder, 0);
    if (!readings) return tl::unexpected(readings.error());
    removed.readings = readings->purge(until);
    const auto file = folder / "answers.sqlite";
    std::error_code error;
    if (!fs::exists(file, error)) return {};
    auto answers = store::AnswerStore::open(file, 0);
    if (!answers) return tl::unexpected(answers.error());
    const auto purged = answers->purge(until);
    if (!purged) return tl::unexpected(purged.error());
    removed.answers = *purged;
    return {};
}

Result<void> purge_both(const PurgeRequest& request, Removed& removed) {
    const auto until = Clock::now() - std::chrono::days(request.days);
    const auto cache = request.cache.empty() ? request.out / ".readings" : request.cache;
    std::error_code error;
    if (!request.out.empty())
        if (auto done = purge_out(request, utc(Clock::to_time_t(until)), removed); !done) return done;
    if (request.cache.empty() && !fs::exists(cache, error)) return {};
    return purge_cache(cache, until, removed);
}

}  // namespace

int purge(const PurgeRequest& request) {
    const bool french = request.language == report::Language::fr;
    Removed removed;
    if (auto done = purge_both(request, removed); !done) {
        const bool busy = done.error().kind == ErrorKind::unsupported;
        std::cerr << "paraphe : " << (busy ? another_works(request.out, request.language) : explain(done.error(), request.language)) << '\n';
        return busy ? status::temporary : status_of(done.error());
    }
    std::cout << (french ? "Effacés : " : "Removed: ") << removed.dossiers << " dossiers, " << removed.readings
              << (french ? " lectures, " : " readings, ") << removed.answers << (french ? " pages gardées\n" : " kept pages\n");
    return status::eligible;
}

}  // namespace paraphe::app
