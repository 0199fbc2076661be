// axe_examples FOLDER: writes reports and an index for check.mjs to look at.

#include "app/summary.hpp"
#include "example.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace paraphe {
namespace {

std::string page(const Reading& reading, const Judgement& judgement, report::Language language) {
    return report::html(reading, judgement, report::example_picture, language, "0.1.0", "2026-11-24");
}

store::Entry entry(const char* name, const char* verdict, const char* summary) {
    store::Entry e;
    e.name = name;
    e.verdict = verdict;
    e.summary = summary;
    e.changed_at = "2017-02-19T02:30:00Z";
    return e;
}

int write(const std::filesystem::path& folder) {
    auto broken = report::example_reading();
    broken.files = {broken.files[3]};
    auto eligible = report::example_judgement();
    eligible.verdict = Verdict::eligible;
    eligible.pieces = {eligible.pieces[2]};
    auto gone = entry("ancien.zip", "not_eligible", R"({"company":"OMÉGA","fail":["Kbis trop ancien."],"review":[],"expires":{}})");
    gone.gone_on = "2017-02-19";
    const app::Night night{Date{std::chrono::year{2017} / 2 / 20}, "2017-02-19T02:00:00Z"};
    const std::pair<const char*, std::string> pages[]{
        {"refused.html", page(report::example_reading(), report::example_judgement(), report::Language::fr)},
        {"refused-en.html", page(report::example_reading(), report::example_judgement(), report::Language::en)},
        {"eligible.html", page(report::example_reading(), eligible, report::Language::fr)},
        {"broken.html", page(broken, report::example_judgement(), report::Language::fr)},
        {"index.html", app::summary_html({entry("alpha.zip", "review", R"({"company":"ALPHA","siren":"732829320","fail":[],"review":["Chèque : à vérifier."],"expires":{"liability_insurance":"2017-03-01"}})"),
                                          entry("sans-rapport.zip", "", ""), gone}, night)}};
    std::filesystem::create_directories(folder);
    for (const auto& [name, text] : pages)
        if (!(std::ofstream{folder / name, std::ios::binary} << text)) return std::cerr << (folder / name) << ": not written\n", 74;
    return 0;
}

}  // namespace
}  // namespace paraphe

int main(int argc, char** argv) { return argc == 2 ? paraphe::write(argv[1]) : 64; }
