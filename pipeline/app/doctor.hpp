#pragma once

namespace paraphe::app {

/// Prints the state of the installation and of each protection; 0 when all is there.
[[nodiscard]] int doctor();

}  // namespace paraphe::app
