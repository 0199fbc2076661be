#include "app/source.hpp"

#include "app/sha256.hpp"
#include "model/date.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

std::string last_part(const fs::path& path) {
    const auto clean = fs::absolute(path).lexically_normal();
    return clean.has_filename() ? clean.filename().string() : clean.parent_path().filename().string();
}

/// A named pipe or a device in a dossier must not block us: O_NONBLOCK, then only regular files are kept.
reader::Descriptor open_regular(const fs::path& path, bool follow) {
    reader::Descriptor fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (follow ? 0 : O_NOFOLLOW))};
    struct stat info {};
    if (!fd || ::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
    return fd;
}

std::optional<std::string> read_deposit_date(int fd) {
    char text[11] = {};
    if (::pread(fd, text, 10, 0) != 10 || !from_iso(std::string_view(text, 10))) return {};
    return std::string(text, 10);
}

void add_folder(const fs::path& folder, const std::string& prefix, Source& source) {
    std::error_code error;
    std::vector<fs::path> found;
    for (auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error))
        if (!it->is_directory(error)) found.push_back(it->path());
    std::ranges::sort(found);
    for (const auto& path : found) {
        const std::string name = prefix + path.lexically_relative(folder).generic_string();
        auto fd = open_regular(path, false);
        if (!fd) {
            source.unopened.push_back(name);
            continue;
        }
        if (name == prefix + "deposited_on") {
            if (const auto day = read_deposit_date(fd.get())) source.deposited_on = day;
        }
        source.files.push_back({name, std::move(fd)});
    }
}

}  // namespace

Result<Source> open_source(const std::vector<std::string>& paths) {
    Source source;
    for (const auto& given : paths) {
        const fs::path path{given};
        std::error_code error;
        const bool together = paths.size() > 1;
        if (fs::is_directory(path, error)) {
            if (::access(path.c_str(), R_OK | X_OK) != 0) return fail(ErrorKind::not_found, std::strerror(errno), given);
            add_folder(path, together ? last_part(path) + "/" : "", source);
        } else {
            auto fd = open_regular(path, true);
            if (!fd) return fail(ErrorKind::not_found, errno ? std::strerror(errno) : "not a regular file", given);
            source.files.push_back({last_part(path), std::move(fd)});
        }
        source.name += (source.name.empty() ? "" : " + ") + last_part(path);
    }
    return source;
}

Result<std::string> digest(const Source& source) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (const auto& file : source.files) {
        auto hash = sha256_of_file(file.bytes.get());
        if (!hash) return fail(ErrorKind::io, "cannot be read", file.name);
        parts.emplace_back(file.name, *hash);
    }
    // A lone file; a folder that holds one file is another dossier, for its names count.
    if (parts.size() == 1 && source.unopened.empty() && parts.front().first == source.name) return parts.front().second;
    std::ranges::sort(parts);
    std::string list;
    for (const auto& [name, hash] : parts) list += name + '\0' + hash + '\n';
    return sha256(list);
}

}  // namespace paraphe::app
