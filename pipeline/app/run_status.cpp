#include "app/run_status.hpp"

#include "app/exit_status.hpp"
#include "app/output_lock.hpp"
#include "app/outputs.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view beginning = "status", ending = ".json";

/// "status.json" -> "journal"; "status-2-of-5.json" -> "journal-2-of-5": locks are named after journals.
std::string lock_of(const std::string& file) { return "journal" + file.substr(beginning.size(), file.size() - beginning.size() - ending.size()); }

std::string in_words(const Json& json, bool alive, report::Language language) {
    const bool french = language == report::Language::fr;
    const auto count = [&](const char* key) { return std::to_string(json.value(key, 0L)); };
    const auto text = [&](const char* key) { return report::for_terminal(json.value(key, std::string())); };
    const bool claims = json.value("running", false);
    std::string state = french ? "arrêté" : "stopped";
    if (claims) state = alive ? (french ? "en marche" : "running") : (french ? "interrompu (à relancer : rien ne sera refait)" : "interrupted (start it again: nothing is repeated)");
    std::string words = text("command") + (french ? " : " : ": ") + state + ", " + count("done") + (french ? " dossiers faits, " : " dossiers done, ") +
                        count("waiting") + (french ? " en attente" : " waiting");
    if (json.value("without_report", 0L) > 0) words += ", " + count("without_report") + (french ? " sans rapport" : " without a report");
    if (alive && !text("in_hand").empty()) words += (french ? ", en cours : " : ", in hand: ") + text("in_hand");
    words += (french ? "\n  depuis " : "\n  since ") + text("started_at") + (french ? ", dernière nouvelle " : ", last word ") + text("updated_at");
    if (!text("problem").empty()) words += "\n  " + text("problem");
    return words + '\n';
}

}  // namespace

std::string utc(std::time_t at) {
    std::tm parts{};
    gmtime_r(&at, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string now_utc() { return utc(std::time(nullptr)); }

Result<void> write_status(const RunStatus& status, const fs::path& out, const std::string& name) {
    const Json json{{"command", status.command},   {"inbox", status.inbox},     {"running", status.running},
                    {"started_at", status.started_at}, {"updated_at", now_utc()},   {"all", status.all},
                    {"done", status.done},         {"waiting", status.waiting}, {"without_report", status.without_report},
                    {"in_hand", status.in_hand},   {"readers_lost", status.readers_lost}, {"problem", status.problem}};
    return write_private(out / name, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

int print_status(const fs::path& out, report::Language language) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(out, error))
        if (const auto name = file.path().filename().string(); name.starts_with(beginning) && name.ends_with(ending)) names.push_back(name);
    std::ranges::sort(names);
    bool any = false;
    for (const auto& name : names) {
        const auto text = read_whole(out / name);
        const auto json = text ? Json::parse(*text, nullptr, false) : Json();
        // A dossier may be called "status": its report is no status.
        if (!json.is_object() || !json.contains("running")) continue;
        std::cout << in_words(json, OutputLock::held(out, lock_of(name)), language);
        any = true;
    }
    if (any) return status::eligible;
    std::cerr << "paraphe : " << out.string()
              << (language == report::Language::fr ? " : aucun état ici. Lancez « paraphe watch » ou « paraphe batch » avec ce dossier de sortie.\n"
                                                   : ": no status here. Run `paraphe watch` or `paraphe batch` with this output folder.\n");
    return status::no_input;
}

}  // namespace paraphe::app
