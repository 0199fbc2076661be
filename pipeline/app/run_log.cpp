#include "app/run_log.hpp"

#include "app/exit_status.hpp"
#include "app/members.hpp"
#include "app/run_status.hpp"

#include <iostream>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <variant>
#include <vector>

namespace paraphe::app {
namespace {

using Json = nlohmann::ordered_json;
using report::Language;

/// All that a field of the log in JSON may be.
using Value = std::variant<Word, ShortDigest, long, double, bool>;
static_assert(!std::is_constructible_v<Value, std::string> && !std::is_constructible_v<Word, std::string>);
struct Field {
    Word key;
    Value value;
};
using Fields = std::vector<Field>;

Json json_of(Word word) { return word.text(); }
Json json_of(const ShortDigest& digest) { return digest.text(); }
template <class Number>
Json json_of(Number number) { return number; }

void print(Word event, const Fields& fields) {
    Json line{{"time", now_utc()}, {"event", event.text()}};
    for (const auto& [key, value] : fields) line[key.string()] = std::visit([](const auto& held) { return json_of(held); }, value);
    std::cerr << line.dump() << std::endl;
}

Word verdict_word(const std::string& verdict) {
    if (verdict == "eligible") return "eligible";
    return verdict == "review" ? Word("review") : Word("not_eligible");
}

Word protection_word(const std::string& name) {
    for (const Word known : {Word("no_new_privs"), Word("rlimits"), Word("landlock"), Word("seccomp")})
        if (name == known.text()) return known;
    return "confinement";
}

long counted(std::size_t number) { return static_cast<long>(number); }

std::string outcome(const Processed& what, report::Language language) {
    const bool french = language == report::Language::fr;
    const auto& verdict = what.entry.verdict;
    if (what.how == How::left) return (french ? "laissé (" : "left (") + what.reason.string() + ")";
    if (what.how == How::failed) return (french ? "sans rapport (" : "no report (") + what.entry.problem + ")";
    if (!french) return verdict == "not_eligible" ? "not eligible" : verdict == "review" ? "to review" : verdict;
    return verdict == "eligible" ? "éligible" : verdict == "not_eligible" ? "non éligible" : "à examiner";
}

}  // namespace

Word name_of(How how) {
    switch (how) {
        case How::unchanged: return "unchanged";
        case How::from_cache: return "from_cache";
        case How::read: return "read";
        case How::left: return "left";
        case How::failed: break;
    }
    return "failed";
}

void RunLog::started(Word command, std::size_t dossiers) {
    if (format_ == LogFormat::text) return;
    const std::scoped_lock guard(lock_);
    print("started", {{"command", command}, {"program", Word(PARAPHE_VERSION)}, {"dossiers", counted(dossiers)}});
}

void RunLog::finished(const std::string& name, const Processed& what, std::size_t done, std::size_t all) {
    const std::scoped_lock guard(lock_);
    if (format_ == LogFormat::text) {
        std::cerr << done << (all > 0 ? '/' + std::to_string(all) : "") << ' ' << report::for_terminal(name) << (language_ == report::Language::fr ? " : " : ": ")
                  << report::for_terminal(outcome(what, language_)) << std::endl;
        return;
    }
    Fields fields{{"dossier", ShortDigest(what.entry.sha256)}, {"how", name_of(what.how)}};
    if (!what.entry.verdict.empty()) fields.push_back({"verdict", verdict_word(what.entry.verdict)});
    if (!what.reason.empty()) fields.push_back({"reason", what.reason});
    fields.push_back({"pages", what.pages});
    fields.push_back({"seconds", what.seconds});
    fields.push_back({"done", counted(done)});
    if (all > 0) fields.push_back({"all", counted(all)});
    print("dossier", fields);
}

void RunLog::ended(Word command, bool asked_to_stop, int exit_status) {
    if (format_ == LogFormat::text) return;
    const std::scoped_lock guard(lock_);
    print("ended", {{"command", command}, {"asked_to_stop", asked_to_stop}, {"exit_status", long{exit_status}}});
}

void RunLog::problem(const Error& error) {
    const std::scoped_lock guard(lock_);
    if (format_ == LogFormat::text) std::cerr << "paraphe : " << report::for_terminal(explain(error, language_)) << std::endl;
    else print("problem", {{"reason", reason_of(error.kind)}});
}

void RunLog::unprotected(const reader::Protection& protection) {
    const std::scoped_lock guard(lock_);
    if (format_ == LogFormat::json) return print("unprotected", {{"protection", protection_word(protection.name)}});
    std::cerr << (language_ == Language::fr ? "paraphe : protection absente : " : "paraphe: protection missing: ") << protection.name << " ("
              << protection.detail << ")" << std::endl;
}

}  // namespace paraphe::app
