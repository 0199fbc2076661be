// paraphe-reader: the fork server. It loads Tesseract and the mark model, parses nothing, and forks a confined reader for each
// socket that it is handed. One thread only: a fork of several would leave the others' locks closed for ever.
// Usage: paraphe-reader MODELS, with the control socket as descriptor 3.

#include "reader/channel.hpp"
#include "reader/confinement.hpp"
#include "reader/engines.hpp"
#include "reader/serving.hpp"
#include "record/messages.hpp"

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <malloc.h>
#include <opencv2/core.hpp>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

namespace {

using namespace paraphe;
using namespace paraphe::reader;

constexpr int control_number = 3;
#ifdef PARAPHE_SANITIZED
constexpr bool sanitized = true;  // sanitizers map terabytes of address space
#else
constexpr bool sanitized = false;
#endif

Confinement confinement_for(const Limits& limits, const std::string& models) {
    Confinement out;
    out.memory = sanitized ? 0 : limits.reader_memory;
    out.file_bytes = std::max<std::uint64_t>(limits.file_bytes, limits.message_bytes);
    // Each entry of an archive travels as a memfd.
    out.open_files = static_cast<unsigned>(limits.entries) + 64;
    out.readable = readable_by_readers(models);
    return out;
}

/// Takes away what the server holds: all but the new reader's own socket, which becomes the control's number.
Descriptor keep_only(int socket) {
    if (::dup2(socket, control_number) < 0) ::_exit(EX_OSERR);
    if (::syscall(SYS_close_range, control_number + 1, ~0u, 0) != 0) ::_exit(EX_OSERR);
    return Descriptor(control_number);
}

/// Confines a child and tells what held.
std::vector<record::Protection> try_confinement(const Confinement& confinement) {
    std::vector<record::Protection> out;
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return out;
    Descriptor ours(ends[0]), theirs(ends[1]);
    const pid_t child = ::fork();
    if (child == 0) {
        const Descriptor socket = keep_only(theirs.get());
        record::Ready ready;
        for (auto& guard : confine(confinement)) ready.protections.push_back({guard.name, guard.active, guard.detail});
        static_cast<void>(send(socket.get(), record::to_wire(record::FromServer(ready)), {}));
        ::_exit(0);
    }
    theirs = Descriptor{};
    const auto deadline = Clock::now() + std::chrono::seconds(20);
    const auto message = receive(ours.get(), {64 * 1024, 0}, &deadline);
    if (child > 0) ::waitpid(child, nullptr, 0);
    if (!message) return {{"confinement", false, "a confined process cannot answer: " + message.error().detail}};
    const auto word = record::from_server(message->payload);
    if (const auto* ready = word ? std::get_if<record::Ready>(&*word) : nullptr) out = ready->protections;
    return out;
}

class ForkServer {
public:
    ForkServer(const Engines& engines, const Limits& limits, Confinement confinement, std::vector<record::Protection> protections)
        : engines_(engines), limits_(limits), confinement_(std::move(confinement)), protections_(std::move(protections)) {
        sigset_t signals;
        ::sigemptyset(&signals);
        ::sigaddset(&signals, SIGCHLD);
        ::sigprocmask(SIG_BLOCK, &signals, nullptr);
        ends_ = Descriptor(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
    }

    /// Until the control socket closes.
    void run() {
        for (;;) {
            pollfd waited[] = {{control_number, POLLIN, 0}, {ends_.get(), POLLIN, 0}};
            if (::poll(waited, 2, -1) < 0 && errno != EINTR) return;
            if (waited[1].revents != 0 && !tell_ends()) return;
            if (waited[0].revents != 0 && !fork_one()) return;
        }
    }

private:
    bool say(const record::FromServer& word, std::span<const int> descriptors = {}) {
        return send(control_number, record::to_wire(word), descriptors).has_value();
    }

    bool fork_one() {
        auto order = receive(control_number, {0, 1}, nullptr);
        if (!order || order->descriptors.size() != 1) return false;
        const pid_t server = ::getpid();
        const pid_t child = ::fork();
        if (child == 0) be_reader(order->descriptors[0].get(), server);
        if (child < 0) return say(Error{ErrorKind::internal, {}, 0, std::string("fork: ") + std::strerror(errno)});
        const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
        if (!handle) {
            ::kill(child, SIGKILL);  // ours and not yet waited for: the number is still its own
            return say(Error{ErrorKind::internal, {}, 0, std::string("pidfd_open: ") + std::strerror(errno)});
        }
        const int passed[] = {handle.get()};
        return say(record::Forked{child}, passed);
    }

    [[noreturn]] void be_reader(int socket, pid_t server) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        if (::getppid() != server) ::_exit(EX_OSERR);  // it died before the line above
        const Descriptor own = keep_only(socket);
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        const auto guards = confine(confinement_);
        // What held for the trial must hold for every reader: one that is less confined does not start.
        for (std::size_t i = 0; i < guards.size() && i < protections_.size(); ++i)
            if (protections_[i].active && !guards[i].active) ::_exit(EX_OSERR);
        serve(own, engines_, limits_);
        ::_exit(0);
    }

    bool tell_ends() {
        signalfd_siginfo ignored;
        while (::read(ends_.get(), &ignored, sizeof ignored) > 0) {}
        for (;;) {
            int status = 0;
            const pid_t child = ::waitpid(-1, &status, WNOHANG);
            if (child <= 0) return true;
            if (!say(record::Ended{child, status})) return false;
        }
    }

    const Engines& engines_;
    const Limits& limits_;
    Confinement confinement_;
    std::vector<record::Protection> protections_;
    Descriptor ends_;
};

/// The server parses nothing, yet holds what its readers inherit: it, too, writes no core and gains no rights.
void harden() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/// Pictures of pages come and go by the dozen. By default each is mapped and cleared anew, which took more than half of a digital
/// page's time (10 pages: 3.7 s, so 1.5 s); 32 MB is the largest threshold that malloc takes.
void keep_freed_memory() {
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 512 << 20);
    ::mallopt(M_TOP_PAD, 64 << 20);
}

int say_failure(const Error& error) {
    static_cast<void>(send(control_number, record::to_wire(record::FromServer(record::Ready{error, {}})), {}));
    return EX_CONFIG;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 || ::fcntl(control_number, F_GETFD) < 0) {
        std::fputs("paraphe-reader is started by paraphe: paraphe-reader MODELS, control socket as descriptor 3\n", stderr);
        return EX_USAGE;
    }
    ::fcntl(control_number, F_SETFD, FD_CLOEXEC);
    const std::string models = arguments[1];
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive gives no UTF-8 names in the C locale; numbers stay in it
    harden();
    keep_freed_memory();

    const auto order = receive(control_number, {64 * 1024, 0}, nullptr);
    if (!order) return EX_PROTOCOL;
    const auto limits = record::limits_from_wire(order->payload);
    if (!limits) return say_failure(limits.error());
    cv::setNumThreads(1);
    auto ocr = ocr::Engine::load({"fra", "eng"}, models);
    if (!ocr) return say_failure(ocr.error());
    auto marks = marks::Detector::load(models);
    if (!marks) return say_failure(marks.error());
    auto hand = hand::LineReader::load(models);
    if (!hand) return say_failure(hand.error());
    const Engines engines{std::move(*ocr), std::move(*marks), std::move(*hand)};

    const auto confinement = confinement_for(*limits, models);
    const auto protections = try_confinement(confinement);
    if (!send(control_number, record::to_wire(record::FromServer(record::Ready{{}, protections})), {})) return 0;
    ForkServer(engines, *limits, confinement, protections).run();
    ::_exit(0);
}
