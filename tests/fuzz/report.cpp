// A report that somebody kept: what is read of it is told, and against itself nothing has changed.
#include "report/comparison.hpp"

#include <cstdlib>
#include <string_view>

using namespace paraphe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 20'000) return 0;
    const auto report = report::read_back({reinterpret_cast<const char*>(data), size});
    if (!report) return 0;
    const auto comparison = report::compare(*report, *report);
    for (const auto& piece : comparison.pieces)
        for (const auto& check : piece.checks)
            if (check.change != report::Change::left) std::abort();
    static_cast<void>(report::terminal(comparison, {}));
    static_cast<void>(report::json(comparison));
    return 0;
}
