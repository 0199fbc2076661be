#pragma once

#include "model/page.hpp"

#include <string>
#include <vector>

namespace paraphe {

/// An official form that a piece must follow, as nobody has filled it in yet.
struct Form {
    std::string piece;
    std::string path;                 ///< of its file
    std::string sha256;               ///< of its bytes; "" until they were read
    std::vector<PageReading> pages;   ///< empty until they were read

    friend bool operator==(const Form&, const Form&) = default;
};

}  // namespace paraphe
