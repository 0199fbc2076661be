#include "app/process.hpp"

#include "app/as_of.hpp"
#include "app/exit_status.hpp"
#include "app/install.hpp"
#include "app/journals.hpp"
#include "app/known.hpp"
#include "app/members.hpp"
#include "app/memory.hpp"
#include "app/outputs.hpp"
#include "app/read_dossier.hpp"
#include "app/readers.hpp"
#include "app/rulebook_file.hpp"
#include "app/run_status.hpp"
#include "app/sha256.hpp"
#include "app/shelf.hpp"
#include "app/summary.hpp"
#include "record/record.hpp"
#include "rules/rulebook.hpp"

#include <chrono>
#include <ctime>
#include <iostream>
#include <malloc.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr Word changed = "changed";  // while it was being read

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::string cache_key(const Workbench& bench, const std::string& content) {
    return sha256(content + '\n' + bench.program + '\n' + rules::expectations_hash(*bench.book));
}

/// A reading and the folder of its pictures; one that was cut short is not kept beyond its reports.
struct KeptReading {
    Reading reading;
    fs::path folder;
    std::optional<TemporaryFolder> throw_away{};
};

std::optional<KeptReading> from_cache(const Workbench& bench, const std::string& key) {
    const auto folder = bench.cache.find(key);
    if (!folder) return {};
    const auto text = read_whole(*folder / "reading.json");
    auto reading = text ? record::from_json(*text) : tl::unexpected(text.error());
    if (reading) return KeptReading{std::move(*reading), *folder};
    bench.cache.drop(key);
    return {};
}

void count_stages(Workbench& bench, const Timings& timings) {
    const std::scoped_lock guard(bench.lock);
    for (const auto& [stage, seconds] : timings) bench.counters.seconds[stage] += seconds;
}

/// Reads the dossier. `limit` becomes its time limit when that cut the reading short.
Result<KeptReading> read_afresh(Workbench& bench, const Source& source, const std::string& content, int jobs, double& limit) {
    auto made = bench.cache.workshop();
    if (!made) return tl::unexpected(made.error());
    auto workshop = TemporaryFolder(*made);
    const ReadOptions options{jobs, rules::expectations(*bench.book), rules::expectations_hash(*bench.book), shelf_in(workshop.path()), {},
                              [&](const Reading& read) { return known_candidate(read, *bench.book); }, bench.request.dossier_seconds, bench.stop};
    Timings timings;
    const auto start = Clock::now();
    auto reading = read_dossier(source, bench.server, options, timings);
    count_stages(bench, timings);
    if (!reading) return tl::unexpected(reading.error());
    const auto after = digest(source);
    if (!after || *after != content) return fail(ErrorKind::damaged, changed.string());
    if (options.seconds > 0 && seconds_since(start) >= options.seconds) {
        limit = options.seconds;
        fs::path folder = workshop.path();
        return KeptReading{std::move(*reading), std::move(folder), std::move(workshop)};
    }
    auto kept = bench.cache.adopt(cache_key(bench, content), workshop.path());
    if (!kept) return tl::unexpected(kept.error());
    return KeptReading{std::move(*reading), std::move(*kept), {}};
}

bool up_to_date(const Workbench& bench, const store::Entry& entry, const InboxItem& item, const std::string& content) {
    std::error_code error;
    const double limit = bench.request.dossier_seconds;
    const bool time_enough = entry.time_limit == 0 || (limit > 0 && limit <= entry.time_limit);
    return entry.problem.empty() && entry.sha256 == content && entry.signature == item.signature && entry.program == bench.program &&
           entry.rulebook == bench.book->sha256 && time_enough && fs::exists(report_path(bench, entry.name, ".json"), error) &&
           fs::exists(report_path(bench, entry.name, ".html"), error);
}

Result<void> write_both(const Workbench& bench, const InboxItem& item, const KeptReading& kept, const Judgement& judgement) {
    const auto page = report::html(kept.reading, judgement, pictures_on(kept.folder), bench.request.language, PARAPHE_VERSION, to_iso(today()));
    if (auto done = write_private(report_path(bench, item.name, ".html"), page); !done) return done;
    return write_private(report_path(bench, item.name, ".json"), report::json(kept.reading, judgement, PARAPHE_VERSION) + "\n");
}

std::string verdict_word(Verdict verdict) {
    if (verdict == Verdict::eligible) return "eligible";
    return verdict == Verdict::not_eligible ? "not_eligible" : "review";
}

/// The day of deposit, as far as the journal knows it: that on which the dossier was noticed, however long it waited for its turn.
Result<Date> first_seen(Workbench& bench, const InboxItem& item, const std::string& content) {
    const auto noticed = bench.journal.sighted({item.name, item.signature}, today());
    if (!noticed) return noticed;
    return bench.journal.first_seen(content, *noticed);
}

long pages_of(const Reading& reading) {
    long pages = 0;
    for (const auto& file : reading.files) pages += static_cast<long>(file.pages.size());
    return pages;
}

/// Reads (or takes the kept reading), judges, writes the reports.
Result<Processed> check_item(Workbench& bench, const InboxItem& item, const Source& source, const std::string& content, int jobs) {
    Processed done;
    const auto first = first_seen(bench, item, content);
    if (!first) return tl::unexpected(first.error());
    auto kept = from_cache(bench, cache_key(bench, content));
    done.how = kept ? How::from_cache : How::read;
    if (!kept) {
        auto fresh = read_afresh(bench, source, content, jobs, done.entry.time_limit);
        if (!fresh) return tl::unexpected(fresh.error());
        kept.emplace(std::move(*fresh));
        done.pages = pages_of(kept->reading);
    }
    kept->reading.dossier_name = source.name;  // the same bytes may come back under another name
    const auto as_of = choose_as_of({}, kept->reading, *first, today());
    const auto judgement = rules::judge(kept->reading, *bench.book, as_of.day, as_of.source);
    if (auto written = write_both(bench, item, *kept, judgement); !written) return tl::unexpected(written.error());
    done.entry.as_of = to_iso(as_of.day);
    done.entry.as_of_source = as_of.source;
    done.entry.verdict = verdict_word(judgement.verdict);
    done.entry.rulebook = judgement.rulebook_sha256;
    done.entry.expectations = rules::expectations_hash(*bench.book);
    done.entry.summary = summary_of(kept->reading, judgement, bench.request.language);
    return done;
}

Processed left(Word reason) {
    Processed what;
    what.reason = reason;
    return what;
}

Processed failed(const Error& error, report::Language language) {
    Processed what;
    what.how = How::failed;
    what.reason = reason_of(error.kind);
    what.entry.problem = explain(error, language);
    what.entry.summary = "{}";
    return what;
}

/// Adds what every entry says, and writes it.
Processed recorded(Workbench& bench, const InboxItem& item, const std::string& content, Processed what) {
    what.entry.name = item.name;
    what.entry.sha256 = content;
    what.entry.signature = item.signature;
    what.entry.program = bench.program;
    what.entry.finished_at = now_utc();
    if (auto kept = bench.journal.finish(what.entry); !kept) {
        what = failed(kept.error(), bench.request.language);
        what.entry.name = item.name;
    }
    return what;
}

Processed process_now(Workbench& bench, const InboxItem& item, int jobs) {
    auto source = open_source({item.path.string()});
    // What was opened must be what was listed: a folder may have lost or gained files since.
    const auto now = signature_of(item.path);
    if (now.empty()) return left("vanished");
    if (now != item.signature) return left(changed);
    if (!source) return recorded(bench, item, "", failed(source.error(), bench.request.language));
    const auto content = digest(*source);
    if (!content) return recorded(bench, item, "", failed(content.error(), bench.request.language));
    const auto known = bench.journal.find(item.name);
    if (!known) return failed(known.error(), bench.request.language);
    if (*known && up_to_date(bench, **known, item, *content)) {
        Processed unchanged;
        unchanged.entry = **known;
        unchanged.how = How::unchanged;
        return unchanged;
    }
    auto done = check_item(bench, item, *source, *content, jobs);
    bench.cache.trim_if_full();
    if (done) return recorded(bench, item, *content, std::move(*done));
    if (bench.stop && bench.stop()) return left("stopped");
    if (done.error().detail == changed.text()) return left(changed);
    return recorded(bench, item, *content, failed(done.error(), bench.request.language));
}

}  // namespace

fs::path report_path(const Workbench& bench, const std::string& name, const char* extension) { return bench.request.out / (report_name(name) + extension); }

std::unique_ptr<Workbench> set_up(const WorkbenchRequest& request, int& exit_status) {
    const auto refuse = [&](const Error& error) {
        std::cerr << "paraphe : " << explain(error, request.language) << '\n';
        exit_status = status_of(error);
        return nullptr;
    };
    auto book = load_rulebook(request.rulebook, exit_status, request.language);
    if (!book) return nullptr;
    if (auto made = make_private_folder(request.out); !made) return refuse(made.error());
    auto output_lock = OutputLock::take(request.out, journal_name(request.shard));
    if (!output_lock && output_lock.error().kind == ErrorKind::unsupported) {
        std::cerr << "paraphe : " << another_works(request.out, request.language) << '\n';
        exit_status = status::temporary;
        return nullptr;
    }
    if (!output_lock) return refuse(output_lock.error());
    remove_unfinished(request.out, [&](const std::string& name) {
        return request.shard.count == 1 || (belongs_to(fs::path(name).stem().string(), request.shard) && !name.starts_with("status"));
    });
    auto journal = open_journal(request.out, request.shard);
    if (!journal) return refuse(journal.error());
    const fs::path cache_folder = request.cache.empty() ? request.out / ".readings" : request.cache;
    auto cache = store::ReadingCache::open(cache_folder, request.cache_bytes);
    if (!cache) return refuse(cache.error());
    const auto installation = find_installation();
    RunLog log(request.log_format, request.language);
    auto server = start_readers(installation, {cache_folder, request.cache_bytes, request.require_sandbox}, log);
    if (!server) return refuse(server.error());
    auto complete = read_forms(std::move(book), *server);
    if (!complete) {
        refuse(complete.error());
        exit_status = status_of_form(complete.error());
        return nullptr;
    }
    const auto program = std::string(PARAPHE_VERSION) + "+" + program_digest(installation).substr(0, 16);
    return std::unique_ptr<Workbench>(new Workbench{request, std::move(*output_lock), std::move(*server), std::move(*complete), std::move(*journal),
                                                    std::move(*cache), program});
}

Processed process(Workbench& bench, const InboxItem& item, int jobs) {
    const auto start = Clock::now();
    auto what = process_now(bench, item, jobs);
    what.seconds = seconds_since(start);
    const std::scoped_lock guard(bench.lock);
    bench.counters.count(what);
    return what;
}

Result<void> publish(Workbench& bench) {
    if (bench.request.shard.count > 1) return {};
    auto written = [&]() -> Result<void> {
        const auto entries = bench.journal.all();
        if (!entries) return tl::unexpected(entries.error());
        return write_summaries(bench.journal, *entries, bench.request.out, bench.request.language);
    }();
    // An index of a thousand takes 7 MB for a moment, which the allocator would keep in the arena of this thread (measured).
    ::malloc_trim(0);
    return written;
}

Result<void> publish_metrics(Workbench& bench) {
    if (bench.request.metrics.empty()) return {};
    const std::scoped_lock guard(bench.lock);
    return write_metrics(bench.request.metrics, prometheus(bench.counters, bench.server.losses(), static_cast<long>(std::time(nullptr))));
}

}  // namespace paraphe::app
