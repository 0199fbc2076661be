#include "extractors/common/sections.hpp"

#include "formats/section_number.hpp"

#include <algorithm>
#include <optional>

namespace paraphe::extractors {
namespace {

constexpr double run_on = 0.9;
constexpr std::size_t fewest = 4;   // numbers that make a chain

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

}  // namespace

void find_sections(const std::vector<Sheet>& sheets, Extraction& out) {
    const auto all = sections_of(sheets);
    std::optional<SectionNumber> last;
    std::size_t count = 0;
    for (const auto& own : all) {
        // A sheet without a number may stand anywhere, but for the one that ends the document.
        if (own.empty() && &own != &all.back()) return;
        for (const auto& section : own) {
            if (last ? !follows(*last, section) : section.major != 1 || section.minor > 1) return;
            last = section;
            ++count;
        }
    }
    if (count >= fewest) out.findings.push_back({"sections_run_on", "", run_on, {sheets.front().path, sheets.front().page(), {}}});
}

}  // namespace paraphe::extractors
