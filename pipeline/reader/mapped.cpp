#include "reader/mapped.hpp"

#include <cerrno>
#include <cstring>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <utility>

namespace paraphe::reader {

Result<Mapped> Mapped::open(const Descriptor& file, std::uint64_t most) {
    struct stat about {};
    if (::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode)) return fail(ErrorKind::io, "not a regular file");
    if (about.st_size == 0) return Mapped{};
    const auto size = static_cast<std::uint64_t>(about.st_size);
    if (size > most) return fail(ErrorKind::too_large, std::to_string(size) + " bytes of at most " + std::to_string(most));
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (start == MAP_FAILED) return fail(errno == ENOMEM ? ErrorKind::out_of_memory : ErrorKind::io, std::strerror(errno));
    Mapped mapped;
    mapped.bytes_ = {static_cast<const unsigned char*>(start), static_cast<std::size_t>(size)};
    return mapped;
}

Mapped::Mapped(Mapped&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Mapped& Mapped::operator=(Mapped&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

Mapped::~Mapped() {
    if (!bytes_.empty()) ::munmap(const_cast<unsigned char*>(bytes_.data()), bytes_.size());
}

}  // namespace paraphe::reader
