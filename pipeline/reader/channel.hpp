#pragma once

#include "model/result.hpp"
#include "reader/descriptor.hpp"

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How `paraphe`, the fork server and the readers talk: over a SOCK_SEQPACKET pair, the payload (protobuf) in a sealed memfd,
/// files and pixels as further descriptors. Whoever receives trusts nothing: seals, sizes and counts are checked before a
/// byte is read, so that the other side can neither change nor shorten what was checked.
namespace paraphe::reader {

using Clock = std::chrono::steady_clock;
using Done = tl::expected<void, Error>;

struct Message {
    std::string payload;
    std::vector<Descriptor> descriptors;
};

/// The most that a receiver takes.
struct Sizes {
    std::size_t payload = 0;
    std::size_t descriptors = 0;
};

/// The bytes in a memfd that nobody can change any more. Errors: io.
[[nodiscard]] Result<Descriptor> sealed(std::span<const unsigned char> bytes);

/// Size of a memfd with all seals set; broken_form for anything else (it could change or shrink while it is read).
[[nodiscard]] Result<std::size_t> sealed_size(int fd);

/// All `size` bytes from the start of the file. Errors: io.
[[nodiscard]] Done read_all(int fd, std::span<unsigned char> into);

/// Sends a payload and copies of the descriptors. Errors: io (the other side is gone).
[[nodiscard]] Done send(int socket, std::string_view payload, std::span<const int> descriptors);

/// Waits for a message until `deadline` (none: for ever). Errors: out_of_time, io (the other side is gone), broken_form.
[[nodiscard]] Result<Message> receive(int socket, const Sizes& most, const Clock::time_point* deadline);

}  // namespace paraphe::reader
