#pragma once

#include "app/members.hpp"
#include "app/pool.hpp"
#include "model/reading.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace paraphe::app {

/// Writes the page pictures (about 100 dpi) and the sharp crops of what a verdict may rest on into `folder`, and names them in
/// the reading. Regions that findings call private, and 2D-Doc codes, are blurred first. Errors: io.
[[nodiscard]] Result<void> write_pictures(OpenedDossier& dossier, Pool& pool, const std::filesystem::path& folder, Reading& reading);

}  // namespace paraphe::app
