#include "app/judge_reading.hpp"

#include "app/as_of.hpp"
#include "app/exit_status.hpp"
#include "app/explanation.hpp"
#include "app/outputs.hpp"
#include "app/rulebook_file.hpp"
#include "app/shelf.hpp"
#include "record/record.hpp"
#include "rules/rules.hpp"

#include <iostream>

namespace paraphe::app {
namespace {

struct Judged {
    Reading reading;
    Judgement judgement;
};

Result<Reading> load_reading(const std::string& folder) {
    const auto path = std::filesystem::path(folder) / "reading.json";
    auto text = read_whole(path);
    if (!text) return tl::unexpected(text.error());
    auto reading = record::from_json(*text);
    if (!reading) return fail(reading.error().kind, reading.error().detail, path.string());
    return reading;
}

std::optional<Judged> judged(const JudgeRequest& request, int& exit_status) {
    const auto book = load_rulebook(request.rulebook, exit_status, request.language);
    if (!book) return {};
    auto reading = load_reading(request.reading);
    if (!reading) {
        std::cerr << "paraphe : " << explain(reading.error(), request.language) << '\n';
        exit_status = status_of(reading.error());
        return {};
    }
    const auto as_of = choose_as_of(request.as_of, *reading, {}, today());
    auto judgement = rules::judge(*reading, *book, as_of.day, as_of.source);
    return Judged{std::move(*reading), std::move(judgement)};
}

}  // namespace

int judge_reading(const JudgeRequest& request) {
    int exit_status = status::internal;
    const auto result = judged(request, exit_status);
    if (!result) return exit_status;
    const Destinations to{request.json, request.html, request.letter, request.language, request.colour, request.width};
    if (auto written = write_reports(result->reading, result->judgement, pictures_on(request.reading), to); !written) {
        std::cerr << "paraphe : " << explain(written.error(), request.language) << '\n';
        return status_of(written.error());
    }
    return status_of(result->judgement.verdict);
}

int explain_check(const JudgeRequest& request, const std::string& check) {
    int exit_status = status::internal;
    const auto result = judged(request, exit_status);
    if (!result) return exit_status;
    const auto text = explanation(result->reading, result->judgement, check, request.language);
    if (text.empty()) {
        std::cerr << (request.language == report::Language::fr ? "paraphe : contrôle inconnu : " : "paraphe: unknown check: ") << check << '\n';
        return status::usage;
    }
    std::cout << text;
    return status::eligible;
}

}  // namespace paraphe::app
