#include "made.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <clocale>
#include <stdexcept>
#include <zlib.h>

namespace paraphe::intake {
namespace {

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t length) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), length);
    return static_cast<la_ssize_t>(length);
}

void must(int code, archive* writer) {
    if (code < ARCHIVE_WARN) throw std::runtime_error{archive_error_string(writer)};
}

unsigned type_of(const std::string& name) {
    if (name.find(" -> ") != std::string::npos) return AE_IFLNK;
    if (name.ends_with(" |")) return AE_IFIFO;
    return name.ends_with(" %") ? AE_IFCHR : AE_IFREG;
}

}  // namespace

std::string made(const Files& files, const Made& how) {
    // A 7z holds UTF-16, made from the locale's letters; the other formats get the raw bytes. Reading must do without a locale.
    const locale_t locale = newlocale(LC_CTYPE_MASK, how.format == "7zip" ? "C.UTF-8" : "C", nullptr), before = uselocale(locale);
    std::string out;
    archive* writer = archive_write_new();
    must(archive_write_set_format_by_name(writer, how.format.c_str()), writer);
    if (!how.filter.empty()) must(archive_write_add_filter_by_name(writer, how.filter.c_str()), writer);
    if (!how.options.empty()) must(archive_write_set_options(writer, how.options.c_str()), writer);
    if (!how.passphrase.empty()) must(archive_write_set_passphrase(writer, how.passphrase.c_str()), writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    must(archive_write_open(writer, &out, nullptr, append, nullptr), writer);
    for (const auto& [name, bytes] : files) {
        archive_entry* entry = archive_entry_new();
        const auto arrow = name.find(" -> ");
        const auto type = type_of(name);
        archive_entry_set_pathname(entry, type == AE_IFIFO || type == AE_IFCHR ? name.substr(0, name.size() - 2).c_str() : name.substr(0, arrow).c_str());
        archive_entry_set_filetype(entry, type);
        if (arrow != std::string::npos) archive_entry_set_symlink(entry, name.substr(arrow + 4).c_str());
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        must(archive_write_header(writer, entry), writer);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    must(archive_write_close(writer), writer);
    archive_write_free(writer);
    uselocale(before);
    freelocale(locale);
    return out;
}

namespace {

std::string little(std::size_t value, int bytes) {
    std::string out;
    for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xFF);
    return out;
}

std::string deflated(const std::string& plain) {
    std::string out(plain.size() + 100, '\0');
    z_stream state{};
    deflateInit2(&state, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));  // zlib's API lacks const
    state.avail_in = static_cast<uInt>(plain.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = static_cast<uInt>(out.size());
    deflate(&state, Z_FINISH);
    out.resize(state.total_out);
    deflateEnd(&state);
    return out;
}

}  // namespace

std::string overlapping_zip(const std::string& kernel, int members) {
    struct Named {
        std::string shared, name;   ///< header and directory both hold `shared`
        std::size_t from_end = 0;   ///< where its header begins, counted from the end of all members
    };
    std::vector<Named> directory;
    std::string plain = kernel, bytes = deflated(kernel);
    for (int i = 0; i < members; ++i) {
        const auto name = std::to_string(i) + ".pdf";
        const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(plain.data()), static_cast<uInt>(plain.size()));
        const auto shared = little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(sum, 4) + little(bytes.size(), 4) + little(plain.size(), 4) +
                            little(name.size(), 2) + little(0, 2);
        const auto header = "PK\3\4" + shared + name;
        bytes.insert(0, header);
        directory.push_back({shared, name, bytes.size()});
        if (i + 1 == members) break;
        plain.insert(0, header);
        bytes.insert(0, std::string(1, '\0') + little(header.size(), 2) + little(~header.size() & 0xFFFF, 2));
    }
    const auto all = bytes.size();
    for (const auto& [shared, name, from_end] : directory) bytes += "PK\1\2" + little(20, 2) + shared + little(0, 10) + little(all - from_end, 4) + name;
    const auto count = little(directory.size(), 2);
    return bytes + "PK\5\6" + little(0, 4) + count + count + little(bytes.size() - all, 4) + little(all, 4) + little(0, 2);
}

Opened opened(const std::string& name, const std::string& bytes, const Limits& limits) {
    Tally tally;
    return open(name, {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, limits, tally);
}

Entry entry(const Opened& opened, std::string_view path) {
    for (const auto& e : opened.entries)
        if (e.path == path) return e;
    Entry none;
    none.path = none.reason = "(none)";
    none.kind = Kind::unreadable;
    return none;
}

std::vector<std::string> paths(const Opened& opened) {
    std::vector<std::string> out;
    for (const auto& e : opened.entries) out.push_back(e.path);
    return out;
}

}  // namespace paraphe::intake
