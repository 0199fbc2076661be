#pragma once

#include "model/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace paraphe::app {

/// Which part of an inbox this program takes: dossiers whose name's hash falls on `index` of `count`.
struct Shard {
    int index = 1, count = 1;  ///< 1 <= index <= count
};

/// A dossier of an inbox: a file or a folder directly in it.
struct InboxItem {
    std::string name;
    std::filesystem::path path;
    /// Changes whenever a file of it grows, is renamed or is touched; equal twice over a while: whole.
    std::string signature;

    friend bool operator==(const InboxItem&, const InboxItem&) = default;
};

/// The dossiers of an inbox by name. Hidden names, `*.part`, `*.tmp`, `*.crdownload` and `~$*` are copies in progress and are left out;
/// so are links and devices. Errors: not_found; io (the listing broke off).
[[nodiscard]] Result<std::vector<InboxItem>> list_inbox(const std::filesystem::path& inbox, const Shard& shard);

/// The signature of a dossier as it lies there now; "" when it is gone.
[[nodiscard]] std::string signature_of(const std::filesystem::path& dossier);

/// The same answer on every machine and in every version: FNV-1a of the name, modulo count.
[[nodiscard]] bool belongs_to(const std::string& name, const Shard& shard);

}  // namespace paraphe::app
