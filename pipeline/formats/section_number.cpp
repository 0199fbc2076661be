#include "formats/section_number.hpp"

#include "formats/scan.hpp"

#include <array>

namespace paraphe {
namespace {

constexpr int highest = 99;

std::optional<int> take_number(std::string_view& text) {
    std::size_t end = 0;
    int value = 0;
    while (end < text.size() && scan::digit(text[end]) && value <= highest) value = 10 * value + (text[end++] - '0');
    if (end == 0 || value < 1 || value > highest) return {};
    text.remove_prefix(end);
    return value;
}

}  // namespace

std::optional<SectionNumber> section_at(std::string_view line) {
    static constexpr std::array<std::string_view, 7> words{"ARTICLE ", "ART. ", "CRITERE ", "ENGAGEMENT ", "REGLE ", "PRINCIPE ", "SECTION "};
    SectionNumber section;
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
    if (dotted && !line.empty() && scan::digit(line.front())) {
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

bool follows(const SectionNumber& before, const SectionNumber& after) {
    if (after.major == before.major) return after.minor == before.minor + 1;
    return after.major == before.major + 1 && after.minor <= 1;
}

}  // namespace paraphe
