#include "app/reports.hpp"

#include "app/as_of.hpp"
#include "app/outputs.hpp"

#include <iostream>

namespace paraphe::app {
namespace {

/// A picture's name comes from a reading, which may have been tampered with: never a path.
bool plain_name(const std::string& name) { return !name.empty() && name.find('/') == std::string::npos && name.front() != '.'; }

}  // namespace

Result<void> write_reports(const Reading& reading, const Judgement& judgement, const std::filesystem::path& pictures, const Destinations& to) {
    const std::string run_on = to_iso(today());
    if (to.json == "-") std::cout << report::json(reading, judgement, PARAPHE_VERSION) << '\n';
    else if (!to.json.empty())
        if (auto done = write_private(to.json, report::json(reading, judgement, PARAPHE_VERSION) + "\n"); !done) return done;
    if (!to.html.empty()) {
        const auto picture_of = [&](const std::string& name) -> std::optional<std::string> {
            if (!plain_name(name)) return {};
            auto bytes = read_whole(pictures / name);
            return bytes ? std::optional{std::move(*bytes)} : std::nullopt;
        };
        const auto page = report::html(reading, judgement, picture_of, to.language, PARAPHE_VERSION, run_on);
        if (auto done = write_private(to.html, page); !done) return done;
    }
    if (!to.letter.empty())
        if (auto done = write_private(to.letter, report::letter(reading, judgement)); !done) return done;
    if (to.json != "-") {
        std::cout << report::terminal(reading, judgement, {to.colour, to.width, to.language}, run_on);
        if (!to.html.empty()) std::cout << (to.language == report::Language::fr ? "Rapport : " : "Report: ") << to.html << '\n';
    }
    std::cout.flush();
    return {};
}

}  // namespace paraphe::app
