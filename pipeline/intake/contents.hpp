#pragma once

#include "intake/intake.hpp"

#include <string>
#include <vector>

namespace paraphe::intake {

/// A member of an archive or mail. Whole in `bytes` when `reason` is empty; else not to be opened.
struct Content {
    std::string name;        ///< UTF-8, normalised, distinct among its siblings
    Bytes bytes;
    std::uint64_t size = 0;
    Kind kind = Kind::unreadable;  ///< with a reason: ignored or unreadable
    std::string media_type;        ///< with a reason, when known
    std::string reason, detail;
};

/// What an archive or mail held. `reason` is set when it could not be read to its end.
struct Contents {
    std::vector<Content> members;
    std::string reason, detail;
    std::optional<std::string> mailed_on;
};

}  // namespace paraphe::intake
