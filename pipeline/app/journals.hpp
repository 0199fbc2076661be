#pragma once

#include "app/inbox.hpp"
#include "store/journal.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace paraphe::app {

/// "journal" for the whole inbox, "journal-2-of-5" for a shard: the name of its file (.sqlite) and of its lock.
[[nodiscard]] std::string journal_name(const Shard& shard);

/// Opens the journal of this shard, and takes over what journals of another cut of the same inbox know. Errors: io, damaged.
[[nodiscard]] Result<store::Journal> open_journal(const std::filesystem::path& out, const Shard& shard);

/// All journals of an output folder, by name. Errors: not_found.
[[nodiscard]] Result<std::vector<std::filesystem::path>> journals_in(const std::filesystem::path& out);

/// Of each dossier the entry that was finished last: journals of an older cut of the inbox may lie beside. Errors: those of journals.
[[nodiscard]] Result<std::vector<store::Entry>> newest_entries(const std::filesystem::path& out);

}  // namespace paraphe::app
