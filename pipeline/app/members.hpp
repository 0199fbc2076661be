#pragma once

#include "app/pool.hpp"
#include "app/source.hpp"
#include "app/word.hpp"
#include "model/reading.hpp"
#include "reader/client.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe::app {

/// A member of the dossier while it is being read.
struct MemberState {
    reader::Member member;
    FileReading reading;                        ///< without pages until they are read
    std::vector<PageReading> pages;             ///< one for each page, also for those that could not be read
    std::vector<Picture> views;                 ///< grey, about 100 dpi, as a viewer shows them; empty where none
};

struct OpenedDossier {
    std::vector<MemberState> members;           ///< in the order of the report
    std::optional<std::string> mailed_on;
    int pages = 0;                              ///< of all members
};

/// Intake: the members of all files, attachments of PDFs and converted office files included. Never fails as a whole.
[[nodiscard]] OpenedDossier open_members(const Source& source, Pool& pool);

/// Stable reason code of a failure: "encrypted", "damaged", "crashed", ...
[[nodiscard]] Word reason_of(ErrorKind kind);

}  // namespace paraphe::app
