#include "extractors/common/declaration.hpp"

#include "text/lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace paraphe::extractors {

namespace {

/// A stamp's words are not the text's, and its frame strikes nothing out.
bool under_a_stamp(const PageReading& page, const Word& word) {
    return std::ranges::any_of(page.marks, [&](const Mark& mark) { return mark.kind == MarkKind::stamp && covered(word.box, mark.box) > 0.5; });
}

/// A space stands between the two: letters of one word that the engine tore apart are closer.
bool parted(const Box& left, const Box& right, const PageReading& page) {
    constexpr double narrowest = 0.2;   // of the letters' height
    return (right.x - left.right()) * text::aspect_of(page) > narrowest * std::max(left.h, right.h);
}

/// The middle one of the heights of each line's words, upright; by the words' `line`.
std::map<int, double> heights_of_lines(const PageReading& page) {
    std::map<int, std::vector<double>> all;
    for (const auto& word : page.words) all[word.line].push_back(turned(word.box, page.rotation).h);
    std::map<int, double> middle;
    for (auto& [line, heights] : all) {
        const auto half = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
        std::ranges::nth_element(heights, half);
        middle[line] = *half;
    }
    return middle;
}

/// Does the stroke go through the middle of the word's letters? An underline runs at their foot or below. In a box taller than its line's
/// the engine took something in that is no letter, and their middle is elsewhere.
bool goes_through(const Box& stroke, const Box& word, double height_of_line) {
    constexpr double from = 0.3, to = 0.68, most_of_it = 0.6, taller = 1.3;
    const double level = (stroke.centre_y() - word.y) / std::max(1e-6, word.h);
    const double shared = std::min(word.right(), stroke.right()) - std::max(word.x, stroke.x);
    return level >= from && level <= to && shared >= most_of_it * word.w && word.h <= taller * height_of_line;
}

struct Struck {
    std::string words;
    Box box;   ///< in the reading's frame
};

/// Two words at least that an upright stroke goes through.
std::optional<Struck> struck_by(const Box& stroke, const PageReading& page, const std::map<int, double>& heights) {
    constexpr std::ptrdiff_t clause = 4;   // words
    Struck struck;
    Box before;
    std::ptrdiff_t count = 0;
    for (const auto& word : page.words) {
        const Box upright = turned(word.box, page.rotation);
        if (word.text.size() < 3 || !goes_through(stroke, upright, heights.at(word.line)) || under_a_stamp(page, word)) continue;
        struck.words += (struck.words.empty() ? "" : " ") + word.text;
        struck.box = unite(struck.box, word.box);
        count += count == 0 || upright.x < before.x || parted(before, upright, page);
        before = upright;
    }
    // A hand strikes a whole clause from margin to margin; a rule that crosses two short words is a table's.
    const double widest = count >= clause ? 2.5 : 1.35;
    return count >= 2 && stroke.w <= widest * turned(struck.box, page.rotation).w ? std::optional(struck) : std::nullopt;
}

}  // namespace

void find_mention(const std::vector<Sheet>& sheets, Extraction& out) {
    for (const auto& sheet : sheets)
        for (const std::string_view phrase : {"Lu et approuvé", "Bon pour accord", "Bon pour engagement"})
            for (const auto& span : sheet.text.find(phrase)) {
                if (sheet.text.lines()[span.line].folded.size() > (span.end - span.begin) + 12) continue;  // "mention manuscrite « lu et approuvé »"
                out.findings.push_back({"lu_et_approuve", sheet.text.printed(span), span.quality * sureness(sheet, span), place_of(sheet, span)});
                return;
            }
}

void find_struck_words(const std::vector<Sheet>& sheets, Extraction& out) {
    constexpr double body_begins = 0.07, body_ends = 0.91;   // fractions of the page
    for (const auto& sheet : sheets) {
        const auto& page = sheet.text.page();
        const auto heights = heights_of_lines(page);
        for (const auto& rule : page.lines) {
            const Box stroke = turned(Box{std::min(rule.x1, rule.x2), std::min(rule.y1, rule.y2), std::abs(rule.x2 - rule.x1), std::abs(rule.y2 - rule.y1)}, page.rotation);
            // Over the running lines of head and foot goes the stroke of a paraph; clauses stand between them.
            const bool in_body = stroke.centre_y() > body_begins && stroke.centre_y() < body_ends;
            if (stroke.w < 0.04 || stroke.h > 0.006 || !in_body) continue;
            if (const auto struck = struck_by(stroke, page, heights)) out.findings.push_back({"text_edited", struck->words, 0.7, {sheet.path, sheet.page(), struck->box}});
        }
    }
}

}  // namespace paraphe::extractors
