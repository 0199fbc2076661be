#pragma once

#include "app/shelf.hpp"
#include "app/source.hpp"
#include "confirm/recognise.hpp"
#include "model/expectations.hpp"
#include "model/reading.hpp"
#include "model/result.hpp"
#include "reader/client.hpp"

#include <functional>
#include <map>
#include <string>

namespace paraphe::app {

/// Seconds by stage, summed over the readers (so they can exceed the wall time).
using Timings = std::map<std::string, double>;

struct ReadOptions {
    int jobs = 1;
    Expectations expectations;
    std::string expectations_hash;
    Shelf shelf;                     ///< takes `reading.json` and `pictures/`
    std::function<void(int done, int all)> progress{};   ///< pages; may be empty
    /// Who the candidate is by what was read so far, to look for it in the other pieces; may be empty.
    std::function<confirm::Known(const Reading&)> known{};
    double seconds = 0;              ///< for the whole dossier: pages not begun by then stay unread; 0 = no limit
    std::function<bool()> stop{};    ///< asked again and again: true = give up, with an error; may be empty
};

/// Reads a whole dossier: what is there, without judging it. One bad file costs that file only. Puts
/// `reading.json` and `pictures/` on the shelf. Errors: io (the shelf), internal (no reader can be started).
[[nodiscard]] Result<Reading> read_dossier(const Source& source, reader::Server& server, const ReadOptions& options, Timings& timings);

}  // namespace paraphe::app
