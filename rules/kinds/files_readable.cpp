#include "rules/fields.hpp"
#include "rules/words.hpp"

namespace paraphe::rules {
namespace {

Ruling check(const Context& context, const CheckSpec&) {
    std::vector<std::string> names;
    std::vector<Place> files, pages;
    for (const auto& file : context.reading.files) {
        if (file.status == FileStatus::unreadable) {
            names.push_back(file.path);
            files.push_back({file.path, 0, {}});
        }
        for (const auto& page : file.pages)
            if (!page.legible && page.problem != PageProblem::blank) pages.push_back({file.path, page.page, {}});
    }
    if (!files.empty()) {
        auto result = ruling(Outcome::review, "unreadable", 1, std::move(files), "files that could not be opened or read");
        result.values = {{"files", show_list(names)}};
        return result;
    }
    if (!pages.empty()) {
        for (const auto& place : pages) names.push_back(place.path + ", p. " + std::to_string(place.page));
        auto result = ruling(Outcome::review, "illegible", 0.9, std::move(pages), "pages that cannot be read");
        result.values = {{"files", show_list(names)}};
        return result;
    }
    if (!context.reading.complete) return ruling(Outcome::review, "incomplete", 1, {}, "the reading ended before the last page");
    if (context.reading.files.empty()) return ruling(Outcome::review, "empty", 1, {}, "the dossier holds no file");
    return ruling(Outcome::pass, "ok", 1, {}, "every file was read");
}

}  // namespace

extern const RuleKind files_readable;
const RuleKind files_readable{
    .name = "files_readable",
    .meaning = {"Chaque fichier a été ouvert et chaque page est lisible.", "Every file was opened and every page is legible."},
    .parameters = {},
    .reasons = {{"ok", Outcome::pass}, {"unreadable", Outcome::review, {"files"}}, {"illegible", Outcome::review, {"files"}}, {"incomplete"}, {"empty"}},
    .check = check,
    .needs_document = false,
};

}  // namespace paraphe::rules
