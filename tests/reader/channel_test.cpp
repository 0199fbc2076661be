// What the parent accepts on the socket of a reader that has been taken over.

#include "reader/channel.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace paraphe::reader {
namespace {

struct Pair {
    Descriptor ours, theirs;
};

Pair pair() {
    int ends[2] = {-1, -1};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

constexpr Sizes sizes{1000, 500};

Result<Message> receive_soon(const Descriptor& socket, const Sizes& most = sizes) {
    const auto deadline = Clock::now() + std::chrono::milliseconds(200);
    return receive(socket.get(), most, &deadline);
}

TEST(Channel, CarriesAPayloadAndMoreDescriptorsThanOnePacketHolds) {
    const auto [ours, theirs] = pair();
    const auto file = sealed({});
    ASSERT_TRUE(file);
    const std::vector<int> many(300, file->get());
    ASSERT_TRUE(send(theirs.get(), "hello", many));
    const auto message = receive_soon(ours);
    ASSERT_TRUE(message) << message.error().detail;
    EXPECT_EQ(message->payload, "hello");
    EXPECT_EQ(message->descriptors.size(), 300u);
}

TEST(Channel, RefusesALongerPayloadThanAllowed) {
    const auto [ours, theirs] = pair();
    ASSERT_TRUE(send(theirs.get(), std::string(1001, 'x'), {}));
    const auto message = receive_soon(ours);
    ASSERT_FALSE(message);
    EXPECT_EQ(message.error().kind, ErrorKind::broken_form);
}

TEST(Channel, RefusesMoreDescriptorsThanAllowed) {
    const auto [ours, theirs] = pair();
    const int two[] = {0, 0};
    ASSERT_TRUE(send(theirs.get(), "x", two));
    const auto message = receive_soon(ours, {1000, 1});
    ASSERT_FALSE(message);
    EXPECT_EQ(message.error().kind, ErrorKind::broken_form);
}

TEST(Channel, RefusesWhatIsNoPacketOfOurs) {
    const auto [ours, theirs] = pair();
    for (const std::string& packet : {std::string("x"), std::string(8, 'x'), std::string(500, 'x')}) {
        ASSERT_EQ(::send(theirs.get(), packet.data(), packet.size(), 0), static_cast<ssize_t>(packet.size()));
        const auto message = receive_soon(ours);
        ASSERT_FALSE(message) << packet.size();
        EXPECT_EQ(message.error().kind, ErrorKind::broken_form);
    }
}

TEST(Channel, ASilentOtherSideIsOutOfTime) {
    const auto [ours, theirs] = pair();
    const auto message = receive_soon(ours);
    ASSERT_FALSE(message);
    EXPECT_EQ(message.error().kind, ErrorKind::out_of_time);
}

TEST(Channel, AClosedOtherSideIsGone) {
    auto [ours, theirs] = pair();
    theirs = Descriptor{};
    const auto message = receive_soon(ours);
    ASSERT_FALSE(message);
    EXPECT_EQ(message.error().kind, ErrorKind::io);
    EXPECT_FALSE(send(ours.get(), "x", {}));
}

TEST(SealedSize, RefusesWhatCouldStillChange) {
    const Descriptor open(::memfd_create("test", MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(open.get(), 10), 0);
    EXPECT_FALSE(sealed_size(open.get()));
    ASSERT_EQ(::fcntl(open.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW), 0);
    EXPECT_FALSE(sealed_size(open.get()));
    ASSERT_EQ(::fcntl(open.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SEAL), 0);
    EXPECT_EQ(sealed_size(open.get()).value_or(0), 10u);
}

TEST(SealedSize, RefusesAPipe) {
    int ends[2] = {-1, -1};
    ASSERT_EQ(::pipe(ends), 0);
    const Descriptor out(ends[0]), in(ends[1]);
    EXPECT_FALSE(sealed_size(out.get()));
}

}  // namespace
}  // namespace paraphe::reader
