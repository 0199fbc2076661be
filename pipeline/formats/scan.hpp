#pragma once

#include <cstddef>
#include <string_view>

/// Small steps over a folded text, for the scanners of this folder.
namespace paraphe::scan {

[[nodiscard]] constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool letter(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool alnum(char c) { return digit(c) || letter(c); }
[[nodiscard]] constexpr bool space(char c) { return c == ' ' || c == '\n'; }

/// The character at `i`, or a space outside the text.
[[nodiscard]] constexpr char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : ' '; }
[[nodiscard]] constexpr char before(std::string_view text, std::size_t i) { return i > 0 && i <= text.size() ? text[i - 1] : ' '; }

/// The digit that a scanner may have read as `c`; '\0' when it is neither a digit nor like one.
[[nodiscard]] constexpr char digit_like(char c) {
    if (digit(c)) return c;
    switch (c) {
        case 'O': case 'Q': case 'D': return '0';
        case 'I': case 'L': case '|': return '1';
        case 'Z': return '2';
        case 'S': return '5';
        case 'G': return '6';
        case 'B': return '8';
        default: return '\0';
    }
}

/// The letter that a scanner may have read as the digit `c`; any other character as it is.
[[nodiscard]] constexpr char letter_like(char c) {
    switch (c) {
        case '0': return 'O';
        case '1': case '|': return 'I';
        case '5': return 'S';
        case '8': return 'B';
        case '6': return 'G';
        default: return c;
    }
}

[[nodiscard]] constexpr std::size_t skip_spaces(std::string_view text, std::size_t i) {
    while (i < text.size() && space(text[i])) ++i;
    return i;
}

[[nodiscard]] constexpr bool starts_with_at(std::string_view text, std::size_t i, std::string_view what) {
    return i <= text.size() && text.substr(i).starts_with(what);
}

/// `what` as whole words at `i`.
[[nodiscard]] constexpr bool word_at(std::string_view text, std::size_t i, std::string_view what) {
    return starts_with_at(text, i, what) && !letter(before(text, i)) && !letter(at(text, i + what.size()));
}

}  // namespace paraphe::scan
