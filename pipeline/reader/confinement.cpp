#include "reader/confinement.hpp"

#include "reader/descriptor.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace paraphe::reader {

namespace {

Guard active(std::string name, std::string detail) { return {std::move(name), true, std::move(detail)}; }
Guard missing(std::string name, const char* what) {
    return {std::move(name), false, std::string(what) + ": " + std::strerror(errno)};
}

Guard forbid_privileges() {
    // dumpable 0: no core file, and no other process of this user may read this one's memory
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return missing("no_new_privs", "prctl");
    return active("no_new_privs", "no new privileges, not dumpable");
}

bool limit(__rlimit_resource resource, rlim_t most) {
    rlimit now{};
    if (::getrlimit(resource, &now) != 0) return false;
    const rlim_t least = now.rlim_max < most ? now.rlim_max : most;
    const rlimit set{least, least};
    return ::setrlimit(resource, &set) == 0;
}

Guard set_limits(const Confinement& confinement) {
    // A write beyond the limit must be an error, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
    const bool set = (confinement.memory == 0 || limit(RLIMIT_AS, confinement.memory)) && limit(RLIMIT_FSIZE, confinement.file_bytes) &&
                     limit(RLIMIT_NOFILE, confinement.open_files) && limit(RLIMIT_NPROC, confinement.threads) && limit(RLIMIT_CPU, confinement.cpu_seconds) && limit(RLIMIT_CORE, 0) &&
                     limit(RLIMIT_MEMLOCK, 0) && limit(RLIMIT_MSGQUEUE, 0);
    if (!set) return missing("rlimits", "setrlimit");
    if (confinement.memory == 0) return active("rlimits", "CPU time, descriptors, file size; memory unlimited in this build");
    return active("rlimits", "memory, CPU time, descriptors, file size");
}

// Debian 12's headers know ABI 2; the kernel may know more. Numbers from include/uapi/linux/landlock.h of Linux 6.12.
constexpr std::uint64_t access_truncate = 1ull << 14;    // ABI 3
constexpr std::uint64_t access_ioctl_dev = 1ull << 15;   // ABI 5
constexpr std::uint64_t net_bind_tcp = 1ull << 0, net_connect_tcp = 1ull << 1;             // ABI 4
constexpr std::uint64_t scope_abstract_unix_socket = 1ull << 0, scope_signal = 1ull << 1;  // ABI 6

struct Ruleset {
    std::uint64_t handled_access_fs = 0;
    std::uint64_t handled_access_net = 0;
    std::uint64_t scoped = 0;
};

Ruleset refuse_all(int abi) {
    Ruleset rules;
    rules.handled_access_fs = (1ull << 13) - 1;  // ABI 1: execute to make_sym
    if (abi >= 2) rules.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3) rules.handled_access_fs |= access_truncate;
    if (abi >= 4) rules.handled_access_net = net_bind_tcp | net_connect_tcp;
    if (abi >= 5) rules.handled_access_fs |= access_ioctl_dev;
    if (abi >= 6) rules.scoped = scope_abstract_unix_socket | scope_signal;
    return rules;
}

std::size_t size_known_to(int abi) {
    if (abi >= 6) return sizeof(Ruleset);
    return abi >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

bool allow_reading(int rules, const std::string& path) {
    const Descriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!place) return true;  // not installed here: nothing to allow
    struct stat about {};
    if (::fstat(place.get(), &about) != 0) return false;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = place.get();
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (S_ISDIR(about.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    return ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

Guard close_files(const std::vector<std::string>& readable) {
    const auto abi = static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (abi < 1) return missing("landlock", "the kernel has no Landlock");
    const Ruleset refused = refuse_all(abi);
    const Descriptor rules(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &refused, size_known_to(abi), 0)));
    if (!rules) return missing("landlock", "create_ruleset");
    for (const auto& path : readable)
        if (!allow_reading(rules.get(), path)) return missing("landlock", path.c_str());
    if (::syscall(SYS_landlock_restrict_self, rules.get(), 0) != 0) return missing("landlock", "restrict_self");
    return active("landlock", "ABI " + std::to_string(abi));
}

/// What parsing, drawing, OCR and our messages need, grouped by use; the rest is answered with EPERM.
constexpr int allowed[] = {
    // memory and threads (libde265 decodes HEIC in threads)
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(futex),
    SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(gettid), SCMP_SYS(getpid),
    SCMP_SYS(set_tid_address), SCMP_SYS(membarrier), SCMP_SYS(getrandom), SCMP_SYS(arch_prctl), SCMP_SYS(getcpu),
    // files: Landlock says which, and only for reading
    SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(close), SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(lseek),
    SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64),
    SCMP_SYS(getcwd), SCMP_SYS(fadvise64), SCMP_SYS(dup),
    // our messages
    SCMP_SYS(memfd_create), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(ftruncate), SCMP_SYS(pwrite64),
    // time, identity, end
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrusage),
    SCMP_SYS(times), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
#ifdef PARAPHE_SANITIZED
    SCMP_SYS(pipe), SCMP_SYS(pipe2),  // the sanitizer of undefined behaviour writes memory into a pipe to learn whether it may be read
#endif
};

bool allow_with_conditions(scmp_filter_ctx filter) {
    const auto self = static_cast<scmp_datum_t>(::getpid());
    const auto allow = [filter](int call, scmp_arg_cmp condition) {
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, condition) == 0;
    };
    bool done = true;
    // Threads, but no processes.
    done &= allow(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    // abort() signals its own process, and only that one may be signalled.
    done &= allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, self, 0));
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS})
        done &= allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0));
    // glibc asks for a descriptor's terminal when it opens a stream: answered as for a file.
    done &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl), 0) == 0;
    // glibc then falls back to clone, whose flags can be seen.
    done &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    // Reading one's own limits is harmless; setting them is not allowed (new limit: null).
    done &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0, 0), SCMP_A2(SCMP_CMP_EQ, 0, 0)) == 0;
    return done;
}

Guard close_calls() {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) return missing("seccomp", "seccomp_init");
    bool built = allow_with_conditions(filter);
    // A call that this architecture does not have cannot be made either.
    for (const int call : allowed)
        if (call >= 0) built &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    const int failed = built ? seccomp_load(filter) : -EINVAL;
    seccomp_release(filter);
    if (failed != 0) {
        errno = -failed;
        return missing("seccomp", "seccomp_load");
    }
    return active("seccomp", std::to_string(std::size(allowed)) + " calls allowed");
}

}  // namespace

std::vector<std::string> readable_by_readers(const std::string& models) {
    return {models,
            "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/usr/share/fontconfig", "/var/cache/fontconfig",
            "/usr/share/poppler", "/usr/share/tesseract-ocr", "/usr/share/misc", "/usr/lib/file", "/usr/share/file", "/etc/magic",
            "/usr/lib/x86_64-linux-gnu/gconv", "/usr/lib/aarch64-linux-gnu/gconv", "/usr/lib/locale", "/usr/share/locale",
            "/usr/share/zoneinfo", "/usr/share/mime", "/usr/lib/x86_64-linux-gnu/libheif", "/usr/lib/aarch64-linux-gnu/libheif"};
}

std::vector<Guard> confine(const Confinement& confinement) {
    std::vector<Guard> guards;
    guards.push_back(forbid_privileges());
    guards.push_back(set_limits(confinement));
    guards.push_back(close_files(confinement.readable));
    guards.push_back(close_calls());  // last: it forbids what the others need
    return guards;
}

}  // namespace paraphe::reader
