// Every escape is tried from inside, in a forked child that has closed its doors, and must be refused.

#include "reader/confinement.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace paraphe::reader {
namespace {

constexpr int succeeded = 0;

/// 0 when the call worked, else why not.
int outcome(long result) { return result < 0 ? errno : succeeded; }

/// The process of the test; inside, getppid is refused, too.
pid_t parent() {
    static const pid_t process = ::getpid();
    return process;
}

Confinement small_room() {
    Confinement room;
#ifndef PARAPHE_SANITIZED
    room.memory = 512u << 20;
#endif
    room.file_bytes = 1 << 20;
    room.open_files = 32;
    room.readable = readable_by_readers("/usr/share/fonts");
    return room;
}

/// What the attempt came to inside: an errno, or 0. EINTR: a signal ended the child.
int inside(const std::function<int()>& attempt) {
    static_cast<void>(parent());
    const pid_t child = ::fork();
    if (child == 0) {
        for (const auto& guard : confine(small_room()))
            if (!guard.active) ::_exit(255);
        ::_exit(attempt());
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    if (WIFSIGNALED(status)) return EINTR;
    EXPECT_NE(WEXITSTATUS(status), 255) << "this kernel lacks a protection";
    return WEXITSTATUS(status);
}

struct Escape {
    const char* name;
    int (*attempt)();
};

int connect_to(int family, const sockaddr* address, socklen_t length) {
    const int socket = ::socket(family, SOCK_STREAM, 0);
    return socket < 0 ? errno : outcome(::connect(socket, address, length));
}

int connect_by_network() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return connect_to(AF_INET, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

int fork_by(long flags) {
    const long child = ::syscall(SYS_clone, flags, nullptr, nullptr, nullptr, nullptr);
    if (child == 0) ::_exit(0);
    return outcome(child);
}

int execute() {
    const char* arguments[] = {"/bin/true", nullptr};
    ::execve("/bin/true", const_cast<char* const*>(arguments), environ);
    return errno;
}

const Escape escapes[] = {
    {"ReadPasswords", [] { return outcome(::open("/etc/passwd", O_RDONLY)); }},
    {"ReadOwnEnvironment", [] { return outcome(::open("/proc/self/environ", O_RDONLY)); }},
    {"ReadParentsMemory", [] { return outcome(::open(("/proc/" + std::to_string(parent()) + "/mem").c_str(), O_RDONLY)); }},
    {"ListTheRoot", [] { return outcome(::open("/", O_RDONLY | O_DIRECTORY)); }},
    {"ListTemporaryFiles", [] { return outcome(::open("/tmp", O_RDONLY | O_DIRECTORY)); }},
    {"LeaveByDots", [] { return outcome(::open("/usr/share/fonts/../../../etc/passwd", O_RDONLY)); }},
    {"OpenADevice", [] { return outcome(::open("/dev/zero", O_RDONLY)); }},
    {"CreateAFile", [] { return outcome(::open("/tmp/paraphe-escape", O_CREAT | O_WRONLY, 0600)); }},
    {"CreateBesideTheFonts", [] { return outcome(::open("/usr/share/fonts/paraphe-escape", O_CREAT | O_WRONLY, 0600)); }},
    {"CreateAnUnnamedFile", [] { return outcome(::open("/tmp", O_TMPFILE | O_WRONLY, 0600)); }},
    {"RemoveAFile", [] { return outcome(::unlink("/tmp/paraphe-escape")); }},
    {"RenameAFile", [] { return outcome(::rename("/tmp/a", "/tmp/b")); }},
    {"MakeAFolder", [] { return outcome(::mkdir("/tmp/paraphe-escape", 0700)); }},
    {"MakeALink", [] { return outcome(::symlink("/etc/passwd", "/tmp/paraphe-escape")); }},
    {"TruncateAFile", [] { return outcome(::truncate("/usr/share/fonts", 0)); }},
    {"ChangeAMode", [] { return outcome(::chmod("/usr/share/fonts", 0777)); }},
    {"OpenASocket", [] { return outcome(::socket(AF_INET, SOCK_STREAM, 0)); }},
    {"OpenALocalSocket", [] { return outcome(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
    {"OpenARawSocket", [] { return outcome(::socket(AF_NETLINK, SOCK_RAW, 0)); }},
    {"Connect", connect_by_network},
    {"Execute", execute},
    {"ExecuteADescriptor", [] { return outcome(::syscall(SYS_execveat, 0, "/bin/true", nullptr, environ, 0)); }},
    {"Fork", [] { return fork_by(SIGCHLD); }},
    {"ForkSharingMemory", [] { return fork_by(CLONE_VM | CLONE_VFORK | SIGCHLD); }},
    {"ForkByClone3", [] { return outcome(::syscall(SYS_clone3, nullptr, 0)); }},
    {"NewNamespace", [] { return outcome(::unshare(CLONE_NEWUSER)); }},
    {"TraceTheParent", [] { return outcome(::ptrace(PTRACE_ATTACH, parent(), nullptr, nullptr)); }},
    {"ReadTheParentByAddress", [] {
         char byte = 0;
         iovec here{&byte, 1}, there{&byte, 1};
         return outcome(::process_vm_readv(parent(), &here, 1, &there, 1, 0));
     }},
    {"KillTheParent", [] { return outcome(::kill(parent(), 0)); }},
    {"KillAThreadOfTheParent", [] { return outcome(::syscall(SYS_tgkill, parent(), parent(), 0)); }},
    {"KillEverybody", [] { return outcome(::kill(-1, 0)); }},
    {"TakeAForeignDescriptor", [] { return outcome(::syscall(SYS_pidfd_open, parent(), 0)); }},
    {"RaiseItsLimits", [] {
         const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
         return outcome(::setrlimit(RLIMIT_CPU, &more));
     }},
    {"BecomeDumpable", [] { return outcome(::syscall(SYS_prctl, 4 /* PR_SET_DUMPABLE */, 1, 0, 0, 0)); }},
    {"AskForARing", [] { return outcome(::syscall(SYS_io_uring_setup, 4, nullptr)); }},
    {"LoadAProgramIntoTheKernel", [] { return outcome(::syscall(SYS_bpf, 0, nullptr, 0)); }},
    {"Mount", [] { return outcome(::syscall(SYS_mount, "none", "/tmp", "tmpfs", 0, nullptr)); }},
    {"ChangeTheRoot", [] { return outcome(::chroot("/tmp")); }},
    {"ChangeTheUser", [] { return outcome(::setuid(0)); }},
    {"InjectTerminalInput", [] {
         char letter = 'x';
         return outcome(::syscall(SYS_ioctl, 0, 0x5412 /* TIOCSTI */, &letter));
     }},
    {"WriteAnEndlessFile", [] {
         const int file = ::memfd_create("escape", 0);
         return file < 0 ? succeeded : outcome(::ftruncate(file, 1ll << 40));
     }},
    {"OpenTooManyFiles", [] {
         for (int i = 0; i < 64; ++i)
             if (::memfd_create("escape", 0) < 0) return errno;
         return succeeded;
     }},
#ifndef PARAPHE_SANITIZED
    {"TakeAllMemory", [] {
         const void* memory = ::mmap(nullptr, 4ull << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         return memory == MAP_FAILED ? errno : succeeded;
     }},
#endif
};

class EscapeFromReader : public testing::TestWithParam<Escape> {};

// A refusal, and not a failure for another reason (a file that is not there).
TEST_P(EscapeFromReader, IsRefused) {
    EXPECT_THAT(inside(GetParam().attempt), testing::AnyOf(EPERM, EACCES, ENOSYS, ENOTTY, EMFILE, EFBIG, ENOMEM));
}

INSTANTIATE_TEST_SUITE_P(Each, EscapeFromReader, testing::ValuesIn(escapes), [](const auto& escape) { return std::string(escape.param.name); });

void* end_at_once(void* said) {
    *static_cast<int*>(said) = 1;
    return nullptr;
}

TEST(Confined, AThreadMayStillStart) {  // libde265 decodes HEIC in threads, and hangs when it may not
    EXPECT_EQ(inside([] {
                  pthread_t thread{};
                  int said = 0;
                  if (const int failed = ::pthread_create(&thread, nullptr, end_at_once, &said); failed != 0) return failed;
                  ::pthread_join(thread, nullptr);
                  return said == 1 ? 0 : 1;
              }),
              0);
}

/// Threads of its own until the kernel refuses one; none of them ends.
int threads_that_start(int most) {
    pthread_attr_t small;
    ::pthread_attr_init(&small);
    ::pthread_attr_setstacksize(&small, 64u << 10);
    int started = 0;
    for (pthread_t thread{}; started < most && ::pthread_create(&thread, &small, [](void*) -> void* { for (;;) ::poll(nullptr, 0, -1); }, nullptr) == 0;) ++started;
    return started;
}

TEST(Confined, ThreadsWithoutEndAreRefused) {
    constexpr int more_than_allowed = 200;
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(61234) != 0) ::_exit(255);  // the kernel counts no threads of root
        Confinement room = small_room();
        room.threads = 20;
        for (const auto& guard : confine(room))
            if (!guard.active) ::_exit(255);
        ::_exit(threads_that_start(more_than_allowed));
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_LT(WEXITSTATUS(status), more_than_allowed);
}

TEST(Confined, FontsCanStillBeRead) {  // else text vanishes from pages without a word
    EXPECT_EQ(inside([] { return outcome(::open("/usr/share/fonts", O_RDONLY | O_DIRECTORY)); }), 0);
}

TEST(Confined, AMemfdCanStillBeSealed) {
    EXPECT_EQ(inside([] {
                  const int file = ::memfd_create("answer", MFD_ALLOW_SEALING);
                  if (file < 0 || ::write(file, "x", 1) != 1) return errno;
                  return outcome(::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL));
              }),
              0);
}

TEST(Confined, AnOpenedDescriptorStaysReadable) {
    const int file = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    EXPECT_EQ(inside([file] {
                  char byte = 0;
                  return outcome(::read(file, &byte, 1));
              }),
              0);
    ::close(file);
}

TEST(Confined, NothingWasWritten) {
    EXPECT_FALSE(std::filesystem::exists("/tmp/paraphe-escape"));
    EXPECT_FALSE(std::filesystem::exists("/usr/share/fonts/paraphe-escape"));
}

}  // namespace
}  // namespace paraphe::reader
