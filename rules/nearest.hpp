#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paraphe::rules {

/// The known name that is nearest to `wrong` by edit distance, or "" when none is near enough to be meant.
[[nodiscard]] std::string nearest(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace paraphe::rules
