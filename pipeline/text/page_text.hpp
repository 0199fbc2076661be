#pragma once

#include "model/page.hpp"
#include "text/fuzzy.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe {

/// One printed line of an upright page. `folded` is the words folded and joined by one space.
struct TextLine {
    std::string text;                  ///< as printed, joined by one space
    std::string folded;
    Box box;                           ///< upright (see PageText)
    std::vector<std::size_t> words;    ///< indices into PageReading::words
    std::vector<std::size_t> starts;   ///< byte of `folded` at which each word begins
};

/// A piece of a line: bytes [begin, end) of its folded text.
struct Span {
    std::size_t line = 0, begin = 0, end = 0;
    double quality = 1;                ///< of the match that found it
};

/// The text of one page, upright, as lines cut at wide gaps: two columns are two lines, whatever the order in
/// which a text layer gives them. Boxes here are upright (turned by `rotation`); `place()` gives them
/// back on the page as a viewer shows it.
/// Borrows the reading: it must outlive the text.
class PageText {
public:
    explicit PageText(const PageReading& page);

    [[nodiscard]] const PageReading& page() const { return *page_; }
    [[nodiscard]] std::span<const TextLine> lines() const { return lines_; }

    /// All lines joined by '\n', for patterns over several lines; `locate` goes back from a byte of it.
    [[nodiscard]] const std::string& folded() const { return rows_.text; }
    /// The span of bytes [begin, end) of `folded()`, cut at the end of its first line.
    [[nodiscard]] Span locate(std::size_t begin, std::size_t end) const;

    /// Every fuzzy occurrence of a phrase (plain French; folded here), within lines or over a line's end.
    [[nodiscard]] std::vector<Span> find(std::string_view phrase) const;
    [[nodiscard]] bool contains(std::string_view phrase) const { return !find(phrase).empty(); }

    /// What is printed to the right on the same level (rest of the line, then lines cut from it), and
    /// what stands just below in the same column: where the value of a label is looked for, best first.
    [[nodiscard]] std::vector<Span> right_of(const Span& label) const;
    [[nodiscard]] std::vector<Span> below(const Span& label, int lines = 2) const;

    /// Is the line print, and not what an engine for print made of a hand's ink or of the desk under a photographed sheet?
    [[nodiscard]] bool is_print(const TextLine& line) const;

    /// Where the running foot begins, a part of the upright page's height: a line or two alone far below the rest, which in a
    /// photograph of a page may stand anywhere. 1 when there is none.
    [[nodiscard]] double foot_begins() const;

    /// The text of a span: folded, and as printed (whole words).
    [[nodiscard]] std::string_view folded(const Span& span) const;
    [[nodiscard]] std::string printed(const Span& span) const;

    /// The box of the span's words, upright; and on the page as a viewer shows it.
    [[nodiscard]] Box upright_box(const Span& span) const;
    [[nodiscard]] Box place(const Span& span) const;
    /// Mean confidence of the span's words.
    [[nodiscard]] double confidence(const Span& span) const;

private:
    /// Lines joined in some order, and where each begins.
    struct Joined {
        std::string text;
        std::vector<std::size_t> lines, offsets;
        [[nodiscard]] Span locate(const std::vector<TextLine>& of, std::size_t begin, std::size_t end) const;
    };
    [[nodiscard]] Joined joined(std::vector<std::size_t> order) const;
    [[nodiscard]] std::vector<std::size_t> column_order() const;
    [[nodiscard]] double level(const Box& upright) const { return upright.centre_y() - slope_ * upright.centre_x(); }

    const PageReading* page_;
    double slope_ = 0;           ///< fall of the text over the page's width
    std::vector<Box> boxes_;     ///< of each word, upright
    std::vector<TextLine> lines_;
    Joined rows_;                ///< all lines, level by level
    Joined columns_;             ///< the same by column, where that is another order: a sentence goes on below
};

}  // namespace paraphe
