#pragma once

#include "model/result.hpp"
#include "reader/descriptor.hpp"

#include <cstdint>
#include <span>

namespace paraphe::reader {

/// The bytes of a descriptor, mapped for reading.
class Mapped {
public:
    Mapped() = default;
    /// An empty file has no bytes. Errors: too_large (above `most`), out_of_memory, io.
    static Result<Mapped> open(const Descriptor& file, std::uint64_t most);
    Mapped(Mapped&& other) noexcept;
    Mapped& operator=(Mapped&& other) noexcept;
    ~Mapped();

    [[nodiscard]] std::span<const unsigned char> bytes() const { return bytes_; }

private:
    std::span<const unsigned char> bytes_;
};

}  // namespace paraphe::reader
