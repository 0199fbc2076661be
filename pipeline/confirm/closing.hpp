#pragma once

#include "model/document.hpp"

#include <algorithm>
#include <string>

namespace paraphe::confirm {

/// Where the part of the page begins in which a hand's words belong ("Fait à", "lu et approuvé"), as a part of its height; 1 on a page
/// that has no place for a signature. `rotation`: of the page, which is meant upright.
[[nodiscard]] inline double closing_begins(const Document& document, const std::string& path, int page, int rotation) {
    constexpr double above_signature = 0.15;
    double begins = 1;
    for (const auto& slot : document.slots)
        if (slot.purpose == "signature" && slot.place.path == path && slot.place.page == page) begins = std::min(begins, turned(slot.place.box, rotation).y - above_signature);
    return begins;
}

}  // namespace paraphe::confirm
