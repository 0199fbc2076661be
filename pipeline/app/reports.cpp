#include "app/reports.hpp"

#include "app/as_of.hpp"
#include "app/outputs.hpp"

#include <iostream>

namespace paraphe::app {

Result<void> write_reports(const Reading& reading, const Judgement& judgement, const report::PictureOf& picture_of, const Destinations& to) {
    const std::string run_on = to_iso(today());
    if (to.json == "-") std::cout << report::json(reading, judgement, PARAPHE_VERSION) << '\n';
    else if (!to.json.empty())
        if (auto done = write_private(to.json, report::json(reading, judgement, PARAPHE_VERSION) + "\n"); !done) return done;
    if (!to.html.empty()) {
        const auto page = report::html(reading, judgement, picture_of, to.language, PARAPHE_VERSION, run_on);
        if (auto done = write_private(to.html, page); !done) return done;
    }
    if (!to.letter.empty())
        if (auto done = write_private(to.letter, report::letter(reading, judgement)); !done) return done;
    if (to.json != "-") {
        std::cout << report::terminal(reading, judgement, {to.colour, to.width, to.language}, run_on);
        if (!to.html.empty()) std::cout << (to.language == report::Language::fr ? "Rapport : " : "Report: ") << report::for_terminal(to.html) << '\n';
    }
    std::cout.flush();
    return {};
}

}  // namespace paraphe::app
