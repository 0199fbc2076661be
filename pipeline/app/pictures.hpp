#pragma once

#include "app/members.hpp"
#include "app/pool.hpp"
#include "app/shelf.hpp"
#include "model/reading.hpp"

namespace paraphe::app {

/// Puts the page pictures (about 100 dpi) and the sharp crops of what a verdict may rest on into `pictures/`, and names them in
/// the reading. Regions that findings call private, and 2D-Doc codes, are blurred first. Errors: io.
[[nodiscard]] Result<void> write_pictures(OpenedDossier& dossier, Pool& pool, const Shelf& shelf, Reading& reading);

}  // namespace paraphe::app
