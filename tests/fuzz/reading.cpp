// A reading that somebody kept: what is read of it is written again and read the same.
#include "record/record.hpp"

#include <cstdlib>
#include <string_view>

using namespace paraphe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reading = record::from_json({reinterpret_cast<const char*>(data), size});
    if (!reading) return 0;
    const auto again = record::from_json(record::to_json(*reading));
    if (!again || record::to_json(*again) != record::to_json(*reading)) std::abort();
    return 0;
}
