#pragma once

#include <string>
#include <string_view>

namespace paraphe::report {

/// For HTML text and quoted attributes.
[[nodiscard]] inline std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

/// JSON whose values stay the same, without the control characters that JSON lets stand (DEL and C1): a terminal obeys U+009B.
[[nodiscard]] inline std::string without_controls(std::string_view json) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(json.size());
    const auto escape = [&out](unsigned char c) { out += {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]}; };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto next = static_cast<unsigned char>(i + 1 < json.size() ? json[i + 1] : 0);
        if (json[i] == '\x7f') escape(0x7f);
        else if (json[i] == '\xc2' && next >= 0x80 && next < 0xa0) escape(next), ++i;
        else out += json[i];
    }
    return out;
}

}  // namespace paraphe::report
