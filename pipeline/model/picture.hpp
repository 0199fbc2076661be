#pragma once

#include <cstdint>
#include <vector>

namespace paraphe {

/// A picture in memory: rows from the top, no padding, one byte a channel; 1 channel is grey
/// (0 black, 255 white), 3 are red, green, blue. `dpi` is that of the paper; 0 when unknown.
struct Picture {
    int width = 0, height = 0, channels = 1;
    double dpi = 0;
    std::vector<std::uint8_t> pixels;  ///< width * height * channels bytes

    [[nodiscard]] bool empty() const { return pixels.empty(); }
    [[nodiscard]] bool consistent() const {
        return width > 0 && height > 0 && (channels == 1 || channels == 3) &&
               pixels.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
    }
};

}  // namespace paraphe
