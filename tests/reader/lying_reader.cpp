// In the place of paraphe-reader, a program that was taken over: its readers answer whatever the parent asks with the lie that the
// first argument names (where the real one is told the folder of its models), and then stay.

#include "reader/channel.hpp"
#include "record/messages.hpp"

#include <functional>
#include <map>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using namespace paraphe;
using namespace paraphe::reader;

constexpr int control = 3;

void answer(int socket, const record::Answer& words, std::span<const int> descriptors = {}) {
    static_cast<void>(send(socket, record::to_wire(words), descriptors));
}

/// One file that says it has `size` bytes.
record::OpenAnswer one_member(std::uint64_t size) {
    record::Entry entry;
    entry.path = "kbis.pdf";
    entry.sha256 = std::string(64, '0');
    entry.media_type = "application/pdf";
    entry.size = size;
    entry.has_pages = entry.bytes = true;
    return {{entry}, {}};
}

const std::map<std::string, std::function<void(int)>> lies{
    {"NoPacket", [](int socket) { static_cast<void>(::send(socket, "x", 1, 0)); }},
    {"NoMessage", [](int socket) { static_cast<void>(send(socket, std::string(500, '\xFF'), {})); }},
    {"AnswerToAnotherQuestion", [](int socket) { answer(socket, record::PictureShape{1, 1, 1, 100}); }},
    {"MemberWithoutItsBytes", [](int socket) { answer(socket, one_member(9)); }},
    {"MemberOfAnotherSize", [](int socket) {
         const auto bytes = sealed(std::vector<unsigned char>(10));
         const int passed[] = {bytes->get()};
         answer(socket, one_member(9), passed);
     }},
    {"BytesThatCanStillChange", [](int socket) {
         const Descriptor bytes(::memfd_create("lie", MFD_ALLOW_SEALING));
         static_cast<void>(::ftruncate(bytes.get(), 9));
         const int passed[] = {bytes.get()};
         answer(socket, one_member(9), passed);
     }},
    {"BytesWithoutAMember", [](int socket) {
         const auto bytes = sealed(std::vector<unsigned char>(9));
         const int passed[] = {bytes->get(), bytes->get()};
         answer(socket, one_member(9), passed);
     }},
    {"MessageWithoutEnd", [](int socket) { static_cast<void>(send(socket, std::string(Limits{}.message_bytes + 1, 'x'), {})); }},
};

[[noreturn]] void lie(int socket, const std::string& name) {
    static_cast<void>(receive(socket, {1u << 20, 1}, nullptr));
    lies.at(name)(socket);
    for (;;) ::pause();
}

}  // namespace

int main(int, char** arguments) {
    static_cast<void>(receive(control, {64 * 1024, 0}, nullptr));
    static_cast<void>(send(control, record::to_wire(record::FromServer(record::Ready{})), {}));
    for (;;) {
        const auto order = receive(control, {0, 1}, nullptr);
        if (!order) return 0;
        const pid_t child = ::fork();
        if (child == 0) lie(order->descriptors.at(0).get(), arguments[1]);
        const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
        const int passed[] = {handle.get()};
        static_cast<void>(send(control, record::to_wire(record::FromServer(record::Forked{child})), passed));
    }
}
