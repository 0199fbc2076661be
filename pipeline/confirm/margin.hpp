#pragma once

#include "model/box.hpp"

namespace paraphe::confirm {

/// Around a value's box, so that no letter is cut: fractions of the page.
constexpr double margin_x = 0.008, margin_y = 0.004;

[[nodiscard]] constexpr Box with_margin(const Box& box) { return grown(box, margin_x, margin_y); }

}  // namespace paraphe::confirm
