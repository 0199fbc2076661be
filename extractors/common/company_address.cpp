#include "extractors/common/company_address.hpp"

#include "formats/address.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace paraphe::extractors {
namespace {

constexpr std::size_t most_lines = 4;        // of a name with its address
constexpr std::size_t longest_lead = 70;     // signs between the name and the street: form, capital, "dont le siège est situé"
constexpr double same_margin = 0.03;         // of the page's width: lines of one block
constexpr double worth = 0.9;

/// The name, where the pool's best says that it stands on this sheet.
std::optional<Span> name_on(const Sheet& sheet, const Candidate& name) {
    const auto* text = std::get_if<std::string>(&name.value);
    if (!text || name.place.path != sheet.path || name.place.page != sheet.page() || name.place.box.empty()) return {};
    const auto folded = fold(*text);
    const Box box = turned(name.place.box, sheet.text.page().rotation);
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto& line = sheet.text.lines()[k];
        const auto at = line.folded.find(folded);
        if (at != std::string::npos && !folded.empty() && line.box.y < box.bottom() && line.box.bottom() > box.y) return Span{k, at, at + folded.size(), 1};
    }
    return {};
}

/// What the lines of an address begin with; a sentence that goes on names somebody else first.
bool goes_on(std::string_view folded) {
    static constexpr std::array<std::string_view, 7> heads{"DONT LE SIEGE", "SIEGE", "ADRESSE", "FORME JURIDIQUE", "AU CAPITAL", "BP ", "CS "};
    const auto codes = find_postcodes(folded);
    return is_street(folded) || !parse_address(folded).number.empty() || (!codes.empty() && codes.front().begin == 0) || std::ranges::any_of(heads, [&](auto head) { return folded.starts_with(head); });
}

bool names_another(std::string_view lead) {
    static constexpr std::array<std::string_view, 8> words{"AUPRES", "COMPAGNIE", "ASSUREUR", "CLUSTER", "ASSOCIATION", "FRANCE IT", "BANQUE", "AGENCE"};
    return std::ranges::any_of(words, [&](auto word) { return lead.find(word) != std::string_view::npos; });
}

/// The words from the name on until a postcode's town ends.
struct Block {
    std::string folded;
    std::vector<Span> spans;
};

std::optional<Block> block_after(const Sheet& sheet, const Span& name) {
    Block block;
    const Box head = sheet.text.upright_box(name);
    for (std::size_t k = name.line; k < std::min(sheet.text.lines().size(), name.line + most_lines); ++k) {
        const auto& line = sheet.text.lines()[k];
        const auto from = k == name.line ? name.end : 0;
        auto rest = std::string_view(line.folded).substr(from);
        const bool sentence = k > name.line && block.folded.find_first_not_of(" ,-\n") != std::string::npos;
        const bool aligned = std::min(std::abs(line.box.x - head.x), std::abs(line.box.x - sheet.text.lines()[name.line].box.x)) <= same_margin;
        if (k > name.line && !sentence && (!aligned || !goes_on(rest))) return {};
        const auto codes = find_postcodes(rest);
        const auto end = codes.empty() ? rest.size() : codes.front().end;
        block.folded += std::string(rest.substr(0, end)) + '\n';
        if (end > 0) block.spans.push_back({k, from, from + end, 1});
        if (!codes.empty()) return block;
    }
    return {};
}

}  // namespace

void read_company_address(const Sheet& sheet, Pool& pool) {
    const auto* name = pool.best("company_name");
    const auto at = name ? name_on(sheet, *name) : std::nullopt;
    const auto block = at ? block_after(sheet, *at) : std::nullopt;
    if (!block) return;
    const auto address = parse_address(block->folded);
    const auto street = block->folded.find(address.number.empty() ? address.street : address.number);
    if (address.street.empty() || address.postcode.empty() || street == std::string::npos || street > longest_lead || names_another(std::string_view(block->folded).substr(0, street))) return;
    std::string shown;
    Box box;
    double sure = 1;
    std::size_t begin = 0;
    for (const auto& span : block->spans) {
        const auto skipped = street > begin ? std::min(street - begin, span.end - span.begin) : 0;
        const auto part = part_of(span, skipped, span.end - span.begin);
        begin += span.end - span.begin + 1;
        if (part.begin == part.end) continue;
        shown += (shown.empty() ? "" : " ") + printed(sheet, part);
        box = unite(box, sheet.text.place(part));
        sure = std::min(sure, sureness(sheet, part));
    }
    pool.add("address", shown, worth * name->confidence * sure, {sheet.path, sheet.page(), box}, "after the company's name");
}

}  // namespace paraphe::extractors
