#pragma once

#include "text/page_text.hpp"

#include <string_view>

namespace paraphe {

/// A page number as printed; 0 where there is none. `sure` is false for a lone figure, which may be anything.
struct PrintedNumber {
    int number = 0, total = 0;
    bool sure = false;
};

/// Reads "page 3/12", "3/12", "- 3 -", "p. 2 sur 3", "3" from a folded line of a page's head or foot.
[[nodiscard]] PrintedNumber number_in(std::string_view folded);

/// The number printed at the head or foot of a page.
[[nodiscard]] PrintedNumber printed_number(const PageText& page);

}  // namespace paraphe
