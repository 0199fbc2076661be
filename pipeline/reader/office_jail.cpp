#include "reader/office_jail.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraphe::office {
namespace {

using reader::Descriptor;

/// Descriptors in the jail: what the script says of itself, then the files, then the PDFs.
constexpr int said_fd = 9, first_fd = 10;
/// Sources are moved above all targets first, so that no dup2 overwrites one that is still needed.
constexpr int above_targets = 200;

constexpr const char* memory = "2147483648";  // bytes of the jail's own file system (tmpfs)

/// The script inside: one start of LibreOffice, then each PDF into its descriptor. `ulimit` counts in kB and blocks of 512 bytes.
std::string script(const std::string& soffice, const std::vector<JailFile>& files) {
    std::string text = "ulimit -c 0; ulimit -v 6000000; ulimit -f 1048576; echo started >&" + std::to_string(said_fd) + "\n";
    text += soffice;
    text += " -env:UserInstallation=file:///tmp/profile --headless --norestore --nolockcheck --nodefault --nologo"
            " --convert-to pdf --outdir /tmp/out /tmp/in/* >/dev/null 2>&1\n";
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto number = std::to_string(i);
        const auto fd = std::to_string(first_fd + static_cast<int>(files.size() + i));
        text += "[ -s /tmp/out/" + number + ".pdf ] && cat /tmp/out/" + number + ".pdf >/proc/self/fd/" + fd + "\n";
    }
    return text;
}

/// Old and new layouts of a Debian system: /lib is a folder or points into /usr.
void system_folder(std::vector<std::string>& arguments, const char* path) {
    struct stat info {};
    if (::lstat(path, &info) != 0) return;
    if (!S_ISLNK(info.st_mode)) {
        arguments.insert(arguments.end(), {"--ro-bind", path, path});
        return;
    }
    char target[256];
    const auto length = ::readlink(path, target, sizeof target);
    if (length > 0) arguments.insert(arguments.end(), {"--symlink", std::string(target, static_cast<std::size_t>(length)), path});
}

std::vector<std::string> command(const Jail& jail, const std::vector<JailFile>& files) {
    std::vector<std::string> arguments{jail.bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--ro-bind", "/usr", "/usr"};
    for (const char* path : {"/bin", "/lib", "/lib64", "/sbin"}) system_folder(arguments, path);
    for (const char* path : {"/etc/fonts", "/etc/libreoffice", "/etc/alternatives", "/etc/ld.so.cache", "/var/lib/libreoffice", "/var/cache/fontconfig"})
        arguments.insert(arguments.end(), {"--ro-bind-try", path, path});
    arguments.insert(arguments.end(), {"--proc", "/proc", "--dev", "/dev", "--size", memory, "--tmpfs", "/tmp", "--dir", "/tmp/in", "--dir", "/tmp/out",
                                       "--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin:/bin", "--setenv", "LANG", "C.UTF-8"});
    for (std::size_t i = 0; i < files.size(); ++i)
        arguments.insert(arguments.end(), {"--file", std::to_string(first_fd + static_cast<int>(i)), "/tmp/in/" + std::to_string(i) + "." + files[i].ending});
    arguments.insert(arguments.end(), {"--chdir", "/tmp", "/bin/sh", "-c", script(jail.soffice, files)});
    return arguments;
}

/// A second opening of the same file with a position of its own.
Descriptor reopened(int fd) { return Descriptor{::open(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDONLY | O_CLOEXEC)}; }
Descriptor moved_up(int fd) { return Descriptor{::fcntl(fd, F_DUPFD_CLOEXEC, above_targets)}; }

/// What a descriptor will be called in the child.
struct Handover {
    Descriptor source;
    int target = -1;
};

class Actions {
public:
    Actions() { ::posix_spawn_file_actions_init(&actions_); }
    ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    void give(int source, int target) { ::posix_spawn_file_actions_adddup2(&actions_, source, target); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

Result<pid_t> start(const Jail& jail, const std::vector<JailFile>& files, const Descriptor& said, const Descriptor& log) {
    std::vector<Handover> handovers;
    const Descriptor nothing{::open("/dev/null", O_RDWR | O_CLOEXEC)};
    handovers.push_back({moved_up(nothing.get()), STDIN_FILENO});
    handovers.push_back({moved_up(nothing.get()), STDOUT_FILENO});
    handovers.push_back({moved_up(log.get()), STDERR_FILENO});
    handovers.push_back({moved_up(said.get()), said_fd});
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto file = reopened(files[i].bytes);
        handovers.push_back({moved_up(file.get()), first_fd + static_cast<int>(i)});
        handovers.push_back({moved_up(files[i].pdf.get()), first_fd + static_cast<int>(files.size() + i)});
    }
    Actions actions;
    for (const auto& handover : handovers) {
        if (!handover.source) return fail(ErrorKind::io, "no descriptor for the office converter");
        actions.give(handover.source.get(), handover.target);
    }
    auto arguments = command(jail, files);
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    char* no_environment[] = {nullptr};
    pid_t pid = 0;
    if (const int error = ::posix_spawn(&pid, jail.bubblewrap.c_str(), actions.get(), nullptr, argv.data(), no_environment); error != 0)
        return fail(ErrorKind::unsupported, std::string{"bubblewrap cannot be started: "} + std::strerror(error));
    return pid;
}

/// Waits for the child; kills it after its time. True when it ended by itself.
bool wait_for(pid_t pid, double seconds) {
    const Descriptor handle{static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))};
    bool ended = false;
    if (handle) {
        pollfd entry{handle.get(), POLLIN, 0};
        int ready = -1;
        do ready = ::poll(&entry, 1, static_cast<int>(seconds * 1000));
        while (ready < 0 && errno == EINTR);
        ended = ready > 0;
    }
    if (!ended) ::kill(pid, SIGKILL);  // bubblewrap's --die-with-parent takes the whole jail along
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {}
    return ended;
}

std::string content(const Descriptor& memory_file) {
    char text[300];
    const auto length = ::pread(memory_file.get(), text, sizeof text, 0);
    std::string out(text, length > 0 ? static_cast<std::size_t>(length) : 0);
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

}  // namespace

Result<void> run_in_jail(const Jail& jail, const std::vector<JailFile>& files, double seconds) {
    const Descriptor said{::memfd_create("office-said", MFD_CLOEXEC)}, log{::memfd_create("office-log", MFD_CLOEXEC)};
    if (!said || !log) return fail(ErrorKind::io, "no memory file for the office converter");
    const auto pid = start(jail, files, said, log);
    if (!pid) return tl::unexpected(pid.error());
    const bool ended = wait_for(*pid, seconds);
    if (content(said).empty()) {
        if (!ended) return fail(ErrorKind::out_of_time, "the office converter's jail did not start in time");
        return fail(ErrorKind::unsupported, "the office converter's jail cannot be set up here: " + content(log));
    }
    if (!ended) return fail(ErrorKind::out_of_time, "the office converter took longer than its time");
    return {};
}

}  // namespace paraphe::office
