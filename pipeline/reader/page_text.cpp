#include "reader/page_text.hpp"

#include "text/fuzzy.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

namespace paraphe::reader {

namespace {

/// Lower-case ASCII letters and digits only: what two readings of one print must share, whatever their accents.
std::string bare(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

/// Up to `count` words to try, far apart on the page: numbers before words, long before short.
std::vector<Word> samples(std::span<const Word> words, std::size_t count) {
    std::vector<Word> candidates;
    for (const auto& word : words) {
        const auto letters = bare(word.text).size();
        // Accented letters are not counted by `bare`: only words that are mostly plain can be compared.
        if (letters >= 4 && letters <= 24 && letters * 5 >= word.text.size() * 4 && !word.box.empty()) candidates.push_back(word);
    }
    std::ranges::stable_sort(candidates, [](const Word& a, const Word& b) {
        return std::pair(has_digit(a.text), a.text.size()) > std::pair(has_digit(b.text), b.text.size());
    });
    std::vector<Word> out;
    for (const auto& candidate : candidates) {
        if (out.size() == count) break;
        const bool apart = std::ranges::all_of(out, [&](const Word& w) { return std::abs(w.box.y - candidate.box.y) > 0.1; });
        if (apart) out.push_back(candidate);
    }
    return out;
}

/// A few words of the layer are read in the picture. A layer that disagrees with all of them says another text than the page; one
/// slip may be the OCR's. Values that decide are confirmed one by one, later: this is for the text that classifies the page.
bool layer_agrees(const pages::Page& page, const ocr::Engine& engine) {
    const auto tried = samples(page.layer, 2);
    if (tried.empty()) return true;
    return std::ranges::any_of(tried, [&](const Word& word) {
        CropRequest request{page.number, page.flattening.from_viewer(word.box), CropPurpose::text};
        request.box = grown(request.box, request.box.h * 0.4, request.box.h * 0.25);
        std::string seen;
        for (const auto& part : engine.read_crop(page.flat, request).words) seen += part.text;
        return agree(word.text, seen);
    });
}

PageText recognise(const pages::Page& page, const ocr::Engine& engine) {
    PageText text;
    text.source = TextSource::ocr;
    auto read = engine.read_page(page.flat);
    if (ocr::looks_english(read.words)) {
        auto english = engine.read_page(page.flat, "eng");
        if (english.mean_confidence >= read.mean_confidence) {
            read = std::move(english);
            text.language = "eng";
        }
    }
    text.words = std::move(read.words);
    text.mean_confidence = read.mean_confidence;
    return text;
}

/// How much was read and how surely: what a wrong turn makes small.
double worth(const PageText& text, const pages::Page& page) {
    std::vector<Word> upright;
    std::ranges::copy_if(text.words, std::back_inserter(upright), [&](const Word& word) { return !ocr::sideways(word, page.flat.width, page.flat.height); });
    return confident_letters(upright) * ocr::mean_confidence(upright);
}

/// Print that is upside down or sideways reads as a few unsure scraps.
bool reads_poorly(const PageText& text, const pages::Page& page) {
    constexpr double readable = 0.6;  // a page at a wrong quarter turn reads at 0.2 to 0.5
    return page.ink_share > 0.002 && (text.mean_confidence < readable || confident_letters(text.words) < 20);
}

/// Letters' shapes may be sure and wrong, on forms and cheques: a page that reads poorly is tried as its words would have it.
void try_turned(PageText& text, pages::Page& page, const ocr::Engine& engine) {
    const int degrees = engine.quarter_turns(page.flat);
    if (degrees == 0) return;
    pages::Page other = page;
    pages::turn(other, degrees);
    PageText attempt = recognise(other, engine);
    if (worth(attempt, other) <= worth(text, page)) return;
    page = std::move(other);
    text = std::move(attempt);
}

}  // namespace

bool agree(std::string_view one, std::string_view other) {
    const auto a = bare(one), b = bare(other);
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    if (a.size() > 200 || b.size() > 200) return false;
    return edits(a, b) * 4 <= std::max(a.size(), b.size());
}

int confident_letters(std::span<const Word> words) {
    constexpr double sure = 0.6;
    std::size_t letters = 0;
    for (const auto& word : words)
        if (word.confidence >= sure && word.text.size() >= 2) letters += bare(word.text).size();
    return static_cast<int>(std::min<std::size_t>(letters, 1'000'000));
}

PageText text_of(pages::Page& page, const ocr::Engine& engine) {
    PageText text;
    if (page.layer_serves && !page.layer.empty()) {
        if (layer_agrees(page, engine)) {
            text.source = TextSource::layer;
            text.words = page.layer;
            for (auto& word : text.words) word.box = page.flattening.from_viewer(word.box);
            text.mean_confidence = ocr::mean_confidence(text.words);
            if (ocr::looks_english(text.words)) text.language = "eng";
            return text;
        }
        text.layer_rejected = true;
    }
    if (page.problem == PageProblem::blank) return text;
    const bool rejected = text.layer_rejected;
    if (!page.rotation_sure)
        if (const int degrees = engine.quarter_turns(page.flat); degrees != 0) pages::turn(page, degrees);
    text = recognise(page, engine);
    if (page.rotation_sure && reads_poorly(text, page)) try_turned(text, page, engine);
    text.layer_rejected = rejected;
    return text;
}

}  // namespace paraphe::reader
