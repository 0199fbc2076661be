#include "app/jpeg.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace paraphe::app {
namespace {

/// Averages one tile of each channel in place.
void flatten_tile(Picture& picture, int x0, int y0, int x1, int y1) {
    const auto channels = static_cast<std::size_t>(picture.channels);
    const auto at = [&](int x, int y) { return (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * channels; };
    for (std::size_t c = 0; c < channels; ++c) {
        long sum = 0;
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) sum += picture.pixels[at(x, y) + c];
        const auto mean = static_cast<std::uint8_t>(sum / std::max(1, (x1 - x0) * (y1 - y0)));
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) picture.pixels[at(x, y) + c] = mean;
    }
}

/// libjpeg ends the program on a picture that its format cannot hold.
bool encodable(const Picture& picture) { return picture.consistent() && picture.width <= JPEG_MAX_DIMENSION && picture.height <= JPEG_MAX_DIMENSION; }

}  // namespace

std::string encode_jpeg(const Picture& picture, int quality) {
    if (!encodable(picture)) return {};
    jpeg_compress_struct state{};
    jpeg_error_mgr errors{};
    state.err = jpeg_std_error(&errors);  // the picture is encodable: an error here is out of memory, and exits
    jpeg_create_compress(&state);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&state, &out, &size);
    state.image_width = static_cast<JDIMENSION>(picture.width);
    state.image_height = static_cast<JDIMENSION>(picture.height);
    state.input_components = picture.channels;
    state.in_color_space = picture.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&state);
    jpeg_set_quality(&state, quality, TRUE);
    jpeg_start_compress(&state, TRUE);
    const auto stride = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.channels);
    while (state.next_scanline < state.image_height) {
        auto* row = const_cast<JSAMPROW>(picture.pixels.data() + state.next_scanline * stride);  // libjpeg's API lacks const
        jpeg_write_scanlines(&state, &row, 1);
    }
    jpeg_finish_compress(&state);
    std::string bytes(reinterpret_cast<char*>(out), size);
    jpeg_destroy_compress(&state);
    std::free(out);
    return bytes;
}

Picture blurred(Picture picture, const std::vector<Box>& boxes) {
    if (!picture.consistent()) return picture;
    const int tile = std::max(4, static_cast<int>(std::lround((picture.dpi > 0 ? picture.dpi : 100) * 3.0 / 25.4)));  // 3 mm
    for (const auto& box : boxes) {
        const int x0 = std::clamp(static_cast<int>(box.x * picture.width), 0, picture.width);
        const int y0 = std::clamp(static_cast<int>(box.y * picture.height), 0, picture.height);
        const int x1 = std::clamp(static_cast<int>(std::ceil(box.right() * picture.width)), 0, picture.width);
        const int y1 = std::clamp(static_cast<int>(std::ceil(box.bottom() * picture.height)), 0, picture.height);
        for (int y = y0; y < y1; y += tile)
            for (int x = x0; x < x1; x += tile) flatten_tile(picture, x, y, std::min(x + tile, x1), std::min(y + tile, y1));
    }
    return picture;
}

}  // namespace paraphe::app
