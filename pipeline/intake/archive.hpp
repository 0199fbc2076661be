#pragma once

#include "intake/contents.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paraphe::intake {

/// The members of a zip, 7z, tar (and its compressions), rar, or of a lone compressed file, which has one. Counts what it unpacks
/// in `tally` and stops at the limits. Folders are no members.
[[nodiscard]] Contents unpack(std::span<const unsigned char> bytes, std::string_view name, const std::string& media_type,
                              const Limits& limits, Tally& tally);

/// The names of the first members of a zip, raw, without unpacking.
[[nodiscard]] std::vector<std::string> zip_names(std::span<const unsigned char> bytes, int at_most);

}  // namespace paraphe::intake
