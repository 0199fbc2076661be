#include "made.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <clocale>
#include <stdexcept>

namespace paraphe::intake {
namespace {

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t length) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), length);
    return static_cast<la_ssize_t>(length);
}

void must(int code, archive* writer) {
    if (code < ARCHIVE_WARN) throw std::runtime_error{archive_error_string(writer)};
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
        archive_entry_set_pathname(entry, name.substr(0, arrow).c_str());
        archive_entry_set_filetype(entry, arrow == std::string::npos ? AE_IFREG : AE_IFLNK);
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
