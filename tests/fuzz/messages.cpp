// What a reader, or the server that forks them, may send: every byte of it is hostile.
#include "model/limits.hpp"
#include "record/messages.hpp"

#include <string_view>

using namespace paraphe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(record::answer_from_wire(bytes, Limits{}));
    static_cast<void>(record::request_from_wire(bytes));
    static_cast<void>(record::from_server(bytes));
    static_cast<void>(record::limits_from_wire(bytes));
    return 0;
}
