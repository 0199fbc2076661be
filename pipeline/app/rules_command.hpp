#pragma once

#include <string>

namespace paraphe::app {

/// `paraphe rules check FILE`: 0, or 78 with every mistake told.
[[nodiscard]] int check_rulebook(const std::string& file);
/// `paraphe rules list`: the kinds of rules and their meaning.
[[nodiscard]] int list_rules();

}  // namespace paraphe::app
