#include "app/changes.hpp"

#include <cmath>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
constexpr std::uint32_t events =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_ATTRIB | IN_ONLYDIR | IN_DONT_FOLLOW;

}  // namespace

Changes::Changes(const fs::path& inbox) : fd_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    // The inbox itself may be a link.
    if (fd_) ::inotify_add_watch(fd_.get(), inbox.c_str(), events & ~static_cast<std::uint32_t>(IN_DONT_FOLLOW));
}

void Changes::follow(const fs::path& folder) const {
    if (!fd_) return;
    ::inotify_add_watch(fd_.get(), folder.c_str(), events);
    std::error_code error;
    for (auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error))
        if (it->is_directory(error) && !it->is_symlink(error)) ::inotify_add_watch(fd_.get(), it->path().c_str(), events);
}

bool Changes::wait(double seconds) const {
    pollfd waiting{fd_.get(), POLLIN, 0};
    const bool changed = ::poll(&waiting, 1, static_cast<int>(std::ceil(seconds * 1000))) > 0;
    char heard[4096];
    while (::read(fd_.get(), heard, sizeof heard) > 0) {
    }
    return changed;
}

}  // namespace paraphe::app
