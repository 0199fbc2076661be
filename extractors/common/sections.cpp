#include "extractors/common/sections.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

namespace paraphe::extractors {
namespace {

constexpr double run_on = 0.9;
constexpr std::size_t fewest = 4;   // numbers that make a chain
constexpr int highest = 99;

struct Section {
    bool named = false;   ///< "Article 5", not "5."
    int major = 0, minor = 0;
};

bool digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::optional<int> take_number(std::string_view& text) {
    std::size_t end = 0;
    int value = 0;
    while (end < text.size() && digit(text[end]) && value <= highest) value = 10 * value + (text[end++] - '0');
    if (end == 0 || value < 1 || value > highest) return {};
    text.remove_prefix(end);
    return value;
}

/// The number at the head of a line: "ARTICLE 5. -", "2.3 L'ENTREPRISE", "2. APPROCHE". A figure without a dot or a word is none.
std::optional<Section> section_at(std::string_view line) {
    static constexpr std::array<std::string_view, 7> words{"ARTICLE ", "ART. ", "CRITERE ", "ENGAGEMENT ", "REGLE ", "PRINCIPE ", "SECTION "};
    Section section;
    for (const auto word : words)
        if (line.starts_with(word)) {
            section.named = true;
            line.remove_prefix(word.size());
            break;
        }
    const auto major = take_number(line);
    if (!major) return {};
    section.major = *major;
    const bool dotted = line.starts_with('.');
    if (dotted) line.remove_prefix(1);
    if (dotted && !line.empty() && digit(line.front())) {
        const auto minor = take_number(line);
        if (!minor) return {};
        section.minor = *minor;
        if (line.starts_with('.')) line.remove_prefix(1);
    } else if (!dotted && !section.named) {
        return {};
    }
    const bool ends_there = line.empty() || line.front() == ' ';
    return ends_there ? std::optional(section) : std::nullopt;
}

bool follows(const Section& before, const Section& after) {
    if (after.major == before.major) return after.minor == before.minor + 1;
    return after.major == before.major + 1 && after.minor <= 1;
}

/// Those of each sheet: of articles, where there are articles; of numbered lines otherwise.
std::vector<std::vector<Section>> sections_of(const std::vector<Sheet>& sheets) {
    std::vector<std::vector<Section>> all;
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
        for (auto& own : all) std::erase_if(own, [](const Section& section) { return !section.named; });
    return all;
}

}  // namespace

void find_sections(const std::vector<Sheet>& sheets, Extraction& out) {
    const auto all = sections_of(sheets);
    std::optional<Section> last;
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
