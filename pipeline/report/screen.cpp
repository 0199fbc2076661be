#include "report/screen.hpp"

#include <algorithm>

namespace paraphe::report {
namespace {

constexpr const char* plain = "\x1b[0m";

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

const char* sign(Outcome outcome) { return outcome == Outcome::pass ? "✓" : outcome == Outcome::fail ? "✗" : "?"; }
const char* colour(Outcome outcome) { return outcome == Outcome::pass ? green : outcome == Outcome::fail ? red : yellow; }

Screen::Screen(const TerminalStyle& style) : style_{style}, width_{static_cast<std::size_t>(std::clamp(style.width, 40, 120))} {}

void Screen::line(std::string_view text) {
    out_ += text;
    out_ += '\n';
}

void Screen::wrapped(const std::string& head, const char* colour, std::string_view text) {
    const std::size_t indent = letters(head);
    out_ += painted(colour, head);
    std::size_t column = indent;
    bool first = true;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(' ', from), text.size());
        const auto part = text.substr(from, end - from);
        from = end + 1;
        if (part.empty()) continue;
        const auto length = letters(part);
        if (!first && column + 1 + length > width_) {
            out_ += '\n';
            out_.append(indent, ' ');
            column = indent;
        } else if (!first) {
            out_ += ' ';
            ++column;
        }
        out_ += part;
        column += length;
        first = false;
    }
    out_ += "\n";
}

std::string Screen::painted(const char* colour, std::string_view text) const {
    return style_.colour && *colour ? colour + std::string{text} + plain : std::string{text};
}

}  // namespace paraphe::report
