#include "app/members.hpp"

#include "app/sha256.hpp"
#include "model/limits.hpp"
#include "reader/office.hpp"

#include <sys/stat.h>

namespace paraphe::app {
namespace {

FileReading describe(const reader::Member& member) {
    FileReading file;
    file.path = member.path;
    file.sha256 = member.sha256;
    file.media_type = member.media_type;
    file.bytes = member.size;
    file.status = member.status;
    file.reason = member.reason;
    return file;
}

FileReading unreadable(const std::string& path, const std::string& reason, int fd) {
    FileReading file;
    file.path = path;
    file.status = FileStatus::unreadable;
    file.reason = reason;
    struct stat info {};
    if (fd >= 0 && ::fstat(fd, &info) == 0) file.bytes = static_cast<std::uint64_t>(info.st_size);
    if (fd >= 0) file.sha256 = sha256_of_file(fd).value_or("");
    return file;
}

void add_members(std::vector<reader::Member> members, OpenedDossier& dossier) {
    for (auto& member : members) {
        auto description = describe(member);
        dossier.members.push_back({std::move(member), std::move(description), {}, {}});
    }
}

/// Where the dossier is one archive or mail, its members' paths are those inside it.
void drop_prefix(std::vector<reader::Member>& members, const std::string& name) {
    const std::string prefix = name + "!/";
    for (auto& member : members)
        if (member.path.starts_with(prefix)) member.path.erase(0, prefix.size());
}

void open_one(reader::Reader& reader, const std::string& name, int fd, bool alone, OpenedDossier& dossier) {
    auto opened = reader.open(name, fd);
    if (!opened) {
        dossier.members.push_back({{}, unreadable(name, reason_of(opened.error().kind).string(), fd), {}, {}});
        dossier.members.back().member.path = name;
        return;
    }
    if (alone) drop_prefix(opened->members, name);
    if (opened->mailed_on && !dossier.mailed_on) dossier.mailed_on = opened->mailed_on;
    add_members(std::move(opened->members), dossier);
}

/// All office files of the dossier in one start of the converter; each becomes a PDF under its own path.
void convert_office(OpenedDossier& dossier) {
    std::vector<office::Job> jobs;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < dossier.members.size(); ++i) {
        const auto& member = dossier.members[i].member;
        if (!member.office || !member.bytes) continue;
        jobs.push_back({member.bytes.get(), member.media_type});
        which.push_back(i);
    }
    if (jobs.empty()) return;
    auto results = office::convert(jobs, {});
    for (std::size_t k = 0; k < which.size(); ++k) {
        auto& state = dossier.members[which[k]];
        auto& result = results[k];
        if (!result) {
            state.reading.status = FileStatus::unreadable;
            const bool missing = result.error().kind == ErrorKind::unsupported;
            state.reading.reason = missing ? "office_converter_missing" : reason_of(result.error().kind).text();
            continue;
        }
        state.member.bytes = std::move(*result);
        state.member.media_type = "application/pdf";
        state.member.has_pages = true;
        state.reading.facts.office = true;
    }
}

void note_failure(MemberState& state, const Error& error) {
    state.reading.status = FileStatus::unreadable;
    state.reading.reason = reason_of(error.kind).text();
}

/// Room for the pages of a file, unless those of the files before it are as many as a dossier may have.
void make_pages(MemberState& state, int count, OpenedDossier& dossier) {
    if (dossier.pages + count > Limits{}.dossier_pages) return note_failure(state, Error{ErrorKind::too_large, state.member.path, 0, "too many pages"});
    dossier.pages += count;
    state.pages.resize(static_cast<std::size_t>(count));
    for (std::size_t p = 0; p < state.pages.size(); ++p) state.pages[p].number = static_cast<int>(p) + 1;
    state.views.resize(state.pages.size());
}

/// Opens each file that has pages: its facts, how many pages, and what is attached to it.
void open_files(Pool& pool, std::size_t from, OpenedDossier& dossier) {
    const std::size_t count = dossier.members.size() - from;
    std::vector<std::vector<reader::Member>> attached(count);
    std::vector<int> pages(count);
    pool.for_each(count, [&](reader::Reader& reader, std::size_t i) {
        auto& state = dossier.members[from + i];
        if (!state.member.has_pages || state.reading.status != FileStatus::read) return;
        auto answer = reader.open_file(state.member);
        if (!answer) return note_failure(state, answer.error());
        const bool office = state.reading.facts.office;
        state.reading.facts = std::move(answer->facts);
        state.reading.facts.office = office;
        pages[i] = answer->page_count;
        attached[i] = std::move(answer->attachments);
    });
    for (std::size_t i = 0; i < count; ++i) make_pages(dossier.members[from + i], pages[i], dossier);
    for (auto& members : attached) add_members(std::move(members), dossier);
}

}  // namespace

Word reason_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::not_found: return "not_found";
        case ErrorKind::encrypted: return "encrypted";
        case ErrorKind::damaged: return "damaged";
        case ErrorKind::empty: return "empty";
        case ErrorKind::too_large: return "too_large";
        case ErrorKind::unsupported: return "unsupported";
        case ErrorKind::crashed: return "crashed";
        case ErrorKind::out_of_time: return "out_of_time";
        case ErrorKind::out_of_memory: return "out_of_memory";
        case ErrorKind::broken_form: return "broken_form";
        case ErrorKind::io: return "io";
        case ErrorKind::internal: break;
    }
    return "internal";
}

OpenedDossier open_members(const Source& source, Pool& pool) {
    OpenedDossier dossier;
    const bool alone = source.files.size() == 1 && source.files.front().name == source.name;
    for (const auto& file : source.files) open_one(pool.first(), file.name, file.bytes.get(), alone, dossier);
    for (const auto& name : source.unopened) {
        dossier.members.push_back({{}, unreadable(name, "io", -1), {}, {}});
        dossier.members.back().member.path = name;
    }
    convert_office(dossier);
    // Attachments may hold attachments: each round opens what the last one found, down to the limit of nesting.
    std::size_t from = 0;
    for (int depth = 0; depth < Limits{}.nesting && from < dossier.members.size(); ++depth) {
        const std::size_t end = dossier.members.size();
        open_files(pool, from, dossier);
        from = end;
    }
    for (; from < dossier.members.size(); ++from) {
        auto& state = dossier.members[from];
        if (state.member.has_pages) note_failure(state, Error{ErrorKind::too_large, state.member.path, 0, "nested too deep"});
    }
    return dossier;
}

}  // namespace paraphe::app
