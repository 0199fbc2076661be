#pragma once

#include "model/result.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace paraphe::app {

/// Writes a file that only its owner may read (0600), whole or not at all: a temporary name beside it, then a rename.
/// Errors: io (no permission, no space, no such folder), with the path.
[[nodiscard]] Result<void> write_private(const std::filesystem::path& path, std::string_view bytes);

/// The same with other permissions, for what is not of candidates.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode);

/// Removes what a program killed while writing left behind, of the files whose name is `mine`.
void remove_unfinished(const std::filesystem::path& folder, const std::function<bool(const std::string& name)>& mine);

/// Makes a folder that only its owner may enter (0700), and its parents. Errors: io.
[[nodiscard]] Result<void> make_private_folder(const std::filesystem::path& path);

/// The whole file. Errors: not_found, too_large (above `limit` bytes).
[[nodiscard]] Result<std::string> read_whole(const std::filesystem::path& path, std::size_t limit = 256u << 20);

/// A private folder that vanishes with this object.
class TemporaryFolder {
public:
    /// Takes over a folder that is there.
    explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace paraphe::app
