#include "confirm/blanks.hpp"

#include "confirm/doubt.hpp"
#include "confirm/signs.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace paraphe::confirm {
namespace {

/// Handwriting stands on its line and above: fraction of the page.
constexpr double margin_above = 0.008;
/// What is left of a blank in which a hand surely wrote, and of one that is not surely bare.
constexpr double written_in = 0.2, not_surely_bare = 0.5;
/// From here on a blank is likely enough for bare paper to bear it out.
constexpr double likely_blank = 0.3;
/// A mark below this may be a speck.
constexpr double surely_written = 0.5;

bool a_hand_wrote(const CropAnswer& answer) {
    const auto by_hand = [](const Mark& mark) { return mark.kind != MarkKind::stamp && mark.confidence >= surely_written; };
    if (answer.ink == Ink::present && answer.mark && *answer.mark != MarkKind::stamp) return true;
    return std::ranges::any_of(answer.marks, by_hand);
}

/// What a model prints where something is to be filled in: such words are the blank.
bool is_placeholder(std::string_view text) {
    const auto folded = fold(text);
    return std::ranges::any_of(std::array{"[", "<", "{", "XX", "COMPLETER", "JJ/MM", "__"}, [&](const char* sign) { return folded.find(sign) != std::string::npos; });
}

std::ptrdiff_t signs_of(std::string_view text) {
    return std::ranges::count_if(fold(text), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

/// A word that fills a blank rather than what a reader makes of dots, or what the model itself prints there.
bool fills(const Word& word) {
    constexpr std::ptrdiff_t fewest_signs = 3;
    return signs_of(word.text) >= fewest_signs && !is_placeholder(word.text);
}

/// Letters as high as a blank, read as badly as a hand's are: a word, and no row of dots.
bool holds_a_word(const Place& blank, const PageReading& page) {
    constexpr double least_height = 0.4, print_is_surer = 0.8;
    const Box room = turned(blank.box, page.rotation);
    return std::ranges::any_of(page.words, [&](const Word& word) {
        const Box print = turned(word.box, page.rotation);
        return fills(word) && word.confidence < print_is_surer && print.h >= least_height * room.h && covered(print, room) > 0.5;
    });
}

/// Looked at alone, the place bears print that the page's layout had hidden: a form's dots run close below it.
bool bears_print(const Place& blank, const LookAgain& look) {
    constexpr double surely_read = 0.7;
    const auto answer = look(blank.path, {blank.page, blank.box, CropPurpose::text});
    return answer && std::ranges::any_of(answer->words, [&](const Word& word) { return fills(word) && word.confidence >= surely_read && covered(word.box, blank.box) > 0.5; });
}

/// Dots go on after what a hand wrote on them: the word that ends where they begin.
const Word* word_before(const Place& blank, const PageReading& page) {
    constexpr double apart = 0.03, within = 0.01, level = 0.3;   // fractions of the page's width, and of the word's height
    const Box room = turned(blank.box, page.rotation);
    const auto ends_there = [&](const Word& word) {
        const Box print = turned(word.box, page.rotation);
        const double shared = std::min(print.bottom(), room.bottom() + margin_above) - std::max(print.y, room.y - margin_above);
        return fills(word) && print.right() > room.x - apart && print.right() < room.x + within && shared > level * print.h;
    };
    const auto found = std::ranges::find_if(page.words, ends_there);
    return found == page.words.end() ? nullptr : &*found;
}

bool written_before(const Place& blank, const PageReading& page, const LookAgain& look) {
    const Word* word = word_before(blank, page);
    if (!word) return false;
    const auto ink = look(blank.path, {blank.page, grown(word->box, margin_above, margin_above), CropPurpose::ink});
    return ink && a_hand_wrote(*ink);
}

/// Signs of a hand stand in the blank, be they two: "SA". What a reader makes of dots are dots.
bool bears_signs(const Place& blank, const LookAgain& look) {
    constexpr std::size_t fewest_signs = 2;
    const Box room = grown(blank.box, 0, margin_above);
    const auto answer = look(blank.path, {blank.page, room, CropPurpose::hand});
    return answer && std::ranges::any_of(answer->lines, [&](const SignColumns& line) { return sure_signs_in(line, room) >= fewest_signs; });
}

bool is_filled(const Finding& finding, const Result<CropAnswer>& ink, const LookAgain& look, const PageReading* page) {
    if (ink && a_hand_wrote(*ink)) return true;
    if (!page || page->source == TextSource::layer || is_placeholder(finding.text)) return false;
    return holds_a_word(finding.place, *page) || bears_print(finding.place, look) || written_before(finding.place, *page, look) || bears_signs(finding.place, look);
}

}  // namespace

/// A blank is bare paper: what a hand wrote there is hardly in the words, and ink that nothing explains is no bare paper either.
void look_at_blanks(Document& document, const LookAgain& look, const PageOf& page_of) {
    for (auto& finding : document.findings) {
        if (finding.code != "blanks_left" || finding.place.box.empty()) continue;
        const auto ink = look(finding.place.path, {finding.place.page, grown(finding.place.box, 0, margin_above), CropPurpose::ink});
        const bool filled = is_filled(finding, ink, look, page_of(finding.place.path, finding.place.page));
        if (filled) finding.confidence = std::min(finding.confidence, written_in);
        // Bare paper makes a likely blank sure; beside what stands in it, it says nothing of one that is hardly likely.
        else if (ink && ink->ink == Ink::empty) finding.confidence = finding.confidence >= likely_blank ? 1 - (1 - finding.confidence) * doubt_left : finding.confidence;
        else finding.confidence = std::min(finding.confidence, not_surely_bare);
    }
}

}  // namespace paraphe::confirm
