#pragma once

#include "reader/descriptor.hpp"

#include <filesystem>

namespace paraphe::app {

/// Wakes when something changes in an inbox or in a folder of it (inotify). Only a hint: what is done follows from looking at the
/// folder itself, and network shares give no hints at all.
class Changes {
public:
    explicit Changes(const std::filesystem::path& inbox);
    /// Until something changes (true), or so many seconds, or a signal.
    [[nodiscard]] bool wait(double seconds) const;
    /// Watches this folder and those below as well; again and again does no harm.
    void follow(const std::filesystem::path& folder) const;

private:
    reader::Descriptor fd_;
};

}  // namespace paraphe::app
