#include "app/outputs.hpp"

#include "reader/client.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

auto io_error(const fs::path& path) { return fail(ErrorKind::io, std::strerror(errno), path.string()); }

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

}  // namespace

Result<void> write_private(const fs::path& path, std::string_view bytes) { return write_file(path, bytes, 0600); }

Result<void> write_file(const fs::path& path, std::string_view bytes, unsigned mode) {
    std::string temporary = path.string() + ".XXXXXX.part";
    reader::Descriptor fd{::mkostemps(temporary.data(), 5, O_CLOEXEC)};
    if (!fd) return io_error(path);
    const bool whole = write_all(fd.get(), bytes) && ::fchmod(fd.get(), mode) == 0 && ::fsync(fd.get()) == 0 && ::rename(temporary.c_str(), path.c_str()) == 0;
    if (whole) return {};
    const auto error = io_error(path);
    ::unlink(temporary.c_str());
    return error;
}

void remove_unfinished(const fs::path& folder, const std::function<bool(const std::string&)>& mine) {
    constexpr std::string_view ending = ".XXXXXX.part";
    std::error_code error;
    for (const auto& file : fs::directory_iterator(folder, error)) {
        const auto name = file.path().filename().string();
        if (!name.ends_with(".part") || name.size() <= ending.size()) continue;
        if (mine(name.substr(0, name.size() - ending.size()))) fs::remove(file.path(), error);
    }
}

Result<void> make_private_folder(const fs::path& path) {
    std::error_code error;
    if (const auto parent = fs::absolute(path).parent_path(); !fs::exists(parent, error)) {
        if (auto made = make_private_folder(parent); !made) return made;
    }
    if (::mkdir(path.c_str(), 0700) != 0 && (errno != EEXIST || !fs::is_directory(path, error))) return io_error(path);
    return {};
}

Result<std::string> read_whole(const fs::path& path, std::size_t limit) {
    reader::Descriptor fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat info {};
    if (!fd || ::fstat(fd.get(), &info) != 0) return fail(ErrorKind::not_found, std::strerror(errno), path.string());
    if (!S_ISREG(info.st_mode)) return fail(ErrorKind::not_found, "not a regular file", path.string());
    if (static_cast<std::size_t>(info.st_size) > limit) return fail(ErrorKind::too_large, "file too large", path.string());
    std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got = ::read(fd.get(), bytes.data() + at, bytes.size() - at);
        if (got <= 0) return fail(ErrorKind::io, "cannot be read", path.string());
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
}

}  // namespace paraphe::app
