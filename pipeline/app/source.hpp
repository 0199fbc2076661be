#pragma once

#include "model/result.hpp"
#include "reader/client.hpp"

#include <optional>
#include <string>
#include <vector>

namespace paraphe::app {

/// A file of the dossier as it lies on disk: opened for reading, never changed.
struct SourceFile {
    std::string name;            ///< path inside the dossier
    reader::Descriptor bytes;
};

/// A dossier as it was handed over: one file, a folder, or several of them together.
struct Source {
    std::string name;            ///< shown in the report: the last part of the path
    std::vector<SourceFile> files;
    std::vector<std::string> unopened;       ///< files of a folder that could not be opened
    std::optional<std::string> deposited_on; ///< ISO date, from a file of that name at the top of a folder
};

/// Opens a dossier. Symbolic links inside a folder are not followed. Errors: not_found (the path itself cannot be opened).
[[nodiscard]] Result<Source> open_source(const std::vector<std::string>& paths);

/// SHA-256 in hex of the dossier: of the one file, or of the sorted list of names and digests of all. Errors: io.
[[nodiscard]] Result<std::string> digest(const Source& source);

}  // namespace paraphe::app
