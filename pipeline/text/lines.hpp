#pragma once

#include "model/page.hpp"

#include <vector>

namespace paraphe::text {

/// Words of a page put into lines by where they stand. `rows`: lines from top to bottom, and from left to right
/// among those on one level. `level`: for each word, the height of its centre once the page's skew is taken out.
struct Lines {
    std::vector<Box> boxes;                        ///< of each word, upright
    std::vector<std::vector<std::size_t>> rows;    ///< indices into PageReading::words
    double slope = 0;                              ///< how far the text falls over the page's width (skew)
};

/// Lines are cut where the gap is wide (a column, a cell) and at ruled lines that stand between two words.
[[nodiscard]] Lines lines_of(const PageReading& page);

/// Width to height of the upright page; of A4 where its size is unknown.
[[nodiscard]] double aspect_of(const PageReading& page);

}  // namespace paraphe::text
