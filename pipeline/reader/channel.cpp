#include "reader/channel.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraphe::reader {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        if (fd_ >= 0) ::close(fd_);
        fd_ = other.release();
    }
    return *this;
}

Descriptor::~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
}

namespace {

constexpr std::size_t batch = 200;  // the kernel passes at most 253 descriptors in a packet (SCM_MAX_FD)
constexpr int all_seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

/// The body of each packet. The first packet of a message carries the payload's memfd and says how many descriptors follow.
struct Header {
    std::uint32_t magic = 0;
    std::uint32_t count = 0;
};
constexpr std::uint32_t first_packet = 0x50415231, next_packet = 0x50415232;

tl::unexpected<Error> gone(const char* what) { return fail(ErrorKind::io, std::string(what) + ": " + std::strerror(errno)); }

Done send_packet(int socket, Header header, std::span<const int> descriptors) {
    iovec body{&header, sizeof header};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(batch * sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &body;
    message.msg_iovlen = 1;
    if (!descriptors.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(head), descriptors.data(), descriptors.size_bytes());
    }
    ssize_t sent = 0;
    do sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    if (sent != static_cast<ssize_t>(sizeof header)) return gone("cannot send");
    return {};
}

Done wait_readable(int socket, const Clock::time_point* deadline) {
    for (;;) {
        int timeout = -1;
        if (deadline) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
            timeout = static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
        }
        pollfd waited{socket, POLLIN, 0};
        const int ready = ::poll(&waited, 1, timeout);
        if (ready > 0) return {};
        if (ready < 0 && errno != EINTR) return gone("cannot wait");
        if (deadline && Clock::now() >= *deadline) return fail(ErrorKind::out_of_time, "no answer in time");
    }
}

/// One packet; its descriptors are appended to `into`.
Result<Header> receive_packet(int socket, std::vector<Descriptor>& into, const Clock::time_point* deadline) {
    if (auto ready = wait_readable(socket, deadline); !ready) return tl::unexpected(ready.error());
    Header header;
    iovec body{&header, sizeof header};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(253 * sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &body;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t got = 0;
    do got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got < 0) return gone("cannot receive");
    for (cmsghdr* head = CMSG_FIRSTHDR(&message); head; head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) continue;
        const std::size_t count = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(head) + i * sizeof fd, sizeof fd);
            into.emplace_back(fd);
        }
    }
    if (got == 0) return fail(ErrorKind::io, "the other side is gone");
    if (got != static_cast<ssize_t>(sizeof header) || (message.msg_flags & MSG_TRUNC)) return fail(ErrorKind::broken_form, "odd packet");
    if (message.msg_flags & MSG_CTRUNC) return fail(ErrorKind::io, "too few descriptors are free here");
    return header;
}

}  // namespace

Result<Descriptor> sealed(std::span<const unsigned char> bytes) {
    Descriptor file(::memfd_create("paraphe", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file) return gone("memfd");
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return gone("memfd");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (::fcntl(file.get(), F_ADD_SEALS, all_seals) != 0) return gone("memfd");
    return file;
}

Result<std::size_t> sealed_size(int fd) {
    struct stat about {};
    const int seals = ::fcntl(fd, F_GET_SEALS);
    if (seals < 0 || (seals & all_seals) != all_seals) return fail(ErrorKind::broken_form, "not a sealed memfd");
    if (::fstat(fd, &about) != 0 || about.st_size < 0) return fail(ErrorKind::broken_form, "a memfd without a size");
    return static_cast<std::size_t>(about.st_size);
}

Done read_all(int fd, std::span<unsigned char> into) {
    off_t from = 0;
    while (!into.empty()) {
        const ssize_t got = ::pread(fd, into.data(), into.size(), from);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return gone("cannot read a descriptor");
        into = into.subspan(static_cast<std::size_t>(got));
        from += got;
    }
    return {};
}

Done send(int socket, std::string_view payload, std::span<const int> descriptors) {
    const auto memory = sealed({reinterpret_cast<const unsigned char*>(payload.data()), payload.size()});
    if (!memory) return tl::unexpected(memory.error());
    const int first[] = {memory->get()};
    if (auto sent = send_packet(socket, {first_packet, static_cast<std::uint32_t>(descriptors.size())}, first); !sent) return sent;
    while (!descriptors.empty()) {
        const auto now = descriptors.first(std::min(batch, descriptors.size()));
        if (auto sent = send_packet(socket, {next_packet, static_cast<std::uint32_t>(now.size())}, now); !sent) return sent;
        descriptors = descriptors.subspan(now.size());
    }
    return {};
}

Result<Message> receive(int socket, const Sizes& most, const Clock::time_point* deadline) {
    std::vector<Descriptor> first;
    const auto header = receive_packet(socket, first, deadline);
    if (!header) return tl::unexpected(header.error());
    if (header->magic != first_packet || first.size() != 1 || header->count > most.descriptors)
        return fail(ErrorKind::broken_form, "odd first packet");
    const auto size = sealed_size(first[0].get());
    if (!size) return tl::unexpected(size.error());
    if (*size > most.payload) return fail(ErrorKind::broken_form, "a message of " + std::to_string(*size) + " bytes");

    Message message;
    message.payload.resize(*size);
    const std::span<unsigned char> payload(reinterpret_cast<unsigned char*>(message.payload.data()), *size);
    if (auto read = read_all(first[0].get(), payload); !read) return tl::unexpected(read.error());
    while (message.descriptors.size() < header->count) {
        const auto before = message.descriptors.size();
        const auto next = receive_packet(socket, message.descriptors, deadline);
        if (!next) return tl::unexpected(next.error());
        const auto come = message.descriptors.size() - before;
        if (next->magic != next_packet || come == 0 || next->count != come || message.descriptors.size() > header->count)
            return fail(ErrorKind::broken_form, "odd packet of descriptors");
    }
    return message;
}

}  // namespace paraphe::reader
