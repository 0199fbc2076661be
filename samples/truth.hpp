#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "samples/sheet.hpp"

namespace paraphe::samples {

/// What is true of a dossier, in the shape that scorers read.
using Json = nlohmann::ordered_json;

Json box_json(const Rect& fractions);
std::string sha256(std::string_view bytes);

}  // namespace paraphe::samples
