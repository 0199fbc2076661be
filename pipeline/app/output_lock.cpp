#include "app/output_lock.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace paraphe::app {
namespace fs = std::filesystem;

namespace {

/// Of the open file, not of the process: closing another descriptor of it gives nothing away. Works on NFS as well.
struct flock whole_file() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

fs::path lock_file(const fs::path& out, const std::string& name) { return out / (".lock-" + name); }

}  // namespace

Result<OutputLock> OutputLock::take(const fs::path& out, const std::string& name) {
    const auto path = lock_file(out, name);
    reader::Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    if (!file) return fail(ErrorKind::io, std::strerror(errno), path.string());
    auto lock = whole_file();
    if (::fcntl(file.get(), F_OFD_SETLK, &lock) == 0) return OutputLock{std::move(file)};
    if (errno == EAGAIN || errno == EACCES) return fail(ErrorKind::unsupported, "another paraphe works on it", out.string());
    return fail(ErrorKind::io, std::strerror(errno), path.string());
}

bool OutputLock::held(const fs::path& out, const std::string& name) {
    const reader::Descriptor file{::open(lock_file(out, name).c_str(), O_RDWR | O_CLOEXEC)};
    auto lock = whole_file();
    return file && ::fcntl(file.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

std::string another_works(const fs::path& out, report::Language language) {
    return report::for_terminal(out.string()) +
           (language == report::Language::fr ? " : un autre paraphe y travaille déjà. Attendez sa fin ; « paraphe status » dit où il en est."
                                             : ": another paraphe works there. Wait for its end; `paraphe status` says where it stands.");
}

}  // namespace paraphe::app
