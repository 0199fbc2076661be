#pragma once

#include <filesystem>

namespace paraphe::app {

/// Where the parts of an installation lie: beside the program (a build folder) or under its prefix.
struct Installation {
    std::filesystem::path reader;     ///< paraphe-reader
    std::filesystem::path models;
    std::filesystem::path rulebook;   ///< the shipped enr.toml
};

[[nodiscard]] Installation find_installation();

}  // namespace paraphe::app
