#include "confirm/form_look.hpp"

#include "confirm/closing.hpp"
#include "confirm/inked.hpp"
#include "confirm/registration.hpp"
#include "confirm/wording.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <span>

namespace paraphe::confirm {
namespace {

/// A page with fewer words that stand once, a cover, is like too many others to be missed or strange.
constexpr std::size_t fewest_unique = 6;
constexpr double surely_that_page = 0.35;       // of the form's words that stand once, in their order
constexpr std::size_t far_too_many = 4;         // times the form's tokens: not a filled form
constexpr double surely_read = 0.8;             // of the engine: what is read below it may be a misreading
constexpr std::size_t fewest_letters = 3, fewest_removed = 10;
constexpr std::size_t longest_filling = 12;     // tokens: a name, an address
constexpr double certainty = 0.75, doubted = 0.6;
constexpr double around_words = 0.006;
constexpr std::size_t long_enough = 12;         // signs, to be found with a sign misread
constexpr double most_unread = 0.15;            // of the form's words: what stands in their place was not read well enough to be held against them
constexpr std::size_t most_told = 8;            // of one page: more are another text
constexpr double surely_ink = 0.3, same_place = 0.4;

/// A page of the document or of the form, as it is compared.
struct Sheet {
    Place place;
    const PageReading* reading = nullptr;
    std::vector<Token> tokens;
};

/// What nobody wrote on is no word of a page: its dots.
Sheet sheet_of(const PageReading& reading, Place place) {
    Sheet sheet{std::move(place), &reading, tokens_of(reading)};
    std::erase_if(sheet.tokens, [](const Token& token) { return token.blank(); });
    return sheet;
}

Box upright(const Sheet& sheet, const Token& token) { return turned(sheet.reading->words[token.word].box, sheet.reading->rotation); }
Place on_page(const Sheet& sheet, const Box& upright_box) {
    return {sheet.place.path, sheet.place.page, turned(upright_box, (360 - sheet.reading->rotation) % 360)};
}

double shared_wording(const Sheet& form, const Sheet& page) {
    const auto unique = unique_tokens(form.tokens);
    if (unique < fewest_unique || page.tokens.size() > far_too_many * form.tokens.size()) return 0;
    return static_cast<double>(anchors(form.tokens, page.tokens).size()) / static_cast<double>(unique);
}

/// The page of the form that the page is, if it is one.
std::optional<std::size_t> page_of_form(const std::vector<Sheet>& form, const Sheet& page) {
    std::optional<std::size_t> best;
    double most = surely_that_page;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (const double shared = shared_wording(form[i], page); shared >= most) most = shared, best = i;
    return best;
}

std::size_t signs_in(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }));
}

/// The printed words of tokens, each once.
std::string words_of(const Sheet& sheet, std::span<const Token* const> tokens) {
    std::string words;
    std::optional<std::size_t> last;
    for (const Token* token : tokens)
        if (!token->blank() && token->word != last) words += (words.empty() ? "" : " ") + sheet.reading->words[*(last = token->word)].text;
    return words;
}

/// One page of the document registered to one of the form.
class Comparison {
public:
    /// `closing`: where on the page a hand's words begin to belong.
    Comparison(const Sheet& form, const Sheet& page, double closing) : form_(form), page_(page), closing_(closing) {
        std::vector<WordPair> pairs;
        for (const auto& [a, b] : anchors(form.tokens, page.tokens)) pairs.push_back({upright(form, form.tokens[a]), upright(page, page.tokens[b])});
        by_ = registered(pairs);
    }

    [[nodiscard]] std::vector<Finding> findings(const LookAgain& look) const {
        std::vector<Finding> found;
        std::size_t unread = 0;
        for (const auto& difference : differences(form_.tokens, page_.tokens)) {
            if (found.size() == most_told) break;
            if (auto blank = blank_left(difference)) found.push_back(std::move(*blank));
            else if (auto change = change_in(difference); !change) unread += to_be_filled(difference) ? 0 : difference.form_end - difference.form_begin;
            else if (!seen_after_all(difference, look)) found.push_back(std::move(*change));
        }
        if (static_cast<double>(unread) > most_unread * static_cast<double>(form_.tokens.size()))
            found.push_back({"form_page_unread", std::to_string(page_.place.page), doubted, page_.place});
        return found;
    }

    /// Does the form print something where this mark was seen?
    [[nodiscard]] bool printed(const Mark& mark) const {
        if (!by_) return false;
        const Box ink = turned(mark.box, page_.reading->rotation);
        return std::ranges::any_of(form_.reading->marks, [&](const Mark& print) {
            return print.confidence >= surely_ink && iou((*by_)(turned(print.box, form_.reading->rotation)), ink) >= same_place;
        });
    }

private:
    /// Where the form asks for something: on a row of dots, or after a colon.
    [[nodiscard]] bool to_be_filled(const Difference& d) const {
        const bool short_enough = d.page_end - d.page_begin <= longest_filling;
        for (std::size_t i = d.form_begin > 0 ? d.form_begin - 1 : 0; i < std::min(d.form_end + 1, form_.tokens.size()); ++i)
            if (short_enough && (form_.tokens[i].blank() || (form_.tokens[i].opens && i < d.form_end))) return true;
        return false;
    }

    /// The tokens of the page that were surely read, and are no ink.
    [[nodiscard]] std::vector<const Token*> surely_printed(const Difference& d) const {
        std::vector<const Token*> sure;
        for (std::size_t j = d.page_begin; j < d.page_end; ++j) {
            const auto& token = page_.tokens[j];
            const Box box = upright(page_, token);
            const bool belongs_there = d.form_begin == d.form_end && box.bottom() >= closing_;
            if (page_.reading->words[token.word].confidence >= surely_read && !belongs_there && !on_a_mark(*page_.reading, box)) sure.push_back(&token);
        }
        return sure;
    }

    [[nodiscard]] std::string form_words(const Difference& d) const {
        std::vector<const Token*> tokens;
        for (std::size_t i = d.form_begin; i < d.form_end; ++i) tokens.push_back(&form_.tokens[i]);
        return words_of(form_, tokens);
    }

    /// Where the form's tokens lie on the page; empty when it could not be registered.
    [[nodiscard]] Box form_place(const Difference& d) const {
        Box box;
        for (std::size_t i = d.form_begin; by_ && i < d.form_end; ++i) box = unite(box, (*by_)(upright(form_, form_.tokens[i])));
        return intersection(box, {0, 0, 1, 1});
    }

    /// A scan's reading loses a word, or a line under a crease: looked at alone, the place may show the form's words.
    [[nodiscard]] bool seen_after_all(const Difference& d, const LookAgain& look) const {
        const Box place = form_place(d);
        if (page_.reading->source == TextSource::layer || place.empty()) return false;
        const auto there = on_page(page_, grown(place, around_words, around_words));
        const auto answer = look(there.path, {there.page, there.box, CropPurpose::text});
        if (!answer) return false;
        std::string seen, expected;
        for (const auto& word : answer->words) seen += skeleton(fold(word.text));
        for (std::size_t i = d.form_begin; i < d.form_end; ++i) expected += form_.tokens[i].shape;
        return seen.find(expected) != std::string::npos || (expected.size() >= long_enough && find_fuzzy(seen, expected).has_value());
    }

    [[nodiscard]] std::optional<Finding> change_in(const Difference& d) const {
        if (to_be_filled(d)) return {};
        std::size_t letters = 0;
        Box box;
        bool figures = false;
        const auto printed = surely_printed(d);
        for (const Token* token : printed) {
            letters += signs_in(token->text);
            figures = figures || std::ranges::any_of(token->text, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
            box = unite(box, upright(page_, *token));
        }
        const auto removed = form_words(d), added = words_of(page_, printed);
        if (letters >= fewest_letters || (figures && !removed.empty()))
            return Finding{removed.empty() ? "form_text_added" : "form_text_changed", removed.empty() ? added : removed + " → " + added, certainty, on_page(page_, box)};
        if (d.page_begin == d.page_end) return removed_words(d, removed);
        return {};
    }

    [[nodiscard]] std::optional<Finding> removed_words(const Difference& d, const std::string& words) const {
        const Box place = form_place(d);
        if (signs_in(words) < fewest_removed || on_a_mark(*page_.reading, place)) return {};
        return Finding{"form_text_removed", words, page_.reading->source == TextSource::layer ? certainty : doubted, place.empty() ? page_.place : on_page(page_, place)};
    }

    /// A blank that nothing on the page stands for, or that the page shows as the form does.
    [[nodiscard]] std::optional<Finding> blank_left(const Difference& d) const {
        const auto asked = std::span(form_.tokens).subspan(d.form_begin, d.form_end - d.form_begin);
        if (d.page_begin != d.page_end || asked.empty() || !std::ranges::all_of(asked, &Token::blank)) return {};
        const Box place = form_place(d);
        if (place.empty() || on_a_mark(*page_.reading, place)) return {};
        return Finding{"blanks_left", label_of(d.form_begin), doubted, on_page(page_, place)};
    }

    /// The form's words before a blank.
    [[nodiscard]] std::string label_of(std::size_t blank) const {
        constexpr std::size_t words_of_label = 2;
        std::string label;
        for (std::size_t i = blank; i > 0 && blank - i < words_of_label && !form_.tokens[i - 1].blank(); --i)
            label = form_.tokens[i - 1].text + (label.empty() ? "" : " ") + label;
        return label;
    }

    const Sheet& form_;
    const Sheet& page_;
    double closing_;
    std::optional<Registration> by_;
};

/// A page that shows enough to be told from others.
bool comparable(const PageReading& page) { return page.legible && page.source != TextSource::none && page.problem != PageProblem::blank; }

std::vector<Sheet> sheets_of(const Document& document, const PageOf& page_of) {
    std::vector<Sheet> sheets;
    for (const auto& part : document.parts)
        for (const int number : part.pages)
            if (const auto* page = page_of(part.path, number); page && comparable(*page)) sheets.push_back(sheet_of(*page, {part.path, number, {}}));
    return sheets;
}

std::vector<Sheet> sheets_of(const Form& form) {
    std::vector<Sheet> sheets;
    for (const auto& page : form.pages) sheets.push_back({{form.path, page.number, {}}, &page, tokens_of(page)});
    return sheets;
}

/// The piece's extractor knows rows of dots, too.
bool told_already(const Document& document, const Finding& found) {
    return std::ranges::any_of(document.findings, [&](const Finding& other) {
        return other.code == found.code && other.place.path == found.place.path && other.place.page == found.place.page && !intersection(other.place.box, found.place.box).empty();
    });
}

void drop_print(Document& document, const Sheet& page, const Comparison& comparison) {
    std::erase_if(document.marks, [&](const PlacedMark& mark) {
        return mark.path == page.place.path && mark.page == page.place.page && !mark.mark.electronic && comparison.printed(mark.mark);
    });
}

}  // namespace

void compare_with_form(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of) {
    const auto form = std::ranges::find(expectations.forms, document.piece, &Form::piece);
    if (form == expectations.forms.end() || form->pages.empty()) return;
    const auto official = sheets_of(*form);
    const auto pages = sheets_of(document, page_of);
    std::map<std::size_t, int> received;
    for (const auto& page : pages) {
        const auto which = page_of_form(official, page);
        if (!which) {
            if (unique_tokens(page.tokens) >= fewest_unique) document.findings.push_back({"form_page_strange", std::to_string(page.place.page), doubted, page.place});
            continue;
        }
        if (++received[*which] == 2) document.findings.push_back({"form_page_twice", std::to_string(*which + 1), certainty, page.place});
        const Comparison comparison(official[*which], page, closing_begins(document, page.place.path, page.place.page, page.reading->rotation));
        for (auto& found : comparison.findings(look))
            if (!told_already(document, found)) document.findings.push_back(std::move(found));
        drop_print(document, page, comparison);
    }
    for (std::size_t i = 0; i < official.size(); ++i)
        if (!received.contains(i) && unique_tokens(official[i].tokens) >= fewest_unique) document.findings.push_back({"form_page_missing", std::to_string(i + 1), certainty, {}});
}

}  // namespace paraphe::confirm
