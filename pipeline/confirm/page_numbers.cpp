#include "confirm/page_numbers.hpp"

#include "formats/page_number.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <string_view>

namespace paraphe::confirm {
namespace {

/// Where numbers stand on an upright page, the likeliest first: narrow strips, so that a paraph beside the number is not in them all.
constexpr std::array strips{Box{0, 0.9, 1, 0.1}, Box{0.6, 0.88, 0.4, 0.12}, Box{0.3, 0.9, 0.4, 0.1}, Box{0, 0, 1, 0.1}};
/// A document of which so many sheets bear no number, nor any before them, has none.
constexpr int unnumbered_after = 4;
/// Sheets whose strips are read in every rendering: each costs a second.
constexpr int most_every_way = 12;

std::vector<Place> sheets_of(const Document& document) {
    std::vector<Place> sheets;
    for (const auto& part : document.parts)
        for (const int page : part.pages) sheets.push_back({part.path, page, {}});
    return sheets;
}

/// In a photograph of a page the foot may stand higher: then it is looked for where it was seen.
std::vector<Box> strips_of(const PageReading& page) {
    constexpr double above = 0.01, high = 0.05;
    std::vector<Box> out(strips.begin(), strips.end());
    if (const double foot = PageText(page).foot_begins(); foot < strips.front().y) out.front() = {0, foot - above, 1, high};
    return out;
}

CropRequest of_strip(const Box& strip, const PageReading& page, CropPurpose purpose) {
    return {page.number, turned(strip, (360 - page.rotation % 360) % 360), purpose};
}

/// The surer of two; the first of two as sure.
PrintedNumber better(const PrintedNumber& one, const PrintedNumber& other) {
    if (other.number == 0 || one.sure) return one;
    return one.number == 0 || other.sure ? other : one;
}

PrintedNumber enlarged(const std::string& path, const PageReading& page, const LookAgain& look) {
    PrintedNumber best;
    for (const auto& strip : strips_of(page)) {
        const auto answer = look(path, of_strip(strip, page, CropPurpose::text));
        if (!answer) continue;
        PageReading seen;
        seen.words = answer->words;
        seen.rotation = page.rotation;
        const PageText words(seen);
        for (const auto& line : words.lines()) best = better(best, number_in(line.folded));
        if (best.sure) break;
    }
    return best;
}

/// What the renderings of the foot say plainly, one number each line that says one.
std::vector<PrintedNumber> seen_in_every_rendering(const std::string& path, const PageReading& page, const LookAgain& look) {
    std::vector<PrintedNumber> seen;
    for (const auto& strip : strips_of(page) | std::views::take(2)) {
        const auto answer = look(path, of_strip(strip, page, CropPurpose::every_way));
        if (!answer) continue;
        for (const auto& reading : answer->readings)
            for (const auto line : std::views::split(reading, '\n'))
                if (const auto number = number_in(fold(std::string_view(line.begin(), line.end()))); number.sure) seen.push_back(number);
    }
    return seen;
}

/// What any rendering of the foot says; nothing where two say different numbers.
PrintedNumber in_every_rendering(const std::string& path, const PageReading& page, const LookAgain& look) {
    const auto seen = seen_in_every_rendering(path, page, look);
    const bool agree = std::ranges::all_of(seen, [&](const PrintedNumber& n) { return n.number == seen.front().number; });
    return agree && !seen.empty() ? seen.back() : PrintedNumber{};
}

std::string shown(const PrintedNumber& number) { return std::to_string(number.number) + "/" + std::to_string(number.total); }

/// The number "3/12" that most renderings say.
std::string most_said(const std::vector<PrintedNumber>& seen) {
    std::map<std::string, int> votes;
    for (const auto& number : seen)
        if (number.total > 0) ++votes[shown(number)];
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? std::string{} : most->first;
}

/// A number that contradicts the total of the others is looked at in every rendering.
void look_at_odd_ones(const std::vector<Place>& sheets, std::vector<PrintedNumber>& read, const LookAgain& look, const PageOf& page_of) {
    const int total = printed_total(read);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto* page = out_of_place(read[i], total) ? page_of(sheets[i].path, sheets[i].page) : nullptr;
        if (!page || page->source != TextSource::ocr) continue;
        if (const auto said = number_from(most_said(seen_in_every_rendering(sheets[i].path, *page, look)))) read[i] = *said;
    }
}

/// Fills in the numbers that are 0. A text layer says what is printed small as well as the rest: only pictures are looked at.
void look_again(const std::vector<Place>& sheets, std::vector<PrintedNumber>& read, const LookAgain& look, const PageOf& page_of) {
    const auto numbered = [&] { return std::ranges::any_of(read, [](const PrintedNumber& n) { return n.number > 0; }); };
    const auto picture = [&](std::size_t i) -> const PageReading* {
        const auto* page = page_of(sheets[i].path, sheets[i].page);
        return read[i].number == 0 && page && page->source == TextSource::ocr ? page : nullptr;
    };
    int looks = 0;
    for (std::size_t i = 0; i < sheets.size() && (looks < unnumbered_after || numbered()); ++i)
        if (const auto* page = picture(i)) read[i] = enlarged(sheets[i].path, *page, look), ++looks;
    looks = 0;
    for (std::size_t i = 0; i < sheets.size() && looks < most_every_way && numbered(); ++i)
        if (const auto* page = picture(i)) read[i] = in_every_rendering(sheets[i].path, *page, look), ++looks;
}

}  // namespace

void look_at_totals(Document& document, const LookAgain& look, const PageOf& page_of) {
    constexpr double outvoted = 0.8;
    const auto came = static_cast<int>(sheets_of(document).size());
    for (auto& finding : document.findings) {
        const auto read = finding.code == "page_of" ? number_from(finding.text) : std::nullopt;
        const auto* page = read && read->total > came ? page_of(finding.place.path, finding.place.page) : nullptr;
        if (!page || page->source != TextSource::ocr) continue;
        const auto said = most_said(seen_in_every_rendering(finding.place.path, *page, look));
        if (said.empty() || said == finding.text) continue;
        finding.text = said;
        finding.confidence = std::min(finding.confidence, outvoted);
    }
}

void read_page_numbers(Document& document, const LookAgain& look, const PageOf& page_of) {
    auto* numbers = field(document, "page_numbers");
    auto* shown = numbers ? std::get_if<std::vector<std::string>>(&numbers->chosen.value) : nullptr;
    const auto sheets = sheets_of(document);
    if (!shown || shown->size() != sheets.size()) return;
    std::vector<PrintedNumber> read;
    for (const auto& text : *shown) read.push_back(number_from(text).value_or(PrintedNumber{}));
    if (sheets.size() > 1) look_again(sheets, read, look, page_of);
    look_at_odd_ones(sheets, read, look, page_of);
    auto told = sheet_numbers(read);
    *shown = std::move(told.shown);
    numbers->chosen.confidence = told.confidence;
    if (told.confidence == 0) std::erase_if(document.fields, [](const Field& f) { return f.name == "page_numbers"; });
}

}  // namespace paraphe::confirm
