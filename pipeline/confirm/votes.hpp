#pragma once

#include "model/document.hpp"

#include <map>
#include <optional>
#include <string>

namespace paraphe::confirm {

/// How several readings of one place stand to each other.
struct Tally {
    Value value;
    int votes = 0;     ///< for it
    int exact = 0;     ///< of them, those with every sign as it must stand
    int against = 0;   ///< for its strongest rival
};

/// Counts readings by value.
class Votes {
public:
    void add(const Value& value, bool exact, int weight = 1);
    /// The value that most readings say; nothing when there is none or two are level.
    [[nodiscard]] std::optional<Tally> winner() const;

private:
    std::map<std::string, Tally> of_;
};

/// What a tally of sums or names is worth as a confidence: one reading alone is doubt; two that agree against none, or three
/// against one, may pass.
[[nodiscard]] double worth(const Tally& tally);
/// The same for days, whose misreadings are days, too: three must agree and none may object.
[[nodiscard]] double worth_of_day(const Tally& tally);

}  // namespace paraphe::confirm
