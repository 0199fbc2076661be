#pragma once

#include "model/picture.hpp"

#include <leptonica/allheaders.h>

#include <string>

namespace paraphe::tests {

/// A picture file as leptonica reads it: grey or RGB, dpi left at 0; empty when it cannot be read.
inline Picture load_picture(const std::string& path) {
    Picture out;
    Pix* read = pixRead(path.c_str());
    if (read == nullptr) return out;
    Pix* plain = pixRemoveColormap(read, REMOVE_CMAP_BASED_ON_SRC);
    pixDestroy(&read);
    Pix* pix = pixGetDepth(plain) == 32 ? pixClone(plain) : pixConvertTo8(plain, 0);
    pixDestroy(&plain);
    out.width = pixGetWidth(pix);
    out.height = pixGetHeight(pix);
    out.channels = pixGetDepth(pix) == 32 ? 3 : 1;
    out.pixels.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * static_cast<std::size_t>(out.channels));
    for (int y = 0; y < out.height; ++y) {
        l_uint32* line = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
        for (int x = 0; x < out.width; ++x) {
            if (out.channels == 1) {
                out.pixels.push_back(static_cast<std::uint8_t>(GET_DATA_BYTE(line, x)));
            } else {
                l_int32 r = 0, g = 0, b = 0;
                extractRGBValues(line[x], &r, &g, &b);
                for (const int v : {r, g, b}) out.pixels.push_back(static_cast<std::uint8_t>(v));
            }
        }
    }
    pixDestroy(&pix);
    return out;
}

}  // namespace paraphe::tests
