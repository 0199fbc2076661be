#pragma once

#include "model/result.hpp"
#include "report/report.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace paraphe::app {

/// Where the files of a reading (`reading.json`, `pictures/...`) go while it is made, by their name in it. Errors: io.
using Shelf = std::function<Result<void>(const std::string& name, std::string_view bytes)>;
using FilesInMemory = std::map<std::string, std::string>;

/// A folder that is there and private. What lies on it outlives the program.
[[nodiscard]] Shelf shelf_in(std::filesystem::path folder);
/// Borrowed. Nothing of it is ever on disk, so that nothing is left however the program ends.
[[nodiscard]] Shelf shelf_in(FilesInMemory& files);

/// The pictures of a reading that was put there. A picture's name comes from a reading, which may have been tampered with: never a path.
[[nodiscard]] report::PictureOf pictures_on(std::filesystem::path folder);
[[nodiscard]] report::PictureOf pictures_on(const FilesInMemory& files);

}  // namespace paraphe::app
