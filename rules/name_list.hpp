#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paraphe::rules {

/// How well a list's name is said by a printed text: 1 when it stands in it as whole words (spaces, accents and a scanner's
/// confusions aside), else the likeness of the best run of words. Names of up to five letters only count when whole.
[[nodiscard]] double said(std::string_view printed, std::string_view name);

/// The best of several names.
[[nodiscard]] double said(std::string_view printed, const std::vector<std::string>& names);

}  // namespace paraphe::rules
