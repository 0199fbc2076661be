#pragma once

#include "confirm/confirm.hpp"
#include "model/picture.hpp"

#include <string>
#include <vector>

namespace paraphe::confirm {

/// Bands of an upright page, as a viewer shows them, between lines that were read and with the ink of lines in them: a page's
/// layout analysis drops the lines of a form for its dots and rules. `view`: the page in grey. The tallest first.
[[nodiscard]] std::vector<Box> bands_left_out(const PageReading& page, const Picture& view);

/// Reads those bands again, each by itself, and puts what is surely print among the page's words. Text layers are left as they are.
void read_left_out(PageReading& page, const Picture& view, const std::string& path, const LookAgain& look);

}  // namespace paraphe::confirm
