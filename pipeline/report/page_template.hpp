#pragma once

#include <string_view>

namespace paraphe::report {

/// The report's page, for mustache. `{{name}}` is escaped; `{{{name}}}` stands only where html.cpp made the markup itself.
[[nodiscard]] std::string_view page_template();

/// Its style sheet: light and dark, phone, desktop and paper.
[[nodiscard]] std::string_view style_sheet();

}  // namespace paraphe::report
