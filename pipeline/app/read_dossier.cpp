#include "app/read_dossier.hpp"

#include "app/members.hpp"
#include "app/pictures.hpp"
#include "app/pool.hpp"
#include "classify/classify.hpp"
#include "confirm/confirm.hpp"
#include "confirm/person_look.hpp"
#include "extractors/extractors.hpp"
#include "model/limits.hpp"
#include "record/record.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

namespace paraphe::app {
namespace {

class Stopwatch {
public:
    explicit Stopwatch(double& seconds) : seconds_(seconds) {}
    ~Stopwatch() { seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    double& seconds_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// After it no further page or second look is begun: the dossier's time is over, or the program was asked to stop.
class Deadline {
public:
    explicit Deadline(const ReadOptions& options) : seconds_(options.seconds), stop_(options.stop) {}
    [[nodiscard]] bool stopped() const { return stop_ && stop_(); }
    [[nodiscard]] bool passed() const {
        if (stopped()) return true;
        return seconds_ > 0 && std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count() > seconds_;
    }

private:
    double seconds_;
    const std::function<bool()>& stop_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

PageReading not_read(int number) {
    PageReading page;
    page.number = number;
    page.legible = false;
    page.problem = PageProblem::unreadable;
    return page;
}

struct PageJob {
    std::size_t member, page;
};

std::vector<PageJob> page_jobs(const OpenedDossier& dossier) {
    std::vector<PageJob> jobs;
    for (std::size_t m = 0; m < dossier.members.size(); ++m)
        for (std::size_t p = 0; p < dossier.members[m].pages.size(); ++p) jobs.push_back({m, p});
    return jobs;
}

/// Reads every page. A page whose reader crashed is tried once more in a fresh one: the crash may have been another page's doing.
void read_pages(OpenedDossier& dossier, Pool& pool, const ReadOptions& options, const Deadline& deadline, Timings& timings) {
    const auto jobs = page_jobs(dossier);
    std::mutex lock;
    int done = 0;
    std::uint64_t kept = 0;
    pool.for_each(jobs.size(), [&](reader::Reader& reader, std::size_t i) {
        auto& state = dossier.members[jobs[i].member];
        const int number = static_cast<int>(jobs[i].page) + 1;
        auto answer = deadline.passed() ? Result<reader::PageAnswer>(fail(ErrorKind::out_of_time, "the dossier's time is over"))
                                        : reader.read_page(state.member, number);
        if (!answer && answer.error().kind == ErrorKind::crashed) answer = reader.read_page(state.member, number);
        const std::scoped_lock guard(lock);
        state.pages[jobs[i].page] = answer ? std::move(answer->reading) : not_read(number);
        state.pages[jobs[i].page].number = number;
        if (answer) {
            kept += answer->view.pixels.size();
            if (kept <= Limits{}.view_bytes) state.views[jobs[i].page] = std::move(answer->view);
            timings["pages"] += answer->seconds_pages;
            timings["ocr"] += answer->seconds_ocr;
            timings["marks"] += answer->seconds_marks;
        } else {
            state.reading.reason = reason_of(answer.error().kind).text();
        }
        if (options.progress) options.progress(++done, static_cast<int>(jobs.size()));
    });
}

/// A file none of whose pages could be read is unreadable; with some pages read it stays read, and the pages say which are not.
void settle_files(OpenedDossier& dossier) {
    for (auto& state : dossier.members) {
        if (state.reading.status != FileStatus::read || state.pages.empty()) continue;
        const bool any = std::ranges::any_of(state.pages, [](const PageReading& p) { return p.problem != PageProblem::unreadable; });
        if (any) state.reading.reason.clear();
        else state.reading.status = FileStatus::unreadable;
    }
}

struct Located {
    std::size_t member, page;
};

std::vector<Located> classifiable(const OpenedDossier& dossier) {
    std::vector<Located> pages;
    for (const auto& job : page_jobs(dossier)) pages.push_back({job.member, job.page});
    return pages;
}

PageSummary summarise(const PageReading& page, const classify::PageClass& kind) {
    PageSummary summary;
    summary.page = page.number;
    summary.piece = kind.piece;
    summary.confidence = kind.confidence;
    summary.may_be = kind.may_be;
    summary.looks_like = kind.looks_like;
    summary.rotation = page.rotation;
    summary.width_mm = page.width_mm;
    summary.height_mm = page.height_mm;
    summary.text = page.source;
    summary.legible = page.legible;
    summary.problem = page.problem;
    summary.layer_rejected = page.layer_rejected;
    summary.overlays = page.overlays;
    summary.codes = page.codes;
    summary.duplicate_of = kind.duplicate_of;
    return summary;
}

std::vector<PageKind> all_kinds() {
    std::vector<PageKind> kinds;
    for (const auto* extractor : extractors::all()) kinds.insert(kinds.end(), extractor->kinds.begin(), extractor->kinds.end());
    return kinds;
}

const Extractor* extractor_of(const std::string& piece) {
    for (const auto* extractor : extractors::all())
        if (extractor->piece == piece) return extractor;
    return nullptr;
}

/// Makes a document of a group of pages: its parts, its marks, and what the piece's extractor reads from it.
Document make_document(const classify::Group& group, const std::vector<classify::SourcePage>& sources, const Expectations& expectations) {
    Document document;
    document.piece = group.piece;
    document.looks_like = group.looks_like;
    document.confidence = group.confidence;
    document.boundary_confidence = group.boundary_confidence;
    std::vector<DocumentPage> pages;
    for (const std::size_t index : group.pages) {
        const auto& source = sources[index];
        pages.push_back({source.path, source.reading});
        if (document.parts.empty() || document.parts.back().path != source.path) document.parts.push_back({source.path, {}});
        document.parts.back().pages.push_back(source.reading->number);
        for (const auto& mark : source.reading->marks) document.marks.push_back({source.path, source.reading->number, mark});
    }
    if (const auto* extractor = extractor_of(group.piece); extractor && extractor->read) {
        auto extraction = extractor->read(pages, expectations);
        document.fields = std::move(extraction.fields);
        document.slots = std::move(extraction.slots);
        document.findings = std::move(extraction.findings);
    }
    return document;
}

void number_documents(std::vector<Document>& documents) {
    std::map<std::string, int> counts;
    for (auto& document : documents) document.id = document.piece + "-" + std::to_string(++counts[document.piece]);
}

/// Classifies the pages, makes the documents and extracts their fields.
void understand(const OpenedDossier& dossier, const ReadOptions& options, Reading& reading, Timings& timings) {
    const auto located = classifiable(dossier);
    std::vector<classify::SourcePage> sources;
    for (const auto& at : located) sources.push_back({dossier.members[at.member].reading.path, &dossier.members[at.member].pages[at.page]});
    classify::Classified classified;
    {
        const Stopwatch watch(timings["classify"]);
        classified = classify::classify(sources, all_kinds());
    }
    for (std::size_t i = 0; i < located.size(); ++i)
        reading.files[located[i].member].pages.push_back(summarise(*sources[i].reading, classified.pages[i]));
    const Stopwatch watch(timings["extract"]);
    for (const auto& group : classified.groups) reading.documents.push_back(make_document(group, sources, options.expectations));
    number_documents(reading.documents);
}

void confirm_documents(const OpenedDossier& dossier, Pool& pool, const ReadOptions& options, const Deadline& deadline, Reading& reading) {
    std::map<std::string, const MemberState*> by_path;
    for (const auto& state : dossier.members) by_path[state.reading.path] = &state;
    const auto page_of = [&](const std::string& path, int page) -> const PageReading* {
        const auto found = by_path.find(path);
        if (found == by_path.end() || page < 1 || page > static_cast<int>(found->second->pages.size())) return nullptr;
        return &found->second->pages[static_cast<std::size_t>(page) - 1];
    };
    const auto look_with = [&](reader::Reader& reader) -> confirm::LookAgain {
        return [&](const std::string& path, const CropRequest& request) -> Result<CropAnswer> {
            if (deadline.passed()) return fail(ErrorKind::out_of_time, "the dossier's time is over", path);
            const auto found = by_path.find(path);
            if (found == by_path.end()) return fail(ErrorKind::not_found, "no such member", path);
            auto whole = request;
            if (const auto* page = page_of(path, request.page)) whole.rotation = page->rotation;
            return reader.look_again(found->second->member, whole);
        };
    };
    pool.for_each(reading.documents.size(), [&](reader::Reader& reader, std::size_t i) { confirm::confirm(reading.documents[i], options.expectations, look_with(reader), page_of); });
    const auto signatories = confirm::signatories_of(reading.documents);
    pool.for_each(reading.documents.size(), [&](reader::Reader& reader, std::size_t i) { confirm::settle_representative(reading.documents[i], signatories, look_with(reader)); });
    if (!options.known) return;
    const auto known = options.known(reading);
    pool.for_each(reading.documents.size(), [&](reader::Reader& reader, std::size_t i) { confirm::recognise(reading.documents[i], known, look_with(reader), page_of); });
}

bool everything_read(const Reading& reading) {
    for (const auto& file : reading.files) {
        if (file.status == FileStatus::unreadable) return false;
        for (const auto& page : file.pages)
            if (!page.legible) return false;
    }
    return true;
}

}  // namespace

Result<Reading> read_dossier(const Source& source, reader::Server& server, const ReadOptions& options, Timings& timings) {
    Reading reading;
    reading.program = PARAPHE_VERSION;
    reading.expectations_hash = options.expectations_hash;
    reading.dossier_name = source.name;
    reading.deposited_on = source.deposited_on;
    auto hash = digest(source);
    if (!hash) return tl::unexpected(hash.error());
    reading.dossier_sha256 = *hash;

    const Deadline deadline(options);
    auto pool = Pool::make(server, options.jobs);
    if (!pool) return tl::unexpected(pool.error());
    OpenedDossier dossier;
    {
        const Stopwatch watch(timings["intake"]);
        dossier = open_members(source, *pool);
    }
    reading.mailed_on = dossier.mailed_on;
    read_pages(dossier, *pool, options, deadline, timings);
    settle_files(dossier);
    for (const auto& state : dossier.members) reading.files.push_back(state.reading);
    understand(dossier, options, reading, timings);
    {
        const Stopwatch watch(timings["confirm"]);
        confirm_documents(dossier, *pool, options, deadline, reading);
    }
    if (deadline.stopped()) return fail(ErrorKind::internal, "asked to stop");
    reading.complete = everything_read(reading);
    {
        const Stopwatch watch(timings["pictures"]);
        if (auto written = write_pictures(dossier, *pool, options.shelf, reading); !written) return tl::unexpected(written.error());
    }
    // What is judged is what was written, so that `judge` gives the same bytes as `check`.
    const auto text = record::to_json(reading);
    if (auto written = options.shelf("reading.json", text); !written) return tl::unexpected(written.error());
    return record::from_json(text);
}

}  // namespace paraphe::app
