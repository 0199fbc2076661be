#include "app/check.hpp"

#include "app/as_of.hpp"
#include "app/exit_status.hpp"
#include "app/install.hpp"
#include "app/known.hpp"
#include "app/outputs.hpp"
#include "app/readers.hpp"
#include "app/rulebook_file.hpp"
#include "app/shelf.hpp"
#include "rules/rules.hpp"

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

int report_error(const Error& error, report::Language language) {
    std::cerr << "paraphe : " << explain(error, language) << '\n';
    return status_of(error);
}

/// A line that rewrites itself, only where a person watches.
std::function<void(int, int)> progress_line(const CheckRequest& request) {
    if (!request.progress) return {};
    const std::string word = request.language == report::Language::fr ? "Lecture" : "Reading";
    return [word](int done, int all) {
        constexpr int width = 24;
        const int full = all > 0 ? done * width / all : width;
        std::cerr << '\r' << word << " [" << std::string(static_cast<std::size_t>(full), '#') << std::string(static_cast<std::size_t>(width - full), '.')
                  << "] " << done << '/' << all << (done == all ? "\r\033[K" : "") << std::flush;
    };
}

Result<void> write_timings(const std::string& path, const Timings& timings) {
    nlohmann::ordered_json json;
    for (const auto& [stage, seconds] : timings) json[stage] = seconds;
    return write_private(path, json.dump(2) + "\n");
}

std::string beside(const std::string& folder, const std::string& name, const char* extension) {
    return folder.empty() ? "" : (fs::path(folder) / (name + extension)).string();
}

/// Everything that all dossiers of one call share.
struct Desk {
    const CheckRequest& request;
    reader::Server& server;
    const rules::Rulebook& book;
    int jobs;
};

int check_one(const Desk& desk, const std::vector<std::string>& paths, bool several) {
    const auto& request = desk.request;
    auto source = open_source(paths);
    if (!source) return report_error(source.error(), request.language);

    FilesInMemory files;
    const fs::path folder = several ? fs::path(request.reading) / source->name : fs::path(request.reading);
    const bool keep = !request.reading.empty();
    if (keep)
        if (auto made = make_private_folder(folder); !made) return report_error(made.error(), request.language);

    Timings timings;
    const auto start = std::chrono::steady_clock::now();
    const ReadOptions options{desk.jobs, rules::expectations(desk.book), rules::expectations_hash(desk.book), keep ? shelf_in(folder) : shelf_in(files),
                              progress_line(request),
                              [&](const Reading& read) { return known_candidate(read, desk.book); }};
    auto reading = read_dossier(*source, desk.server, options, timings);
    if (!reading) return report_error(reading.error(), request.language);
    const auto as_of = choose_as_of(request.as_of, *reading, {}, today());
    const auto judgement = rules::judge(*reading, desk.book, as_of.day, as_of.source);

    Destinations to{several ? beside(request.json, source->name, ".json") : request.json, several ? beside(request.html, source->name, ".html") : request.html,
                    several ? beside(request.letter, source->name, ".txt") : request.letter, request.language, request.colour, request.width};
    if (auto written = write_reports(*reading, judgement, keep ? pictures_on(folder) : pictures_on(files), to); !written) return report_error(written.error(), request.language);
    timings["total"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!request.timings.empty())
        if (auto written = write_timings(several ? beside(request.timings, source->name, ".json") : request.timings, timings); !written)
            return report_error(written.error(), request.language);
    return status_of(judgement.verdict);
}

/// With several dossiers the outputs are folders.
Result<void> make_output_folders(const CheckRequest& request) {
    for (const auto& folder : {request.json, request.html, request.letter, request.timings})
        if (!folder.empty() && folder != "-")
            if (auto made = make_private_folder(folder); !made) return made;
    return {};
}

}  // namespace

int check(const CheckRequest& request) {
    int result = status::eligible;
    auto book = load_rulebook(request.rulebook, result, request.language);
    if (!book) return result;
    // A path that cannot be opened is told before anything is started.
    if (request.dossiers.size() == 1 || request.together)
        if (auto source = open_source(request.dossiers); !source) return report_error(source.error(), request.language);

    RunLog log(LogFormat::text, request.language);
    auto server = start_readers(find_installation(), {request.cache, request.cache_bytes, request.require_sandbox}, log);
    if (!server) return report_error(server.error(), request.language);
    auto complete = read_forms(std::move(book), *server);
    if (!complete) {
        report_error(complete.error(), request.language);
        return status_of_form(complete.error());
    }

    const int jobs = request.jobs > 0 ? request.jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const Desk desk{request, *server, **complete, jobs};
    if (request.together || request.dossiers.size() == 1) return check_one(desk, request.dossiers, false);
    if (auto made = make_output_folders(request); !made) return report_error(made.error(), request.language);
    for (const auto& dossier : request.dossiers) result = worst(result, check_one(desk, {dossier}, true));
    return result;
}

}  // namespace paraphe::app
