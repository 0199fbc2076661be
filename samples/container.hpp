#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "samples/calendar.hpp"

namespace paraphe::samples {

struct FileBytes {
    std::string path;
    std::string bytes;
};

/// container: zip, 7z, tar.gz, folder. Writes below `out` and returns the dossier's path relative to it. Throws std::runtime_error.
std::string write_dossier(const std::filesystem::path& out, const std::string& name, std::string_view container, const std::vector<FileBytes>& files, Date dated);

}  // namespace paraphe::samples
