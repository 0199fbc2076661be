#pragma once

namespace paraphe::app {

/// Parses the command line and runs the command; the exit status.
int run(int argc, char** argv);

}  // namespace paraphe::app
