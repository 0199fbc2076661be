#include <malloc.h>

#include <CLI/CLI.hpp>
#include <array>
#include <clocale>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <opencv2/core.hpp>

#include "samples/dossier.hpp"

namespace paraphe::samples {
namespace {

void list() {
    for (const auto& table : {defects(), must_pass()})
        for (const Defect& defect : table) std::printf("%-5.*s %-28.*s %c  %-34.*s %.*s\n", static_cast<int>(defect.scenario.size()), defect.scenario.data(), static_cast<int>(defect.name.size()), defect.name.data(), defect.outcome, static_cast<int>(defect.check.size()), defect.check.data(), static_cast<int>(defect.code.size()), defect.code.data());
}

std::optional<Date> parsed(const std::string& text) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (text.empty() || std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day) != 3) return std::nullopt;
    return date(year, month, day);
}

struct Options {
    unsigned long long seed = 1;
    int count = 1;
    std::string out;
    std::vector<std::string> wrong;
    std::string name, as_of;
    bool clean = false, show = false, every = false;
    double defective = 0.6;
    Wishes wishes;
};

/// By lot: mostly one thing wrong, sometimes two, sometimes a variant that must pass.
std::vector<const Defect*> drawn_defects(const Options& options, Random& rng, int index) {
    std::vector<const Defect*> wrong;
    for (const std::string& name : options.wrong) wrong.push_back(find_defect(name));
    if (!wrong.empty()) return wrong;
    if (options.every) return {&defects()[static_cast<std::size_t>(index) % defects().size()]};
    if (!options.clean && rng.chance(options.defective)) {
        wrong.push_back(&rng.pick(defects()));
        if (rng.chance(0.15)) {
            const Defect* second = &rng.pick(defects());
            if (second->piece != wrong.front()->piece && !second->piece.empty() && !wrong.front()->piece.empty()) wrong.push_back(second);
        }
    } else if (rng.chance(0.4)) wrong.push_back(&rng.pick(must_pass()));
    return wrong;
}

int run(const Options& options) {
    Json all{{"schema", "paraphe-samples-truth/1"}, {"seed", options.seed}, {"dossiers", Json::array()}};
    for (int i = 0; i < options.count; ++i) {
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), "s%04llu-%04d", options.seed, i);
        const std::string name = options.name.empty() ? number.data() : options.count == 1 ? options.name : options.name + "-" + std::to_string(i);
        Random rng = Random(options.seed).child(std::to_string(i));
        Random choice = rng.child("choice");
        Dossier dossier = make_dossier(name, rng, drawn_defects(options, choice, i), options.wishes);
        dossier.truth["path"] = write_dossier(options.out, name, dossier.container, dossier.files, dossier.as_of);
        if (!dossier.forms.empty()) write_dossier(options.out, name + ".forms", "folder", dossier.forms, dossier.as_of);
        all["dossiers"].push_back(std::move(dossier.truth));
    }
    std::ofstream truth(std::filesystem::path(options.out) / (options.name.empty() ? "truth.json" : options.name + ".truth.json"), std::ios::binary);
    truth << all.dump(1) << '\n';
    return truth ? 0 : 74;
}

}  // namespace
}  // namespace paraphe::samples

int main(int argc, char** argv) {
    using namespace paraphe::samples;
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive needs it for names beyond ASCII
    cv::setNumThreads(1);
    // Pictures of pages come and go by the hundred: without this each is mapped and cleared anew, a third of the running time.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    Options options;
    CLI::App app{"Draws sample dossiers with their ground truth."};
    app.add_option("--seed", options.seed, "the same seed gives the same bytes");
    app.add_option("--count", options.count, "how many dossiers")->check(CLI::Range(1, 100000));
    app.add_option("--out", options.out, "folder to write to");
    app.add_option("--defect", options.wrong, "what is wrong with each (see --list); repeatable")->check([](const std::string& name) {
        return find_defect(name) == nullptr ? "no defect is named " + name + " (see --list)" : std::string();
    });
    app.add_flag("--clean", options.clean, "nothing is wrong with any");
    app.add_flag("--every", options.every, "each defect of the list in turn");
    app.add_option("--defective", options.defective, "share of dossiers with something wrong")->check(CLI::Range(0.0, 1.0));
    app.add_option("--medium", options.wishes.medium, "electronic or scanned; else mixed")->check(CLI::IsMember({"electronic", "scanned"}));
    app.add_option("--hand", options.wishes.hand, "none: nothing by hand but marks; facts: facts by hand")->check(CLI::IsMember({"none", "facts"}));
    app.add_option("--container", options.wishes.container, "zip, 7z, tar.gz or folder")->check(CLI::IsMember({"zip", "7z", "tar.gz", "folder"}));
    app.add_option("--style", options.wishes.style, "separate, grouped, single or images")->check(CLI::IsMember({"separate", "grouped", "single", "images"}));
    app.add_option("--dpi", options.wishes.dpi, "of scans; else by lot")->check(CLI::Range(75.0, 600.0));
    app.add_option("--as-of", options.as_of, "day of deposit; else by lot");
    app.add_flag("--deposited-on", options.wishes.deposited_on, "put the day of deposit into the dossier");
    app.add_flag("--forms", options.wishes.forms, "draw the official forms of the standard and the brand rules beside each dossier");
    app.add_option("--clause", options.wishes.clause, "what was done to one point of the standard")->check(CLI::IsMember({"changed", "removed", "added"}));
    app.add_option("--name", options.name, "of the dossier; else from seed and number");
    app.add_flag("--list", options.show, "list the defects and the variants that must pass");
    CLI11_PARSE(app, argc, argv);
    if (options.show) {
        list();
        return 0;
    }
    if (options.out.empty()) {
        std::cerr << "paraphe-samples: --out says where to write\n";
        return 64;
    }
    options.wishes.as_of = parsed(options.as_of);
    try {
        return run(options);
    } catch (const std::exception& error) {
        std::cerr << "paraphe-samples: " << error.what() << '\n';
        return 74;
    }
}
