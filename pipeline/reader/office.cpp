#include "reader/office.hpp"

#include "reader/office_jail.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraphe::office {
namespace {

using reader::Descriptor;
using Clock = std::chrono::steady_clock;

constexpr std::size_t batch_size = 40;  // two descriptors a file, below the usual limit of 1024 by far

/// LibreOffice chooses its filter by the name's ending first.
std::string_view ending_of(std::string_view media_type) {
    struct Ending {
        std::string_view media_type, ending;
    };
    constexpr std::array endings{
        Ending{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
        Ending{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
        Ending{"application/vnd.oasis.opendocument.text", "odt"},
        Ending{"application/vnd.oasis.opendocument.spreadsheet", "ods"},
        Ending{"application/msword", "doc"},
        Ending{"application/vnd.ms-excel", "xls"},
        Ending{"application/rtf", "rtf"},
    };
    const auto found = std::ranges::find(endings, media_type, &Ending::media_type);
    return found == endings.end() ? "" : found->ending;
}

/// The first of the system's own folders that holds the program; "" when none does. PATH is not asked: it is not ours.
std::string find_program(const std::string& name) {
    if (name.find('/') != std::string::npos) return {};
    for (const char* folder : {"/usr/bin/", "/usr/local/bin/"})
        if (const std::string path = folder + name; ::access(path.c_str(), X_OK) == 0) return path;
    return {};
}

/// What came out for one file: sealed, when it is a PDF.
Result<Descriptor> finished(Descriptor pdf, bool out_of_time) {
    std::array<char, 5> head{};
    if (::pread(pdf.get(), head.data(), head.size(), 0) != static_cast<ssize_t>(head.size()) || std::string_view{head.data(), head.size()} != "%PDF-") {
        if (out_of_time) return fail(ErrorKind::out_of_time, "the office converter was stopped");
        return fail(ErrorKind::damaged, "the office converter made no PDF of it");
    }
    if (::fcntl(pdf.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return fail(ErrorKind::io, "the converted file could not be sealed");
    return pdf;
}

/// The two programs. Errors: unsupported, with the name of the one that is missing.
Result<Jail> find_jail(const Options& options) {
    Jail jail{find_program("bwrap"), find_program(options.program)};
    if (jail.bubblewrap.empty()) return fail(ErrorKind::unsupported, "bubblewrap (bwrap) is not installed");
    if (jail.soffice.empty()) return fail(ErrorKind::unsupported, "LibreOffice (" + options.program + ") is not installed");
    return jail;
}

double seconds_left(Clock::time_point end) { return std::chrono::duration<double>(end - Clock::now()).count(); }

/// Converts these jobs in one start and puts what came into `results`.
void convert_together(const std::vector<Job>& jobs, const std::vector<std::size_t>& which, const Jail& jail, double seconds,
                      std::vector<Result<Descriptor>>& results) {
    std::vector<JailFile> files;
    for (const auto i : which) {
        JailFile file{jobs[i].bytes, Descriptor{::memfd_create("office-pdf", MFD_CLOEXEC | MFD_ALLOW_SEALING)}, std::string{ending_of(jobs[i].media_type)}};
        files.push_back(std::move(file));
    }
    const auto ended = run_in_jail(jail, files, seconds);
    for (std::size_t k = 0; k < which.size(); ++k) {
        if (!ended && ended.error().kind != ErrorKind::out_of_time) results[which[k]] = tl::unexpected(ended.error());
        else results[which[k]] = finished(std::move(files[k].pdf), !ended);
    }
}

}  // namespace

std::vector<Result<Descriptor>> convert(const std::vector<Job>& jobs, const Options& options) {
    std::vector<Result<Descriptor>> results;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        results.push_back(fail(ErrorKind::unsupported, "no office file: " + jobs[i].media_type));
        if (!ending_of(jobs[i].media_type).empty()) open.push_back(i);
    }
    const auto jail = find_jail(options);
    if (!jail) {
        for (const auto i : open) results[i] = tl::unexpected(jail.error());
        return results;
    }

    const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds));
    for (std::size_t from = 0; from < open.size(); from += batch_size) {
        const std::vector<std::size_t> batch{open.begin() + static_cast<std::ptrdiff_t>(from),
                                             open.begin() + static_cast<std::ptrdiff_t>(std::min(open.size(), from + batch_size))};
        // One file that hangs or crashes the converter must not cost its neighbours: half the time is kept for second tries, alone.
        convert_together(jobs, batch, *jail, seconds_left(end) * (batch.size() > 1 ? 0.5 : 1), results);
    }
    if (open.size() < 2) return results;
    for (const auto i : open) {
        const bool worth = !results[i] && results[i].error().kind != ErrorKind::unsupported;
        if (worth && seconds_left(end) > 1) convert_together(jobs, {i}, *jail, std::min(seconds_left(end), options.seconds / 4), results);
    }
    return results;
}

Result<void> ready(const Options& options) {
    auto jail = find_jail(options);
    if (!jail) return tl::unexpected(jail.error());
    jail->soffice = "true";  // what happens inside is of no interest here
    return run_in_jail(*jail, {}, options.seconds);
}

}  // namespace paraphe::office
