#pragma once

#include "intake/contents.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace paraphe::intake {

/// Gathers the members of a mail under distinct names and counts them against the limits.
class Members {
public:
    Members(const Limits& limits, Tally& tally) : limits_{limits}, tally_{tally} {}

    /// False when the limits are reached; the mail is then told as too large.
    bool add(std::string_view name, std::span<const unsigned char> bytes);
    /// A part that is not a file to read: the body, a signature. It counts, too: a mail may hold a million of them.
    void ignore(std::string_view name, std::uint64_t size, std::string reason);
    [[nodiscard]] bool full() const { return !out_.reason.empty(); }
    void stop(std::string reason, std::string detail);
    [[nodiscard]] Contents take() { return std::move(out_); }

private:
    bool counted();
    std::string free_name(std::string_view name);

    const Limits& limits_;
    Tally& tally_;
    std::set<std::string> taken_;
    Contents out_;
};

}  // namespace paraphe::intake
