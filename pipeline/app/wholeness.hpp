#pragma once

#include <filesystem>

namespace paraphe::app {

/// Whether a dossier in an inbox is all there. `unfinished`: somebody has a file of it open for writing, or an archive or PDF lacks
/// its end. `whole`: every file is closed and has its end. `unknown`: this file system cannot tell who writes (network shares).
enum class Wholeness { whole, unknown, unfinished };

/// Looks at the first and last bytes only. What is broken for good looks unfinished as well: the caller's patience decides.
[[nodiscard]] Wholeness wholeness(const std::filesystem::path& dossier);

}  // namespace paraphe::app
