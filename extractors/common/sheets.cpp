#include "extractors/common/sheets.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace paraphe::extractors {
namespace {

bool letter_or_digit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// A token that is no part of a value: dots, bars, quotes, a lone dash.
bool speck(std::string_view token) {
    return std::ranges::none_of(token, letter_or_digit) && token.find("€") == std::string_view::npos;
}

}  // namespace

std::vector<Sheet> sheets_of(std::span<const DocumentPage> pages) {
    std::vector<Sheet> sheets;
    for (const auto& page : pages) sheets.push_back({page.path, PageText(*page.reading)});
    return sheets;
}

Place place_of(const Sheet& sheet, const Span& span) {
    return {sheet.path, sheet.page(), sheet.text.place(span)};
}

double sureness(const Sheet& sheet, const Span& span) {
    if (sheet.text.page().source == TextSource::layer) return 0.995;
    // Tesseract says 0.9 and more of what it read right; below 0.6 it mostly guesses at handwriting and dirt.
    const double said = std::clamp(sheet.text.confidence(span), 0.0, 1.0);
    return said >= 0.9 ? 1 - 0.4 * (1 - said) : std::max(0.1, 0.96 - 1.35 * (0.9 - said));
}

Span trimmed(const Sheet& sheet, Span span) {
    const std::string_view text = sheet.text.lines()[span.line].folded;
    span.end = std::min(span.end, text.size());
    while (span.begin < span.end) {
        const auto stop = std::min(text.find(' ', span.begin), span.end);
        if (!speck(text.substr(span.begin, stop - span.begin))) break;
        span.begin = std::min(stop + 1, span.end);
    }
    while (span.begin < span.end && (text[span.begin] == ':' || text[span.begin] == '.' || text[span.begin] == ' ')) ++span.begin;
    while (span.begin < span.end) {
        const auto blank = text.rfind(' ', span.end - 1);
        const auto start = blank == std::string_view::npos || blank < span.begin ? span.begin : blank + 1;
        if (start > span.begin || speck(text.substr(start, span.end - start))) {
            if (!speck(text.substr(start, span.end - start))) break;
            span.end = start > span.begin ? start - 1 : span.begin;
        } else {
            break;
        }
    }
    return span;
}

Span whole_line(const Sheet& sheet, std::size_t line) {
    return {line, 0, sheet.text.lines()[line].folded.size(), 1};
}

bool fills_its_column(const Sheet& sheet, std::size_t line) {
    double widest = 0;
    for (const auto& other : sheet.text.lines())
        if (other.box.centre_y() < 0.9 && other.words.size() >= 4) widest = std::max(widest, other.box.right());
    return sheet.text.lines()[line].box.right() > 0.86 * widest;
}

std::string printed(const Sheet& sheet, const Span& span) {
    std::string text = sheet.text.printed(trimmed(sheet, span));
    const std::string_view fill = " :;,|_\"'*";
    const auto begin = text.find_first_not_of(fill);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(fill) - begin + 1);
}

Span part_of(const Span& span, std::size_t begin, std::size_t end) {
    return {span.line, span.begin + begin, std::min(span.begin + end, span.end), span.quality};
}

bool says_nothing(std::string_view folded) {
    static constexpr std::array<std::string_view, 8> nothing{"NEANT", "SANS OBJET", "AUCUN", "AUCUNE", "NON COMMUNIQUE", "NON RENSEIGNE", "N/A", "NON DECLARE"};
    if (std::ranges::none_of(folded, letter_or_digit)) return true;
    return std::ranges::any_of(nothing, [folded](std::string_view word) { return folded.starts_with(word) && folded.size() <= word.size() + 2; });
}

}  // namespace paraphe::extractors
