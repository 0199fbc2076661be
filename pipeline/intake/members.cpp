#include "intake/members.hpp"

#include "intake/names.hpp"

namespace paraphe::intake {

std::string Members::free_name(std::string_view name) {
    const auto found = distinct(normalised(clean_utf8(name)), [&](const std::string& n) { return taken_.contains(n); });
    taken_.insert(found);
    return found;
}

bool Members::counted() {
    if (++tally_.entries <= limits_.entries) return true;
    stop("too_large", "more than " + std::to_string(limits_.entries) + " members");
    return false;
}

bool Members::add(std::string_view name, std::span<const unsigned char> bytes) {
    if (full() || !counted()) return false;
    tally_.bytes += bytes.size();
    Content member;
    member.name = free_name(name);
    member.size = bytes.size();
    if (bytes.size() > limits_.file_bytes || tally_.bytes > limits_.total_bytes) {
        member.reason = "too_large";
        member.detail = std::to_string(bytes.size()) + " bytes";
    } else {
        member.bytes.assign(bytes.begin(), bytes.end());
    }
    out_.members.push_back(std::move(member));
    return true;
}

void Members::ignore(std::string_view name, std::uint64_t size, std::string reason) {
    if (!counted()) return;
    Content member;
    member.name = free_name(name);
    member.size = size;
    member.kind = Kind::ignored;
    member.media_type = "text/plain";
    member.reason = std::move(reason);
    out_.members.push_back(std::move(member));
}

void Members::stop(std::string reason, std::string detail) {
    out_.reason = std::move(reason);
    out_.detail = std::move(detail);
}

}  // namespace paraphe::intake
