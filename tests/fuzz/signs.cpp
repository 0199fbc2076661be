// What a recogniser of handwriting says of a line: no column makes a verifier leave its arrays.
#include "confirm/written.hpp"

#include <vector>

using namespace paraphe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 40 * hand_classes) return 0;
    const std::vector lines{SignColumns{{0, 0, 1, 1}, {data, data + size - size % hand_classes}}};
    static_cast<void>(confirm::written_day(lines, 2015, 2018));
    static_cast<void>(confirm::written_name(lines, "France IT"));
    return 0;
}
