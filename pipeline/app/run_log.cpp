#include "app/run_log.hpp"

#include "app/exit_status.hpp"
#include "app/members.hpp"
#include "app/run_status.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

namespace paraphe::app {
namespace {

using Json = nlohmann::ordered_json;

void print(const char* event, Json fields) {
    Json line{{"time", now_utc()}, {"event", event}};
    line.update(fields);
    std::cerr << line.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
}

std::string outcome(const Processed& what, report::Language language) {
    const bool french = language == report::Language::fr;
    const auto& verdict = what.entry.verdict;
    if (what.how == How::left) return (french ? "laissé (" : "left (") + what.reason + ")";
    if (what.how == How::failed) return (french ? "sans rapport (" : "no report (") + what.entry.problem + ")";
    if (!french) return verdict == "not_eligible" ? "not eligible" : verdict == "review" ? "to review" : verdict;
    return verdict == "eligible" ? "éligible" : verdict == "not_eligible" ? "non éligible" : "à examiner";
}

}  // namespace

std::string_view name_of(How how) {
    switch (how) {
        case How::unchanged: return "unchanged";
        case How::from_cache: return "from_cache";
        case How::read: return "read";
        case How::left: return "left";
        case How::failed: break;
    }
    return "failed";
}

void RunLog::started(std::string_view command, std::size_t dossiers) {
    if (format_ == LogFormat::text) return;
    const std::scoped_lock guard(lock_);
    print("started", {{"command", command}, {"program", PARAPHE_VERSION}, {"dossiers", dossiers}});
}

void RunLog::finished(const std::string& name, const Processed& what, std::size_t done, std::size_t all) {
    const std::scoped_lock guard(lock_);
    if (format_ == LogFormat::text) {
        std::cerr << done << (all > 0 ? '/' + std::to_string(all) : "") << ' ' << report::for_terminal(name) << (language_ == report::Language::fr ? " : " : ": ")
                  << report::for_terminal(outcome(what, language_)) << std::endl;
        return;
    }
    Json fields{{"dossier", what.entry.sha256.substr(0, 16)}, {"how", name_of(what.how)}};
    if (!what.entry.verdict.empty()) fields["verdict"] = what.entry.verdict;
    if (!what.reason.empty()) fields["reason"] = what.reason;
    fields["pages"] = what.pages;
    fields["seconds"] = what.seconds;
    fields["done"] = done;
    if (all > 0) fields["all"] = all;
    print("dossier", fields);
}

void RunLog::ended(std::string_view command, bool asked_to_stop, int exit_status) {
    if (format_ == LogFormat::text) return;
    const std::scoped_lock guard(lock_);
    print("ended", {{"command", command}, {"asked_to_stop", asked_to_stop}, {"exit_status", exit_status}});
}

void RunLog::problem(const Error& error) {
    const std::scoped_lock guard(lock_);
    if (format_ == LogFormat::text) std::cerr << "paraphe : " << report::for_terminal(explain(error, language_)) << std::endl;
    else print("problem", {{"reason", reason_of(error.kind)}});
}

}  // namespace paraphe::app
