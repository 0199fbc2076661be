// A rulebook by anybody's hand: mistakes are named, never suffered.
#include "rules/rules.hpp"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size <= 20'000) static_cast<void>(paraphe::rules::parse({reinterpret_cast<const char*>(data), size}, "fuzz.toml"));
    return 0;
}
