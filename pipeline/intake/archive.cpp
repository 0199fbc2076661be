#include "intake/archive.hpp"

#include "intake/names.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <clocale>
#include <cstring>
#include <memory>
#include <new>
#include <set>

namespace paraphe::intake {
namespace {

using Span = std::span<const unsigned char>;
using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

/// libarchive hands out UTF-8 names only under a UTF-8 locale; this gives the calling thread one for a while.
class Utf8Locale {
public:
    Utf8Locale() : locale_{newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)}, before_{locale_ ? uselocale(locale_) : nullptr} {}
    ~Utf8Locale() {
        if (!locale_) return;
        uselocale(before_);
        freelocale(locale_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t locale_, before_;
};

std::string message(archive* reader) {
    const char* text = archive_error_string(reader);
    return text ? clean_utf8(text) : "unknown error";
}

std::string reason_of(const std::string& text) {
    const std::string low = lower_ascii(text);
    if (low.find("encrypt") != std::string::npos || low.find("passphrase") != std::string::npos) return "encrypted";
    // RAR5 does not tell a protected member from a broken one (measured with libarchive 3.6.2).
    if (low.find("unsupported block header size") != std::string::npos) return "damaged_or_encrypted";
    if (low.find("unsupported") != std::string::npos || low.find("not supported") != std::string::npos) return "unsupported";
    return "damaged";
}

RawName raw_name(archive_entry* entry) {
    if (const char* utf8 = archive_entry_pathname_utf8(entry)) return {utf8, true};
    if (const char* raw = archive_entry_pathname(entry)) return {raw, false};
    return {};
}

/// "kbis.pdf.gz" -> "kbis.pdf"
std::string uncompressed_name(std::string_view path) {
    const auto slash = path.find_last_of('/');
    std::string base{slash == std::string_view::npos ? path : path.substr(slash + 1)};
    const auto dot = base.rfind('.');
    return dot != std::string::npos && dot > 0 ? base.substr(0, dot) : base;
}

/// A zip cut short loses its directory; libarchive then reads on from the front and ends without an error.
bool zip_without_directory(Span bytes) {
    const std::string_view all{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    constexpr std::size_t farthest = 22 + 65535;
    return all.substr(all.size() > farthest ? all.size() - farthest : 0).find("PK\5\6") == std::string_view::npos;
}

/// One archive being unpacked.
class Unpacking {
public:
    Unpacking(Span bytes, const Limits& limits, Tally& tally) : bytes_{bytes}, limits_{limits}, tally_{tally} {}

    Contents run(std::string_view name, const std::string& media_type) {
        const Utf8Locale locale;
        Reader reader{archive_read_new(), archive_read_free};
        if (!reader) throw std::bad_alloc{};
        archive_read_support_filter_all(reader.get());
        archive_read_support_format_zip(reader.get());
        archive_read_support_format_7zip(reader.get());
        archive_read_support_format_rar(reader.get());
        archive_read_support_format_rar5(reader.get());
        archive_read_support_format_tar(reader.get());
        archive_read_support_format_raw(reader.get());
        if (archive_read_open_memory(reader.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK) {
            stop(message(reader.get()));
            return std::move(out_);
        }
        read_all(reader.get(), name);
        if (out_.reason.empty() && media_type == "application/zip" && zip_without_directory(bytes_)) {
            out_.reason = "damaged";
            out_.detail = "the zip has no directory: its end is missing";
        }
        name_members();
        return std::move(out_);
    }

private:
    void stop(const std::string& text) {
        out_.reason = reason_of(text);
        out_.detail = text;
    }

    void read_all(archive* reader, std::string_view name) {
        archive_entry* entry = nullptr;
        for (;;) {
            const int code = archive_read_next_header(reader, &entry);
            if (code == ARCHIVE_EOF) return;
            if (code < ARCHIVE_WARN) return stop(message(reader));
            if (++tally_.entries > limits_.entries) {
                out_.reason = "too_large";
                out_.detail = "more than " + std::to_string(limits_.entries) + " members";
                return;
            }
            const bool raw = archive_format(reader) == ARCHIVE_FORMAT_RAW;
            if (raw && archive_filter_code(reader, 0) == ARCHIVE_FILTER_NONE) return stop("not an archive");
            if (!read_member(reader, entry, raw ? RawName{uncompressed_name(name), true} : raw_name(entry))) return;
        }
    }

    /// False when the rest of the archive cannot be read either.
    bool read_member(archive* reader, archive_entry* entry, RawName name) {
        const auto type = archive_entry_filetype(entry);
        if (type == AE_IFDIR) return true;
        Content member;
        bool go_on = true;
        if (archive_entry_hardlink(entry) || type == AE_IFLNK) {
            refuse(member, Kind::ignored, "link", "a link, not a file");
        } else if (type != AE_IFREG && type != 0) {
            refuse(member, Kind::ignored, "special_file", "a device, pipe or socket, not a file");
        } else if (archive_entry_is_data_encrypted(entry)) {
            refuse(member, Kind::unreadable, "encrypted", "a password is needed");
        } else {
            go_on = read_bytes(reader, entry, member);
        }
        names_.push_back(std::move(name));
        out_.members.push_back(std::move(member));
        return go_on;
    }

    static void refuse(Content& member, Kind kind, std::string reason, std::string detail) {
        member.bytes = {};
        member.kind = kind;
        member.reason = std::move(reason);
        member.detail = std::move(detail);
    }

    bool read_bytes(archive* reader, archive_entry* entry, Content& member) {
        const bool declares = archive_entry_size_is_set(entry) != 0;
        const auto declared = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(entry)));
        try {
            std::vector<unsigned char> block(256u << 10);
            for (;;) {
                const auto n = archive_read_data(reader, block.data(), block.size());
                if (n == 0) break;
                if (n < 0) {
                    refuse(member, Kind::unreadable, reason_of(message(reader)), message(reader));
                    if (n != ARCHIVE_FATAL) return true;
                    stop(message(reader));
                    return false;
                }
                const auto length = static_cast<std::size_t>(n);
                unpacked_ += length;
                tally_.bytes += length;
                if (const auto why = over_limit(member.bytes.size() + length); !why.empty()) {
                    refuse(member, Kind::unreadable, "too_large", why);
                    return may_skip(reader);
                }
                member.bytes.insert(member.bytes.end(), block.begin(), block.begin() + n);
            }
        } catch (const std::bad_alloc&) {
            refuse(member, Kind::unreadable, "too_large", "more than the memory of the reader");
            return may_skip(reader);
        }
        member.size = member.bytes.size();
        // The first volume of a split RAR gives no bytes and no error: only the declared size tells.
        if (declares && declared != member.size)
            refuse(member, Kind::unreadable, "damaged",
                   std::to_string(member.size) + " of " + std::to_string(declared) + " bytes could be read");
        return true;
    }

    std::string over_limit(std::uint64_t member_bytes) const {
        if (member_bytes > limits_.file_bytes) return "over " + std::to_string(limits_.file_bytes) + " bytes";
        if (tally_.bytes > limits_.total_bytes) return "the dossier holds over " + std::to_string(limits_.total_bytes) + " bytes";
        const double packed = static_cast<double>(std::max<std::size_t>(bytes_.size(), 1));
        if (unpacked_ > limits_.ratio_from && static_cast<double>(unpacked_) / packed > limits_.ratio)
            return "unpacks to over " + std::to_string(static_cast<int>(limits_.ratio)) + " times its size";
        return {};
    }

    /// A zip can leap over the rest of a bomb; the others would have to unpack it, so they end here.
    bool may_skip(archive* reader) {
        const bool zip = (archive_format(reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
        if (zip && tally_.bytes <= limits_.total_bytes) return true;
        out_.reason = "too_large";
        out_.detail = "a member is over the limits; what follows it was not read";
        return false;
    }

    void name_members() {
        auto decoded = decode_names(names_);
        std::set<std::string> taken;
        for (std::size_t i = 0; i < decoded.size(); ++i) {
            out_.members[i].name = distinct(normalised(decoded[i]), [&](const std::string& n) { return taken.contains(n); });
            taken.insert(out_.members[i].name);
        }
    }

    Span bytes_;
    const Limits& limits_;
    Tally& tally_;
    std::uint64_t unpacked_ = 0;
    std::vector<RawName> names_;
    Contents out_;
};

}  // namespace

Contents unpack(Span bytes, std::string_view name, const std::string& media_type, const Limits& limits, Tally& tally) {
    return Unpacking{bytes, limits, tally}.run(name, media_type);
}

std::vector<std::string> zip_names(Span bytes, int at_most) {
    const Utf8Locale locale;
    std::vector<std::string> names;
    Reader reader{archive_read_new(), archive_read_free};
    if (!reader) return names;
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return names;
    archive_entry* entry = nullptr;
    while (static_cast<int>(names.size()) < at_most) {
        const int code = archive_read_next_header(reader.get(), &entry);
        if (code == ARCHIVE_EOF || code < ARCHIVE_WARN) break;
        names.push_back(raw_name(entry).bytes);
    }
    return names;
}

}  // namespace paraphe::intake
