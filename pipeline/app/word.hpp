#pragma once

#include <string>
#include <string_view>

namespace paraphe::app {

/// A word of this program's own source. It is made of literals alone, while compiling: nothing that is read while it runs, from a
/// candidate's file least of all, can become one. What goes into a log is made of these, numbers and digests.
class Word {
public:
    constexpr Word() = default;
    consteval Word(const char* literal) : text_(literal) {}  // implicit: it stands for its literal
    [[nodiscard]] constexpr std::string_view text() const { return text_; }
    [[nodiscard]] constexpr bool empty() const { return text_.empty(); }
    [[nodiscard]] std::string string() const { return std::string(text_); }
    friend constexpr bool operator==(Word, Word) = default;

private:
    std::string_view text_;
};

/// The first digits of a SHA-256: enough to find a dossier in the summary, and nothing but hexadecimal digits; "" for any other text.
class ShortDigest {
public:
    explicit ShortDigest(std::string_view sha256) {
        constexpr std::size_t digits = 16;
        const auto head = sha256.substr(0, digits);
        if (head.size() == digits && head.find_first_not_of("0123456789abcdef") == std::string_view::npos) text_ = head;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace paraphe::app
