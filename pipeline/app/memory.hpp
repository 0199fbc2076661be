#pragma once

#include "app/install.hpp"
#include "model/result.hpp"
#include "reader/client.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace paraphe::app {

/// What decides how a page is read: the bytes of the reader's program and of its models.
[[nodiscard]] std::string reading_digest(const Installation& installation);

/// What decides how a dossier is understood: all that, and this program's own bytes.
[[nodiscard]] std::string program_digest(const Installation& installation);

/// A memory of readers' answers in `folder`, so that a file sent again is not read again. Errors: io.
[[nodiscard]] Result<reader::Memory> memory_in(const std::filesystem::path& folder, std::uint64_t bytes, const Installation& installation);

}  // namespace paraphe::app
