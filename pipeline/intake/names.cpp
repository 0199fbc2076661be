#include "intake/names.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

namespace paraphe::intake {
namespace {

constexpr std::size_t longest_name = 400;  // bytes; longer ones serve only to swell reports

struct CodePage {
    const char* icu_name;
    int prior;  // how usual it is in what French offices send: Windows' own zip writes cp850
};
constexpr std::array<CodePage, 4> code_pages{{{"ibm-850", 2}, {"ibm-437", 1}, {"windows-1252", 0}, {"macintosh", -3}}};

/// How likely a letter is in a French file name; strange signs cost.
int likeness(UChar32 c) {
    if (c < 0x20 || c == 0x7f) return -8;
    if (c < 0x80) return 0;
    switch (c) {
        case U'é': return 10;
        case U'è': case U'à': return 7;
        case U'ç': case U'ê': case U'É': case U'ô': return 6;
        case U'î': case U'û': case U'â': case U'ù': case U'È': case U'À': return 4;
        case U'ë': case U'ï': case U'Ç': case U'Ê': case U'Ô': case U'œ': case U'°': case U'’': case U'–': return 3;
        case U'«': case U'»': case U'€': case U'ü': case U'ö': case U'Î': case U'Â': case U'Œ': case 0xa0: return 1;
        default: return (c >= 0xc0 && c <= 0x17f) ? -2 : -6;
    }
}

bool upper(UChar32 c) { return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7); }
bool lower(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff && c != 0xf7); }

int likeness(const std::u16string& text) {
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        sum += likeness(text[i]);
        // A small accented letter after a capital and before one ("RéFéRENTIEL" for "RÉFÉRENTIEL") is the wrong code page,
        // and so is a capital inside a small word.
        if (text[i] < 0x80 || i == 0) continue;
        const UChar32 before = text[i - 1], after = i + 1 < text.size() ? text[i + 1] : before;
        if ((lower(text[i]) && upper(before) && !lower(after)) || (upper(text[i]) && lower(before) && !upper(after))) sum -= 8;
    }
    return sum;
}

std::u16string decode(const std::string& bytes, const char* code_page) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter{ucnv_open(code_page, &error), ucnv_close};
    if (U_FAILURE(error)) return {};
    std::u16string out(bytes.size() * 2 + 2, u'\0');
    const auto length = ucnv_toUChars(converter.get(), out.data(), static_cast<int32_t>(out.size()), bytes.data(),
                                      static_cast<int32_t>(bytes.size()), &error);
    if (U_FAILURE(error)) return {};
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string to_utf8(const std::u16string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        UChar32 c = text[i];
        if (U16_IS_SURROGATE(c)) c = 0xfffd;  // our four code pages hold none
        char bytes[U8_MAX_LENGTH];
        int32_t n = 0;
        UBool bad = false;
        U8_APPEND(reinterpret_cast<uint8_t*>(bytes), n, U8_MAX_LENGTH, c, bad);
        if (!bad) out.append(bytes, static_cast<std::size_t>(n));
    }
    return out;
}

const char* best_code_page(std::span<const RawName> names) {
    const CodePage* best = &code_pages[0];
    long best_score = -1'000'000;
    for (const auto& page : code_pages) {
        long score = page.prior;
        for (const auto& name : names) {
            if (name.utf8 || valid_utf8(name.bytes)) continue;
            const auto text = decode(name.bytes.substr(0, longest_name), page.icu_name);
            score += text.empty() ? -1000 : likeness(text);
        }
        if (score > best_score) best = &page, best_score = score;
    }
    return best->icu_name;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

bool valid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size(), 1u << 30));
    for (int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) return false;
    }
    return true;
}

std::string clean_utf8(std::string_view text) {
    if (valid_utf8(text)) return std::string{text};
    std::string out;
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size(), 1u << 30));
    for (int32_t i = 0; i < length;) {
        const int32_t from = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) out += "\xef\xbf\xbd";
        else out.append(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(i - from)));
    }
    return out;
}

std::vector<std::string> decode_names(std::span<const RawName> names) {
    const char* code_page = nullptr;
    std::vector<std::string> out;
    out.reserve(names.size());
    for (const auto& name : names) {
        if (name.utf8 || valid_utf8(name.bytes)) {
            out.push_back(clean_utf8(name.bytes));
            continue;
        }
        if (!code_page) code_page = best_code_page(names);
        out.push_back(to_utf8(decode(name.bytes, code_page)));
    }
    return out;
}

std::string normalised(std::string_view name) {
    std::string out;
    std::size_t from = 0;
    while (from <= name.size()) {
        const auto end = std::min(name.find_first_of("/\\", from), name.size());
        const auto part = name.substr(from, end - from);
        const bool drive = out.empty() && part.size() == 2 && part[1] == ':';
        if (!part.empty() && part != "." && part != ".." && !drive) {
            if (!out.empty()) out += '/';
            out += part;
        }
        from = end + 1;
    }
    if (out.size() > longest_name) {
        auto cut = longest_name;
        while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xc0) == 0x80) --cut;
        out.resize(cut);
        out += "…";
    }
    return out.empty() ? "sans-nom" : out;
}

bool system_name(std::string_view path) {
    const auto slash = path.find_last_of('/');
    const std::string base = lower_ascii(slash == std::string_view::npos ? path : path.substr(slash + 1));
    constexpr std::array names{".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".localized", "icon\r", ".directory"};
    if (std::ranges::find(names, base) != names.end()) return true;
    if (base.starts_with("._") || base.starts_with("~$") || base.starts_with(".~lock.")) return true;
    std::string all = "/";
    all += lower_ascii(path);
    return all.find("/__macosx/") != std::string::npos || all.find("/.trashes/") != std::string::npos ||
           all.find("/.spotlight-v100/") != std::string::npos;
}

}  // namespace paraphe::intake
