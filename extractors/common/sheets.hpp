#pragma once

#include "model/extractor.hpp"
#include "text/page_text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// A page of a document with its text.
struct Sheet {
    std::string path;
    PageText text;

    [[nodiscard]] int page() const { return text.page().number; }
};

/// Borrows the readings: they must outlive the sheets.
[[nodiscard]] std::vector<Sheet> sheets_of(std::span<const DocumentPage> pages);

[[nodiscard]] Place place_of(const Sheet& sheet, const Span& span);

/// How sure the letters of a span are, 0 to 1: near 1 for a text layer, the engine's word for OCR.
[[nodiscard]] double sureness(const Sheet& sheet, const Span& span);

/// The span without specks and fill characters at either end ("' | 1 000,00 Euros :" -> "1 000,00 Euros").
[[nodiscard]] Span trimmed(const Sheet& sheet, Span span);

/// The whole of a line.
[[nodiscard]] Span whole_line(const Sheet& sheet, std::size_t line);

/// Does a line reach the right edge of the page's text, so that its sentence goes on below?
[[nodiscard]] bool fills_its_column(const Sheet& sheet, std::size_t line);

/// The words of a span as printed, fill characters taken off both ends.
[[nodiscard]] std::string printed(const Sheet& sheet, const Span& span);

/// The part of a span at bytes [begin, end) of its folded text.
[[nodiscard]] Span part_of(const Span& span, std::size_t begin, std::size_t end);

/// "NEANT", "SANS OBJET", "NON COMMUNIQUE", dots: a label's way of saying that there is nothing.
[[nodiscard]] bool says_nothing(std::string_view folded);

}  // namespace paraphe::extractors
