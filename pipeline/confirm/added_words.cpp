#include "confirm/added_words.hpp"

#include "confirm/closing.hpp"
#include "confirm/inked.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace paraphe::confirm {
namespace {

constexpr Box body{0.03, 0.15, 0.94, 0.75};      // of a page: a letterhead's logo says words that no layer holds, too
constexpr double surely_read = 0.7;
constexpr std::ptrdiff_t fewest_letters = 3;
constexpr std::size_t fewest_words = 2;          // side by side: one alone may be a misreading
constexpr double in_the_layer = 0.25;            // of the word's box
constexpr double margin_x = 0.004, margin_y = 0.004;
constexpr double side_by_side = 0.03;

bool letters(const std::string& text) {
    return std::ranges::count_if(fold(text), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }) >= fewest_letters;
}

/// How much of the box the layer's words cover together.
bool in_layer(const Box& box, const PageReading& page) {
    double shared = 0;
    for (const auto& word : page.words) shared += intersection(box, grown(word.box, margin_x, margin_y)).area();
    return shared > in_the_layer * box.area();
}

struct Added {
    std::string words;
    std::size_t count = 0;
    Box box;
};

/// The first words side by side that the layer lacks.
std::optional<Added> added_on(const PageReading& page, const std::vector<Word>& seen, double until) {
    Added run;
    int line = -1;
    for (const auto& word : seen) {
        const bool strange = word.confidence >= surely_read && letters(word.text) && word.box.bottom() < until && !in_layer(word.box, page) && !on_a_mark(page, word.box);
        const bool goes_on = strange && word.line == line && run.count > 0 && word.box.x - run.box.right() < side_by_side;
        if (!goes_on && run.count >= fewest_words) return run;
        if (!goes_on) run = {};
        line = word.line;
        if (!strange) continue;
        run.words += (run.count > 0 ? " " : "") + word.text;
        run.box = run.count > 0 ? unite(run.box, word.box) : word.box;
        ++run.count;
    }
    return run.count >= fewest_words ? std::optional(run) : std::nullopt;
}

}  // namespace

void look_for_added_words(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    constexpr double confidence = 0.7;
    if (std::ranges::find(expectations.fixed_wording, document.piece) == expectations.fixed_wording.end()) return;
    for (const auto& part : document.parts)
        for (const int number : part.pages) {
            const auto* page = page_of(part.path, number);
            if (!page || page->source != TextSource::layer || page->rotation != 0) continue;
            const auto answer = look(part.path, {number, body, CropPurpose::text});
            if (!answer) continue;
            if (const auto added = added_on(*page, answer->words, closing_begins(document, part.path, number, page->rotation)))
                document.findings.push_back({"text_edited", added->words, confidence, {part.path, number, added->box}});
        }
}

}  // namespace paraphe::confirm
