#include "intake/media_type.hpp"

#include "intake/archive.hpp"
#include "intake/names.hpp"
#include "intake/outlook.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <magic.h>
#include <memory>

namespace paraphe::intake {
namespace {

using Span = std::span<const unsigned char>;

bool starts(Span bytes, std::string_view with, std::size_t at = 0) {
    return bytes.size() >= at + with.size() && std::memcmp(bytes.data() + at, with.data(), with.size()) == 0;
}

std::string_view head(Span bytes, std::size_t length) {
    return {reinterpret_cast<const char*>(bytes.data()), std::min(length, bytes.size())};
}

MediaType pages(const char* name) { return {name, Door::pages, ""}; }
MediaType office(const char* name) { return {name, Door::office, ""}; }
MediaType archive(const char* name) { return {name, Door::archive, ""}; }

/// ISO base media files (HEIC, AVIF and films) name their brands in the first box.
std::optional<MediaType> iso_media(Span bytes) {
    if (!starts(bytes, "ftyp", 4)) return {};
    const auto brands = head(bytes, 64).substr(8);
    for (const auto* brand : {"avif", "avis"})
        if (brands.find(brand) != std::string_view::npos) return pages("image/avif");
    for (const auto* brand : {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"})
        if (brands.find(brand) != std::string_view::npos) return pages("image/heic");
    return MediaType{"video/mp4", Door::unreadable, "unsupported"};
}

std::optional<MediaType> picture(Span bytes) {
    using namespace std::string_view_literals;
    if (starts(bytes, "\xff\xd8\xff"sv)) return pages("image/jpeg");
    if (starts(bytes, "\x89PNG\r\n\x1a\n"sv)) return pages("image/png");
    if (starts(bytes, "II*\0"sv) || starts(bytes, "MM\0*"sv) || starts(bytes, "II+\0"sv) || starts(bytes, "MM\0+"sv))
        return pages("image/tiff");
    if (starts(bytes, "RIFF") && starts(bytes, "WEBP", 8)) return pages("image/webp");
    if (starts(bytes, "\0\0\0\x0cjP  \r\n\x87\n"sv)) return pages("image/jp2");
    if (starts(bytes, "\xff\x4f\xff\x51"sv)) return pages("image/x-jp2-codestream");
    if (starts(bytes, "GIF87a") || starts(bytes, "GIF89a")) return pages("image/gif");
    if (starts(bytes, "BM") && bytes.size() > 26 && starts(bytes, "\0\0\0\0"sv, 6)) return pages("image/bmp");
    return iso_media(bytes);
}

bool tar_checksum(Span bytes) {
    if (bytes.size() < 512) return false;
    long sum = 0;
    for (std::size_t i = 0; i < 512; ++i) sum += (i >= 148 && i < 156) ? ' ' : bytes[i];
    long written = 0;
    bool digits = false;
    for (std::size_t i = 148; i < 156; ++i) {
        if (bytes[i] >= '0' && bytes[i] <= '7') written = written * 8 + (bytes[i] - '0'), digits = true;
        else if (digits) break;
    }
    return digits && bytes[0] != 0 && written == sum;
}

/// Office files of today are zips; what stands in them tells.
MediaType zip(Span bytes) {
    const auto names = zip_names(bytes, 400);
    const auto has = [&](std::string_view prefix) {
        return std::ranges::any_of(names, [&](const std::string& n) { return n.starts_with(prefix); });
    };
    if (has("[Content_Types].xml")) {
        if (has("word/")) return office("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        if (has("xl/")) return office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        if (has("ppt/")) return {"application/vnd.openxmlformats-officedocument.presentationml.presentation", Door::unreadable, "unsupported"};
    }
    if (!names.empty() && names.front() == "mimetype") {
        // An OpenDocument file stores its type first and uncompressed (ODF 1.2, part 3, 3.3): behind the local header of 30 bytes, the
        // name of 8 and the extra field.
        const std::size_t extra = bytes.size() > 30 ? bytes[28] | static_cast<std::size_t>(bytes[29]) << 8 : 0;
        const auto type = head(bytes, 38 + extra + 80).substr(std::min(38 + extra, bytes.size()));
        if (type.starts_with("application/vnd.oasis.opendocument.text")) return office("application/vnd.oasis.opendocument.text");
        if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet"))
            return office("application/vnd.oasis.opendocument.spreadsheet");
        if (type.starts_with("application/vnd.oasis.opendocument"))
            return {"application/vnd.oasis.opendocument", Door::unreadable, "unsupported"};
    }
    return archive("application/zip");
}

/// Old office files, Outlook messages and Windows' thumbnails share one container.
MediaType compound(Span bytes) {
    switch (compound_kind(bytes)) {
        case Compound::message: return {"application/vnd.ms-outlook", Door::outlook, ""};
        case Compound::word: return office("application/msword");
        case Compound::excel: return office("application/vnd.ms-excel");
        case Compound::encrypted: return {"application/x-ole-storage", Door::unreadable, "encrypted"};
        case Compound::broken: return {"application/x-ole-storage", Door::unreadable, "damaged"};
        case Compound::other: break;
    }
    return {"application/x-ole-storage", Door::unreadable, "unsupported"};
}

std::optional<MediaType> packed(Span bytes) {
    using namespace std::string_view_literals;
    if (starts(bytes, "PK\3\4") || starts(bytes, "PK\5\6") || starts(bytes, "PK00PK\3\4")) return zip(bytes);
    if (starts(bytes, "7z\xbc\xaf\x27\x1c")) return archive("application/x-7z-compressed");
    if (starts(bytes, "Rar!\x1a\x07\x01"sv)) return archive("application/x-rar;version=5");
    if (starts(bytes, "Rar!\x1a\x07"sv)) return archive("application/vnd.rar");
    if (starts(bytes, "\x1f\x8b"sv)) return archive("application/gzip");
    if (starts(bytes, "BZh")) return archive("application/x-bzip2");
    if (starts(bytes, "\xfd""7zXZ\0"sv)) return archive("application/x-xz");
    if (starts(bytes, "\x28\xb5\x2f\xfd"sv)) return archive("application/zstd");
    if (starts(bytes, "\x1f\x9d"sv)) return archive("application/x-compress");
    if (starts(bytes, "ustar", 257) || tar_checksum(bytes)) return archive("application/x-tar");
    if (starts(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) return compound(bytes);
    if (starts(bytes, "MZ") && zip_names(bytes, 1).size() == 1) return archive("application/x-msdownload");  // self-extracting
    return {};
}

/// A mail begins with header lines. Two of the well-known ones settle it; one does under the name "....eml".
bool mail(Span bytes, std::string_view name) {
    constexpr std::array known{"from:", "to:", "subject:", "date:", "message-id:", "mime-version:", "received:", "content-type:",
                               "return-path:", "delivered-to:", "reply-to:", "cc:", "dkim-signature:", "x-mailer:"};
    auto text = head(bytes, 16384);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    int found = 0;
    for (int line = 0; line < 120 && !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        auto row = text.substr(0, end + 1);
        text.remove_prefix(end + 1);
        if (row == "\n" || row == "\r\n") break;
        if (line == 0 && row.starts_with("From ")) continue;
        if (row.starts_with(' ') || row.starts_with('\t')) continue;
        const auto colon = row.find(':');
        if (colon == std::string_view::npos || row.substr(0, colon).find(' ') != std::string_view::npos) return false;
        const std::string field = lower_ascii(row.substr(0, colon + 1));
        if (std::ranges::find(known, field) != known.end()) ++found;
    }
    return found >= (name.ends_with(".eml") || name.ends_with(".EML") ? 1 : 2);
}

/// Text without NUL and with few control characters, in UTF-8 or a code page.
bool plain_text(Span bytes) {
    const auto part = head(bytes, 65536);
    if (part.starts_with("\xff\xfe") || part.starts_with("\xfe\xff")) return true;
    const auto odd = std::ranges::count_if(part, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b';
    });
    return odd == 0;
}

bool claims_pages(std::string_view name) {
    constexpr std::array endings{".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".jp2", ".heic", ".gif", ".bmp",
                                 ".docx", ".doc", ".odt", ".xlsx", ".xls", ".ods", ".zip", ".7z", ".rar"};
    const std::string low = lower_ascii(name);
    return std::ranges::any_of(endings, [&](const char* ending) { return low.ends_with(ending); });
}

std::string text_name(Span bytes) {
    const std::string start = lower_ascii(head(bytes, 512));
    if (start.find("<!doctype html") != std::string::npos || start.find("<html") != std::string::npos) return "text/html";
    return start.starts_with("<?xml") ? "text/xml" : "text/plain";
}

}  // namespace

struct Sniffer::Magic {
    Magic() : handle{magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS), magic_close} {
        if (handle && magic_load(handle.get(), nullptr) != 0) handle.reset();
    }
    std::unique_ptr<magic_set, decltype(&magic_close)> handle;
};

Sniffer::Sniffer() = default;
Sniffer::~Sniffer() = default;

/// libmagic names what we do not open ourselves; without its data base the type stays unknown.
std::string Sniffer::magic_name(Span bytes) {
    if (!magic_) magic_ = std::make_unique<Magic>();
    const char* name = magic_->handle ? magic_buffer(magic_->handle.get(), bytes.data(), std::min<std::size_t>(bytes.size(), 1u << 20)) : nullptr;
    return name && valid_utf8(name) ? name : "application/octet-stream";
}

MediaType Sniffer::operator()(Span bytes, std::string_view name) {
    if (bytes.empty()) return {"application/x-empty", Door::unreadable, "empty"};
    if (const auto found = packed(bytes)) return *found;
    if (const auto found = picture(bytes)) return *found;
    if (starts(bytes, "{\\rtf")) return office("application/rtf");
    if (starts(bytes, "%PDF-")) return pages("application/pdf");
    if (mail(bytes, name)) return {"message/rfc822", Door::mail, ""};
    // Readers accept up to 1 kB of junk before the header (ISO 32000-1, annex H, note 13).
    if (head(bytes, 1024).find("%PDF-") != std::string_view::npos) return pages("application/pdf");
    if (plain_text(bytes)) {
        // A web page saved as "kbis.pdf" was meant as evidence: saying "unreadable" asks for the real file.
        if (claims_pages(name)) return {text_name(bytes), Door::unreadable, "not_what_it_says"};
        return {text_name(bytes), Door::text, "text_only"};
    }
    return {magic_name(bytes), Door::unreadable, "unsupported"};
}

}  // namespace paraphe::intake
