#pragma once

#include "extractors/extractors.hpp"

#include <algorithm>
#include <list>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::extractors {

/// Words of a line at (x, y), about as wide as print of 11 points on A4.
inline void write(PageReading& page, double x, double y, const std::string& text, double confidence = 1) {
    const int line = page.words.empty() ? 0 : page.words.back().line + 1;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const auto letters = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return (c & 0xC0) != 0x80; });
        const double width = 0.0085 * static_cast<double>(letters);
        page.words.push_back({text.substr(begin, end - begin), {x, y, width, 0.011}, confidence, line});
        x += width + 0.005;
        begin = end + 1;
    }
}

inline PageReading blank_page(TextSource source = TextSource::layer) {
    PageReading page;
    page.source = source;
    page.width_mm = 210, page.height_mm = 297;
    return page;
}

/// A page of lines under one another at the left margin.
inline PageReading page_of(const std::vector<std::string>& lines) {
    PageReading page = blank_page();
    double y = 0.06;
    for (const auto& line : lines) {
        if (!line.empty()) write(page, 0.1, y, line);
        y += 0.022;
    }
    return page;
}

/// A page of labels at the left and values at the right, given as all labels, then all values, as some text layers do.
inline PageReading columns_of(const std::vector<std::pair<std::string, std::string>>& rows, double first = 0.06) {
    PageReading page = blank_page();
    double y = first;
    for (const auto& [label, value] : rows) write(page, 0.08, y, label), y += 0.02;
    y = first;
    for (const auto& [label, value] : rows) {
        if (!value.empty()) write(page, 0.42, y, value);
        y += 0.02;
    }
    return page;
}

inline const Extractor& extractor(std::string_view piece) {
    return **std::ranges::find_if(all(), [piece](const Extractor* e) { return e->piece == piece; });
}

inline Extraction extract(std::string_view piece, const std::vector<PageReading>& pages, const Expectations& expected = {}) {
    std::vector<DocumentPage> document;
    for (const auto& page : pages) document.push_back({"a.pdf", &page});
    return extractor(piece).read(document, expected);
}

inline const Field* field_of(const Extraction& from, std::string_view name) {
    const auto found = std::ranges::find(from.fields, name, &Field::name);
    return found == from.fields.end() ? nullptr : &*found;
}

/// The chosen text of a field, "" when there is none.
inline std::string text_of(const Extraction& from, std::string_view name) {
    const Field* field = field_of(from, name);
    const auto* text = field ? std::get_if<std::string>(&field->chosen.value) : nullptr;
    return text ? *text : "";
}

inline double sure_of(const Extraction& from, std::string_view name) {
    const Field* field = field_of(from, name);
    return field ? field->chosen.confidence : 0;
}

inline const Finding* finding_of(const Extraction& from, std::string_view code) {
    const auto found = std::ranges::find(from.findings, code, &Finding::code);
    return found == from.findings.end() ? nullptr : &*found;
}

}  // namespace paraphe::extractors
