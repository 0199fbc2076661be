// A dossier's file as it arrives: whatever its bytes, each member is told once, whole or with a reason, and the limits hold.
#include "intake/intake.hpp"
#include "intake/names.hpp"

#include <array>
#include <cstdlib>
#include <set>
#include <string>

using namespace paraphe;

namespace {

void must(bool promise) {
    if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 20'000) return 0;
    static const std::array<std::string, 3> names{"dossier.zip", "envoi.eml", "kbis.pdf"};  // the name counts where bytes cannot tell
    Limits limits;
    limits.entries = 40;
    limits.nesting = 3;
    limits.file_bytes = 100'000;
    limits.total_bytes = 300'000;
    limits.ratio_from = 50'000;
    intake::Tally tally;
    const auto dossier = intake::open(names[size % names.size()], {data, size}, limits, tally);
    must(!dossier.entries.empty() && dossier.entries.size() <= static_cast<std::size_t>(limits.entries));
    std::set<std::string> paths;
    std::uint64_t kept = 0;
    for (const auto& entry : dossier.entries) {
        must(intake::valid_utf8(entry.path) && paths.insert(entry.path).second);
        must(intake::valid_utf8(entry.detail) && intake::valid_utf8(entry.media_type));
        const bool readable = entry.kind == intake::Kind::pages || entry.kind == intake::Kind::office;
        must(readable ? entry.bytes.size() == entry.size && entry.sha256.size() == 64 : !entry.reason.empty());
        must(readable || entry.bytes.empty() || entry.reason == "deposited_on");
        kept += entry.bytes.size();
    }
    must(kept <= limits.total_bytes);
    return 0;
}
