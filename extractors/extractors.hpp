#pragma once

#include "model/extractor.hpp"

#include <span>

namespace paraphe::extractors {

/// Every extractor of the folder, in the order of their file names.
[[nodiscard]] std::span<const Extractor* const> all();

}  // namespace paraphe::extractors
