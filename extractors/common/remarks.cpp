#include "extractors/common/declaration.hpp"

#include "text/lines.hpp"

#include <algorithm>
#include <cmath>

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
    constexpr std::ptrdiff_t clause = 4;                     // words
    constexpr double body_begins = 0.07, body_ends = 0.91;   // fractions of the page
    for (const auto& sheet : sheets) {
        const auto& page = sheet.text.page();
        for (const auto& rule : page.lines) {
            const Box stroke = turned(Box{std::min(rule.x1, rule.x2), std::min(rule.y1, rule.y2), std::abs(rule.x2 - rule.x1), std::abs(rule.y2 - rule.y1)}, page.rotation);
            // Over the running lines of head and foot goes the stroke of a paraph; clauses stand between them.
            const bool in_body = stroke.centre_y() > body_begins && stroke.centre_y() < body_ends;
            if (stroke.w < 0.04 || stroke.h > 0.006 || !in_body) continue;
            std::string words;
            Box box, before;
            std::ptrdiff_t count = 0;
            for (const auto& word : page.words) {
                const Box upright = turned(word.box, page.rotation);
                const double level = (stroke.centre_y() - upright.y) / std::max(1e-6, upright.h);
                const double shared = std::min(upright.right(), stroke.right()) - std::max(upright.x, stroke.x);
                // An underline runs at the foot of the letters or below; a strike through their middle.
                if (level < 0.3 || level > 0.68 || shared < 0.6 * upright.w || word.text.size() < 3 || under_a_stamp(page, word)) continue;
                words += (words.empty() ? "" : " ") + word.text;
                box = unite(box, word.box);
                count += count == 0 || upright.x < before.x || parted(before, upright, page);
                before = upright;
            }
            // A hand strikes a whole clause from margin to margin; a rule that crosses two short words is a table's.
            const double widest = count >= clause ? 2.5 : 1.35;
            if (count < 2 || stroke.w > widest * turned(box, page.rotation).w) continue;
            out.findings.push_back({"text_edited", words, 0.7, {sheet.path, sheet.page(), box}});
        }
    }
}

}  // namespace paraphe::extractors
