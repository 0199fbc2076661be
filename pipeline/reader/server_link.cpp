#include "reader/server_link.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraphe::reader {

namespace {

using namespace std::chrono_literals;

constexpr auto start_time = 60s;  // Tesseract and the models load in 0.3 s; a loaded machine may need far longer
constexpr auto fork_time = 20s;
constexpr auto end_time = 2s;  // a reader that closed its socket and lives on gets no longer
constexpr int attempts = 4;    // whatever kills a server may hit the next one too while it starts: that is no reason to give a batch up
constexpr Sizes from_server{64 * 1024, 1};

/// Each member of a dossier is an open memfd until it is read: the usual soft limit of 1024 is too low for our 2000 entries.
void allow_many_descriptors() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == files.rlim_max) return;
    files.rlim_cur = files.rlim_max;
    static_cast<void>(::setrlimit(RLIMIT_NOFILE, &files));
}

Result<std::array<Descriptor, 2>> socket_pair() {
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(ErrorKind::io, std::string("socketpair: ") + std::strerror(errno));
    return std::array<Descriptor, 2>{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Starts the program with our end of nothing but the control socket (descriptor 3). OMP_THREAD_LIMIT must stand before exec:
/// set inside main it comes too late and costs a factor of five (measured).
Result<pid_t> spawn(const Setup& setup, int control) {
    std::string program = setup.program, models = setup.models;
    std::array<std::string, 4> variables{"OMP_THREAD_LIMIT=1", "OPENBLAS_NUM_THREADS=1", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"};
    std::array<char*, 5> environment{};
    for (std::size_t i = 0; i < variables.size(); ++i) environment[i] = variables[i].data();
    std::array<char*, 3> arguments{program.data(), models.data(), nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t usual;
    ::sigemptyset(&none);
    ::sigemptyset(&usual);
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGCHLD, SIGHUP, SIGQUIT}) ::sigaddset(&usual, signal);
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, control, 3);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, 4);
    // Its own process group: an interrupt typed at the terminal is ours to handle; the server ends with its control socket.
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &usual);
    pid_t pid = -1;
    const int failed = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (failed != 0) return fail(ErrorKind::not_found, setup.program + ": " + std::strerror(failed));
    return pid;
}

void signal_process(const Process& process, int signal) {
    if (process.handle) static_cast<void>(::syscall(SYS_pidfd_send_signal, process.handle.get(), signal, nullptr, 0));
}

}  // namespace

ServerLink::~ServerLink() { stop_locked(); }

void ServerLink::stop_locked() {
    control_ = Descriptor{};  // the server ends on the end of its control socket, and its readers with it
    if (server_ <= 0) return;
    ::kill(server_, SIGKILL);  // it holds nothing that could be lost; a stopped or hung one must not hold us up
    while (::waitpid(server_, nullptr, 0) < 0 && errno == EINTR) {}
    server_ = -1;
}

Done ServerLink::start() {
    const std::scoped_lock lock(mutex_);
    return start_locked();
}

Done ServerLink::start_locked() {
    auto started = try_start_locked();
    for (int more = 1; more < attempts && !started && started.error().kind == ErrorKind::io; ++more) started = try_start_locked();
    if (started || (started.error().kind != ErrorKind::io && started.error().kind != ErrorKind::out_of_time)) return started;
    return fail(ErrorKind::internal, setup_.program + " did not start: " + started.error().detail);
}

Done ServerLink::try_start_locked() {
    stop_locked();
    watched_.clear();
    ended_.clear();
    allow_many_descriptors();
    auto ends = socket_pair();
    if (!ends) return tl::unexpected(ends.error());
    const auto pid = spawn(setup_, (*ends)[1].get());
    if (!pid) return tl::unexpected(pid.error());
    server_ = *pid;
    control_ = std::move((*ends)[0]);
    (*ends)[1] = Descriptor{};

    if (auto sent = send(control_.get(), record::to_wire(setup_.limits), {}); !sent) return sent;
    std::vector<Descriptor> none;
    const auto word = hear_locked(none, Clock::now() + start_time);
    if (!word) return tl::unexpected(word.error());
    const auto* ready = std::get_if<record::Ready>(&*word);
    if (!ready) return fail(ErrorKind::internal, setup_.program + " speaks another protocol");
    if (ready->failure) return tl::unexpected(*ready->failure);
    protections_.clear();
    for (const auto& each : ready->protections) {
        protections_.push_back({each.name, each.active, each.detail});
        if (!each.active && setup_.require_sandbox) return fail(ErrorKind::unsupported, each.name + ": " + each.detail);
    }
    return {};
}

Result<record::FromServer> ServerLink::hear_locked(std::vector<Descriptor>& descriptors, const Clock::time_point& deadline) {
    auto message = receive(control_.get(), from_server, &deadline);
    if (!message) return tl::unexpected(message.error());
    descriptors = std::move(message->descriptors);
    auto word = record::from_server(message->payload);
    if (!word) return word;
    if (const auto* ended = std::get_if<record::Ended>(&*word); ended && watched_.contains(ended->pid))
        ended_[ended->pid] = ended->wait_status;
    return word;
}

Result<Process> ServerLink::fork_reader() {
    const std::scoped_lock lock(mutex_);
    auto process = fork_locked();
    // A server that cannot fork says so (internal) and its other readers go on; one that is silent or gone is replaced.
    for (int more = 1; more < attempts && !process && process.error().kind != ErrorKind::internal; ++more) {
        if (auto started = start_locked(); !started) return tl::unexpected(started.error());
        process = fork_locked();
    }
    return process;
}

Result<Process> ServerLink::fork_locked() {
    if (!control_) return fail(ErrorKind::io, "the fork server is gone");
    auto ends = socket_pair();
    if (!ends) return tl::unexpected(ends.error());
    const int child_end[] = {(*ends)[1].get()};
    if (auto sent = send(control_.get(), {}, child_end); !sent) return tl::unexpected(sent.error());
    const auto deadline = Clock::now() + fork_time;
    for (;;) {
        std::vector<Descriptor> descriptors;
        auto word = hear_locked(descriptors, deadline);
        if (!word) return tl::unexpected(word.error());
        if (const auto* refused = std::get_if<Error>(&*word)) return tl::unexpected(*refused);
        if (const auto* forked = std::get_if<record::Forked>(&*word); forked && descriptors.size() == 1) {
            watched_.insert(forked->pid);
            ended_.erase(forked->pid);
            return Process{forked->pid, std::move(descriptors[0]), std::move((*ends)[0])};
        }
    }
}

std::optional<int> ServerLink::end(Process& process, bool kill) {
    if (kill) signal_process(process, SIGKILL);
    const std::scoped_lock lock(mutex_);
    process.socket = Descriptor{};
    const auto deadline = Clock::now() + end_time;
    std::optional<int> status;
    while (control_ && watched_.contains(process.pid) && !ended_.contains(process.pid)) {
        std::vector<Descriptor> none;
        if (!hear_locked(none, deadline)) break;
    }
    if (const auto found = ended_.find(process.pid); found != ended_.end()) status = found->second;
    signal_process(process, SIGKILL);
    watched_.erase(process.pid);
    ended_.erase(process.pid);
    process.handle = Descriptor{};
    return status;
}

void ServerLink::forget(Process& process) {
    signal_process(process, SIGKILL);
    const std::scoped_lock lock(mutex_);
    watched_.erase(process.pid);
    ended_.erase(process.pid);
    process.socket = Descriptor{};
    process.handle = Descriptor{};
}

std::vector<Protection> ServerLink::protections() const {
    const std::scoped_lock lock(mutex_);
    return protections_;
}

}  // namespace paraphe::reader
