#include "extractors/common/sections.hpp"

#include "formats/section_number.hpp"

#include <algorithm>
#include <optional>

namespace paraphe::extractors {
namespace {

constexpr double run_on = 0.9;
constexpr std::size_t fewest = 4;   // numbers that make a chain
constexpr double mostly = 0.7;      // of its steps

/// Those of each sheet: of articles, where there are articles; of numbered lines otherwise.
std::vector<std::vector<SectionNumber>> sections_of(const std::vector<Sheet>& sheets) {
    std::vector<std::vector<SectionNumber>> all;
    std::size_t named = 0;
    for (const auto& sheet : sheets) {
        auto& own = all.emplace_back();
        for (const auto& line : sheet.text.lines())
            if (const auto section = section_at(line.folded)) {
                own.push_back(*section);
                named += section->named;
            }
    }
    if (named >= fewest)
        for (auto& own : all) std::erase_if(own, [](const SectionNumber& section) { return !section.named; });
    return all;
}

bool begins_with_the_first(const std::vector<SectionNumber>& sheet) { return !sheet.empty() && sheet.front().major == 1 && sheet.front().minor <= 1; }

/// One number that was misread within a sheet breaks two steps of the chain; lists that begin anew break most.
bool mostly_in_a_row(const std::vector<std::vector<SectionNumber>>& all) {
    std::optional<SectionNumber> last;
    std::size_t count = 0, steps = 0;
    for (const auto& own : all)
        for (const auto& section : own) {
            steps += last && follows(*last, section);
            ++count;
            last = section;
        }
    return count >= fewest && static_cast<double>(steps) >= mostly * static_cast<double>(count - 1);
}

}  // namespace

void find_sections(const std::vector<Sheet>& sheets, Extraction& out) {
    const auto all = sections_of(sheets);
    bool joined = !all.empty() && begins_with_the_first(all.front());
    for (std::size_t i = 1; i < all.size(); ++i) {
        const bool runs_on = !all[i - 1].empty() && !all[i].empty() && follows(all[i - 1].back(), all[i].front());
        if (runs_on) out.findings.push_back({"sheet_runs_on", "", run_on, {sheets[i].path, sheets[i].page(), {}}});
        // A sheet without a number may stand anywhere, but for the one that ends the document.
        const bool ends_it = all[i].empty() && i + 1 == all.size();
        joined = joined && (runs_on || ends_it);
    }
    if (joined && mostly_in_a_row(all)) out.findings.push_back({"sections_run_on", "", run_on, {sheets.front().path, sheets.front().page(), {}}});
}

}  // namespace paraphe::extractors
