#include "app/process.hpp"

#include "app/as_of.hpp"
#include "app/check.hpp"
#include "app/exit_status.hpp"
#include "app/install.hpp"
#include "app/memory.hpp"
#include "app/outputs.hpp"
#include "app/sha256.hpp"
#include "app/summary.hpp"
#include "record/record.hpp"
#include "rules/rulebook.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

std::string cache_key(const Workbench& bench, const std::string& content) {
    return sha256(content + '\n' + PARAPHE_VERSION + '\n' + bench.reading_digest + '\n' + rules::expectations_hash(*bench.book));
}

struct KeptReading {
    Reading reading;
    fs::path folder;
};

std::optional<KeptReading> from_cache(const Workbench& bench, const std::string& key) {
    const auto folder = bench.cache.find(key);
    if (!folder) return {};
    const auto text = read_whole(*folder / "reading.json");
    if (!text) return {};
    auto reading = record::from_json(*text);
    if (!reading) return {};
    return KeptReading{std::move(*reading), *folder};
}

Result<KeptReading> read_afresh(Workbench& bench, const Source& source, const std::string& key, int jobs) {
    auto folder = bench.cache.workshop();
    if (!folder) return tl::unexpected(folder.error());
    ReadOptions options{jobs, rules::expectations(*bench.book), rules::expectations_hash(*bench.book), *folder, {}, bench.dossier_seconds};
    Timings timings;
    auto reading = read_dossier(source, bench.server, options, timings);
    if (!reading) {
        std::error_code error;
        fs::remove_all(*folder, error);
        return tl::unexpected(reading.error());
    }
    auto kept = bench.cache.adopt(key, *folder);
    if (!kept) return tl::unexpected(kept.error());
    const std::scoped_lock guard(bench.lock);
    ++bench.counters.read;
    for (const auto& file : reading->files) bench.counters.pages += static_cast<long>(file.pages.size());
    for (const auto& [stage, seconds] : timings) bench.counters.seconds[stage] += seconds;
    return KeptReading{std::move(*reading), *kept};
}

bool up_to_date(const Workbench& bench, const store::Entry& entry, const std::string& content, const std::string& rulebook) {
    std::error_code error;
    return entry.problem.empty() && entry.sha256 == content && entry.program == PARAPHE_VERSION && entry.rulebook == rulebook &&
           fs::exists(report_path(bench, entry.name, ".json"), error) && fs::exists(report_path(bench, entry.name, ".html"), error);
}

Result<void> write_both(const Workbench& bench, const InboxItem& item, const KeptReading& kept, const Judgement& judgement) {
    const auto picture_of = [&](const std::string& name) -> std::optional<std::string> {
        auto bytes = read_whole(kept.folder / "pictures" / fs::path(name).filename());
        return bytes ? std::optional{std::move(*bytes)} : std::nullopt;
    };
    const auto page = report::html(kept.reading, judgement, picture_of, bench.language, PARAPHE_VERSION, to_iso(today()));
    if (auto done = write_private(report_path(bench, item.name, ".html"), page); !done) return done;
    return write_private(report_path(bench, item.name, ".json"), report::json(kept.reading, judgement, PARAPHE_VERSION) + "\n");
}

std::string verdict_word(Verdict verdict) {
    if (verdict == Verdict::eligible) return "eligible";
    return verdict == Verdict::not_eligible ? "not_eligible" : "review";
}

/// Reads (or takes the kept reading), judges, writes the reports.
Result<store::Entry> check_item(Workbench& bench, const InboxItem& item, const Source& source, const std::string& content, int jobs) {
    const auto key = cache_key(bench, content);
    auto kept = from_cache(bench, key);
    if (kept) {
        const std::scoped_lock guard(bench.lock);
        ++bench.counters.from_cache;
    } else {
        auto fresh = read_afresh(bench, source, key, jobs);
        if (!fresh) return tl::unexpected(fresh.error());
        kept = std::move(*fresh);
    }
    kept->reading.dossier_name = source.name;  // the same bytes may come back under another name
    auto first = bench.journal.first_seen(content, today());
    if (!first) return tl::unexpected(first.error());
    const auto as_of = choose_as_of({}, kept->reading, *first, today());
    const auto judgement = rules::judge(kept->reading, *bench.book, as_of.day, as_of.source);
    if (auto written = write_both(bench, item, *kept, judgement); !written) return tl::unexpected(written.error());
    store::Entry entry{item.name, content, to_iso(as_of.day), as_of.source, verdict_word(judgement.verdict), PARAPHE_VERSION, judgement.rulebook_sha256,
                       rules::expectations_hash(*bench.book), now_utc(), "", summary_of(kept->reading, judgement), ""};
    return entry;
}

}  // namespace

fs::path report_path(const Workbench& bench, const std::string& name, const char* extension) { return bench.out / (name + extension); }

std::unique_ptr<Workbench> set_up(const WorkbenchRequest& request, int& exit_status) {
    const auto refuse = [&](const Error& error) {
        std::cerr << "paraphe : " << explain(error, request.language) << '\n';
        exit_status = status_of(error);
        return nullptr;
    };
    auto book = load_rulebook(request.rulebook, exit_status, request.language);
    if (!book) return nullptr;
    if (auto made = make_private_folder(request.out); !made) return refuse(made.error());
    auto journal = store::Journal::open(request.out / request.journal_name);
    if (!journal) return refuse(journal.error());
    const fs::path cache_folder = request.cache.empty() ? request.out / ".readings" : request.cache;
    auto cache = store::ReadingCache::open(cache_folder, request.cache_bytes);
    if (!cache) return refuse(cache.error());
    const auto installation = find_installation();
    reader::Setup setup;
    setup.program = installation.reader.string();
    setup.models = installation.models.string();
    setup.require_sandbox = request.require_sandbox;
    auto memory = memory_in(cache_folder, request.cache_bytes, installation);
    if (!memory) return refuse(memory.error());
    setup.memory = std::move(*memory);
    auto server = reader::Server::start(setup);
    if (!server) return refuse(server.error());
    auto bench = std::unique_ptr<Workbench>(new Workbench{std::move(*server), std::move(book), std::move(*journal), std::move(*cache), request.out,
                                                          reading_digest(installation), request.language, request.dossier_seconds});
    return bench;
}

Result<store::Entry> process(Workbench& bench, const InboxItem& item, int jobs) {
    auto source = open_source({item.path.string()});
    if (!source) return tl::unexpected(source.error());
    auto content = digest(*source);
    if (!content) return tl::unexpected(content.error());
    auto known = bench.journal.find(item.name);
    if (!known) return tl::unexpected(known.error());
    if (*known && up_to_date(bench, **known, *content, bench.book->sha256)) {
        const std::scoped_lock guard(bench.lock);
        ++bench.counters.unchanged;
        return **known;
    }
    auto entry = check_item(bench, item, *source, *content, jobs);
    if (!entry) {
        const std::scoped_lock guard(bench.lock);
        ++bench.counters.failed;
    }
    store::Entry record = entry ? *entry : store::Entry{item.name, *content, "", "", "", PARAPHE_VERSION, "", "", now_utc(), "", "{}", entry.error().detail};
    if (auto kept = bench.journal.finish(record); !kept) return tl::unexpected(kept.error());
    return entry;
}

}  // namespace paraphe::app
