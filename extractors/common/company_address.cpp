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

/// Where in the block the street with its number begins, when nothing before it speaks of somebody else.
std::optional<std::size_t> street_in(const Block& block) {
    const auto address = parse_address(block.folded);
    if (address.street.empty() || address.postcode.empty()) return {};
    const auto at = block.folded.find(address.number.empty() ? address.street : address.number);
    return at <= longest_lead && !names_another(std::string_view(block.folded).substr(0, at)) ? std::optional(at) : std::nullopt;
}

/// The block's words from the street on.
Candidate address_from(const Sheet& sheet, const Block& block, std::size_t street) {
    std::string shown;
    Candidate found{{}, 1, {sheet.path, sheet.page(), {}}, "after the company's name"};
    std::size_t begin = 0;   // of the span, in the block's text
    for (const auto& span : block.spans) {
        const auto length = span.end - span.begin;
        const auto part = part_of(span, street > begin ? std::min(street - begin, length) : 0, length);
        begin += length + 1;
        if (part.begin == part.end) continue;
        shown += (shown.empty() ? "" : " ") + printed(sheet, part);
        found.place.box = unite(found.place.box, sheet.text.place(part));
        found.confidence = std::min(found.confidence, sureness(sheet, part));
    }
    found.value = shown;
    return found;
}

}  // namespace

void read_company_address(const Sheet& sheet, Pool& pool) {
    const auto* name = pool.best("company_name");
    const auto at = name ? name_on(sheet, *name) : std::nullopt;
    const auto block = at ? block_after(sheet, *at) : std::nullopt;
    const auto street = block ? street_in(*block) : std::nullopt;
    if (!street) return;
    auto found = address_from(sheet, *block, *street);
    pool.add("address", std::move(found.value), worth * name->confidence * found.confidence, std::move(found.place), std::move(found.why));
}

}  // namespace paraphe::extractors
