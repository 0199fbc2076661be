// A candidate's mail, of any mail program or of Outlook: its attachments are whole, bear names of their own and keep the limits.
#include "intake/mail.hpp"
#include "intake/names.hpp"
#include "intake/outlook.hpp"
#include "model/date.hpp"

#include <cstdlib>
#include <set>
#include <string>

using namespace paraphe;

namespace {

void must(bool promise) {
    if (!promise) std::abort();
}

bool compound(std::span<const unsigned char> bytes) { return bytes.size() > 8 && bytes[0] == 0xd0 && bytes[1] == 0xcf && bytes[2] == 0x11 && bytes[3] == 0xe0; }

}  // namespace

/// libgsf does not free what it has read of a directory that turns out to be broken; glib, which it asks for memory, ends the trace.
extern "C" const char* __lsan_default_suppressions() { return "leak:libglib-2.0.so"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 20'000) return 0;
    Limits limits;
    limits.entries = 40;
    limits.file_bytes = 4'000;
    limits.total_bytes = 10'000;
    intake::Tally tally;
    const std::span bytes(data, size);
    if (compound(bytes)) static_cast<void>(intake::compound_kind(bytes));
    const auto mail = compound(bytes) ? intake::read_outlook(bytes, limits, tally) : intake::read_mail(bytes, limits, tally);
    must(mail.members.size() <= static_cast<std::size_t>(limits.entries));
    must(!mail.mailed_on || from_iso(*mail.mailed_on));
    std::set<std::string> names;
    std::uint64_t kept = 0;
    for (const auto& member : mail.members) {
        must(!member.name.empty() && intake::valid_utf8(member.name) && names.insert(member.name).second);
        must(member.reason.empty() ? member.bytes.size() == member.size : member.bytes.empty());
        kept += member.bytes.size();
    }
    must(kept <= limits.total_bytes);
    return 0;
}
