#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace paraphe {
namespace {

/// Appends to a folded text, keeping its spaces single.
class Folded {
public:
    explicit Folded(std::size_t expected) { text_.reserve(expected); }

    void put(char c) {
        if (c == ' ') {
            if (!text_.empty() && text_.back() != ' ') text_ += ' ';
        } else {
            text_ += c;
        }
    }
    void put(std::string_view s) {
        for (const char c : s) put(c);
    }
    void put(UChar32 c) {
        char bytes[U8_MAX_LENGTH];
        std::int32_t length = 0;
        UBool bad = false;
        U8_APPEND(bytes, length, U8_MAX_LENGTH, c, bad);
        if (!bad) text_.append(bytes, static_cast<std::size_t>(length));
    }
    /// True when the text ends in a lone N: what follows may be the sign of `n°`.
    [[nodiscard]] bool ends_in_lone_n() const {
        if (text_.empty() || text_.back() != 'N') return false;
        const auto before = text_.size() >= 2 ? text_[text_.size() - 2] : ' ';
        return !(before >= 'A' && before <= 'Z');
    }
    [[nodiscard]] std::string take() && {
        if (!text_.empty() && text_.back() == ' ') text_.pop_back();
        return std::move(text_);
    }

private:
    std::string text_;
};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// What NFKD leaves alone but a French reader takes for ASCII. Empty: no such form.
std::string_view ascii_of(UChar32 c) {
    switch (c) {
        case 0x152: case 0x153: return "OE";
        case 0xC6: case 0xE6: return "AE";
        case 0xDF: case 0x1E9E: return "SS";
        case 0xD8: case 0xF8: return "O";
        case 0x141: case 0x142: return "L";
        case 0x110: case 0x111: return "D";
        case 0x131: return "I";
        case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2B9: case 0x2BB: case 0x2BC: case 0xB4:
        case 0x2039: case 0x203A: return "'";
        case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0xAB: case 0xBB: return "\"";
        case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x2043:
        case 0xAF: return "-";
        case 0x2022: case 0x25CF: case 0x25AA: case 0xB7: case 0x2219: case 0x2027: return "*";
        case 0x2044: case 0x2215: return "/";
        case 0x2116: return "NO";
        default: return {};
    }
}

bool vanishes(UChar32 c) {
    return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
           u_charType(c) == U_NON_SPACING_MARK;
}

void put_one(Folded& out, UChar32 c) {
    if (c < 0x80) return out.put(upper(static_cast<char>(c < 0x20 || c == 0x7F ? ' ' : c)));
    if (const auto plain = ascii_of(c); !plain.empty()) return out.put(plain);
    if (vanishes(c)) return;
    if (u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR) return out.put(' ');
    out.put(u_toupper(c));
}

}  // namespace

std::string fold(std::string_view utf8) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(error);
    Folded out(utf8.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) {
            out.put('?');
        } else if (c < 0x80) {
            put_one(out, c);
        } else if ((c == 0xB0 || c == 0xBA || c == 0x2DA || c == 0x1D52) && out.ends_in_lone_n()) {
            out.put('O');  // n°, before normalisation would make another letter of the sign
        } else if (icu::UnicodeString parts; ascii_of(c).empty() && U_SUCCESS(error) && nfkd->getDecomposition(c, parts)) {
            for (std::int32_t k = 0; k < parts.length(); k = parts.moveIndex32(k, 1)) put_one(out, parts.char32At(k));
        } else {
            put_one(out, c);
        }
    }
    return std::move(out).take();
}

std::string skeleton(std::string_view folded) {
    std::string bones;
    bones.reserve(folded.size());
    for (const char c : folded) {
        switch (c) {
            case 'O': case 'Q': case 'D': bones += '0'; break;
            case 'I': case 'L': case '|': bones += '1'; break;
            case 'S': bones += '5'; break;
            case 'B': bones += '8'; break;
            case 'Z': bones += '2'; break;
            case 'G': bones += '6'; break;
            default:
                if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) bones += c;
        }
    }
    return bones;
}

std::string letters_of(std::string_view folded) {
    std::string letters(folded);
    std::erase_if(letters, [](char c) { return c < 'A' || c > 'Z'; });
    return letters;
}

}  // namespace paraphe
