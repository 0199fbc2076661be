#include "app/wholeness.hpp"

#include "reader/descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;

/// A read lease is given only while nobody has the file open for writing (fcntl(2), "Leases"); we hand it back at once.
Wholeness written_by_nobody(int fd) {
    std::signal(SIGIO, SIG_IGN);  // somebody who opens it in that very moment breaks the lease, which would end us
    if (::fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(fd, F_SETLEASE, F_UNLCK);
        return Wholeness::whole;
    }
    return errno == EAGAIN ? Wholeness::unfinished : Wholeness::unknown;
}

std::string bytes_at(int fd, off_t from, std::size_t count) {
    std::string bytes(count, '\0');
    const ssize_t got = ::pread(fd, bytes.data(), count, from);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

std::string last_bytes(int fd, off_t size, std::size_t count) {
    const auto from = std::max<off_t>(0, size - static_cast<off_t>(count));
    return bytes_at(fd, from, static_cast<std::size_t>(size - from));
}

std::uint64_t little_endian(const std::string& bytes, std::size_t from) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[from + i])) << (8 * i);
    return value;
}

/// Formats that end with a mark of their own: PKWARE APPNOTE 4.3.16, ISO 32000-1 7.5.5 (readers accept it within 1 kB), 7zFormat.txt.
bool lacks_its_end(int fd, off_t size) {
    const auto head = bytes_at(fd, 0, 32);
    if (head.starts_with("PK\x03\x04")) return last_bytes(fd, size, 22 + 65535).find("PK\x05\x06") == std::string::npos;
    if (head.starts_with("%PDF-")) return last_bytes(fd, size, 2048).find("%%EOF") == std::string::npos;
    if (head.starts_with("7z\xBC\xAF\x27\x1C"))
        return head.size() < 32 || static_cast<std::uint64_t>(size) < 32 + little_endian(head, 12) + little_endian(head, 20);
    return size == 0;
}

Wholeness of_file(const fs::path& path) {
    const reader::Descriptor fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)};
    struct stat info {};
    if (!fd || ::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode)) return Wholeness::unknown;
    return lacks_its_end(fd.get(), info.st_size) ? Wholeness::unfinished : written_by_nobody(fd.get());
}

}  // namespace

Wholeness wholeness(const fs::path& dossier) {
    std::error_code error;
    if (!fs::is_directory(dossier, error)) return of_file(dossier);
    auto worst = Wholeness::whole;
    for (auto it = fs::recursive_directory_iterator(dossier, fs::directory_options::skip_permission_denied, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error))
        if (it->is_regular_file(error)) worst = std::max(worst, of_file(it->path()));
    return worst;
}

}  // namespace paraphe::app
