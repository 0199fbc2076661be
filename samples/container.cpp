#include "samples/container.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <fstream>
#include <memory>
#include <stdexcept>

namespace paraphe::samples {
namespace {

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

std::string write_dossier(const std::filesystem::path& out, const std::string& name, std::string_view container, const std::vector<FileBytes>& files, Date dated) {
    std::filesystem::create_directories(out);
    if (container == "folder") {
        std::filesystem::remove_all(out / name);
        for (const FileBytes& file : files) write_file(out / name / file.path, file.bytes);
        return name;
    }
    const std::string file_name = name + "." + std::string(container);
    const std::unique_ptr<archive, int (*)(archive*)> to(archive_write_new(), archive_write_free);
    const auto check = [&](int status) {
        if (status < ARCHIVE_WARN) throw std::runtime_error("cannot write " + file_name + ": " + (archive_error_string(to.get()) != nullptr ? archive_error_string(to.get()) : "unknown cause"));
    };
    if (container == "7z") check(archive_write_set_format_7zip(to.get()));
    else if (container == "tar.gz") {
        check(archive_write_set_format_pax_restricted(to.get()));
        check(archive_write_add_filter_gzip(to.get()));
        check(archive_write_set_filter_option(to.get(), "gzip", "timestamp", nullptr));  // the same bytes every time
    } else {
        check(archive_write_set_format_zip(to.get()));
        check(archive_write_set_options(to.get(), "zip:hdrcharset=UTF-8"));
    }
    check(archive_write_open_filename(to.get(), (out / file_name).c_str()));
    for (const FileBytes& file : files) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname_utf8(entry.get(), file.path.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), dated.time_since_epoch() / std::chrono::seconds{1} + 43200, 0);
        check(archive_write_header(to.get(), entry.get()));
        if (archive_write_data(to.get(), file.bytes.data(), file.bytes.size()) < 0) check(ARCHIVE_FATAL);
    }
    check(archive_write_close(to.get()));
    return file_name;
}

}  // namespace paraphe::samples
