#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace paraphe::reader {

/// What a reader process may use. Everything that is not named is refused.
struct Confinement {
    std::size_t memory = 0;                ///< bytes of address space; 0 sets no limit (sanitizers map terabytes)
    std::uint64_t file_bytes = 0;          ///< of one memfd: there is no other file that it could write
    unsigned open_files = 64;
    /// Of this user altogether, which is how the kernel counts, and not for root: far above what is usual, far below what exhausts a machine.
    unsigned threads = 8192;
    unsigned cpu_seconds = 3600;           ///< of its whole life; each call has its own wall time, kept by the parent
    std::vector<std::string> readable;     ///< folders and files, for reading only; those that do not exist are skipped
};

/// The state of one protection in this process.
struct Guard {
    std::string name;
    bool active = false;
    std::string detail;
};

/// What any reader needs besides `models`: fonts and their configuration, poppler-data, gconv, locales, time zones, the magic of
/// libmagic. Without them text vanishes from pages, silently.
[[nodiscard]] std::vector<std::string> readable_by_readers(const std::string& models);

/// Closes the doors of this process for good: no_new_privs, no core dumps, rlimits, Landlock (files read-only and only those named),
/// seccomp (an allow list: no socket, no exec, no ptrace, threads but no processes). Uses what the kernel has and tells
/// what it lacks. Call it while there is one thread.
[[nodiscard]] std::vector<Guard> confine(const Confinement& confinement);

}  // namespace paraphe::reader
