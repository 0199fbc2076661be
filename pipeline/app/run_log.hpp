#pragma once

#include "app/word.hpp"
#include "model/result.hpp"
#include "reader/client.hpp"
#include "report/report.hpp"
#include "store/journal.hpp"

#include <mutex>
#include <string>
#include <string_view>

namespace paraphe::app {

enum class LogFormat { text, json };

/// How a dossier of an inbox was dealt with.
enum class How {
    unchanged,   ///< the journal says that exactly this was done, and the reports are there
    from_cache,  ///< judged anew from the kept reading
    read,        ///< read and judged
    left,        ///< nothing was done: it vanished, changed or is unfinished, or we were asked to stop
    failed,      ///< no report could be made; the entry says why
};
[[nodiscard]] Word name_of(How how);

struct Processed {
    store::Entry entry;
    How how = How::left;
    Word reason;               ///< of left and failed
    double seconds = 0;
    long pages = 0;
};

/// What a batch or watch tells on stderr while it runs. In JSON, for collectors of logs: one object a line, and nothing of the candidate,
/// not even a file name: the fields are of types that cannot hold it. The dossier is named by the first digits of its SHA-256, which
/// summary.jsonl holds too.
class RunLog {
public:
    RunLog(LogFormat format, report::Language language) : format_(format), language_(language) {}

    void started(Word command, std::size_t dossiers);
    /// `all` = 0: how many there will be is not known.
    void finished(const std::string& name, const Processed& what, std::size_t done, std::size_t all);
    void ended(Word command, bool asked_to_stop, int exit_status);
    void problem(const Error& error);
    /// A protection of readers that this machine lacks.
    void unprotected(const reader::Protection& protection);

private:
    const LogFormat format_;
    const report::Language language_;
    std::mutex lock_;
};

}  // namespace paraphe::app
