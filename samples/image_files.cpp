#include "samples/image_files.hpp"

#include <cstdio>  // jpeglib.h needs it before

#include <jpeglib.h>
#include <png.h>

#include <cstdlib>
#include <stdexcept>

namespace paraphe::samples {

std::string jpeg(const cv::Mat& pixels, int quality, int dpi) {
    jpeg_compress_struct work{};
    jpeg_error_mgr errors{};
    work.err = jpeg_std_error(&errors);
    jpeg_create_compress(&work);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&work, &out, &size);
    const bool colour = pixels.channels() == 3;
    work.image_width = static_cast<JDIMENSION>(pixels.cols);
    work.image_height = static_cast<JDIMENSION>(pixels.rows);
    work.input_components = colour ? 3 : 1;
    work.in_color_space = colour ? JCS_EXT_BGR : JCS_GRAYSCALE;
    jpeg_set_defaults(&work);
    work.density_unit = 1;
    work.X_density = static_cast<UINT16>(dpi);
    work.Y_density = static_cast<UINT16>(dpi);
    jpeg_set_quality(&work, quality, TRUE);
    jpeg_start_compress(&work, TRUE);
    while (work.next_scanline < work.image_height) {
        JSAMPROW row = const_cast<unsigned char*>(pixels.ptr(static_cast<int>(work.next_scanline)));
        jpeg_write_scanlines(&work, &row, 1);
    }
    jpeg_finish_compress(&work);
    jpeg_destroy_compress(&work);
    std::string bytes(reinterpret_cast<const char*>(out), size);
    std::free(out);
    return bytes;
}

std::string png(const cv::Mat& pixels, int dpi) {
    std::string bytes;
    png_structp work = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(work);
    png_set_write_fn(
        work, &bytes, [](png_structp p, png_bytep data, png_size_t length) { static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<const char*>(data), length); },
        [](png_structp) {});
    const bool colour = pixels.channels() == 3;
    png_set_IHDR(work, info, static_cast<png_uint_32>(pixels.cols), static_cast<png_uint_32>(pixels.rows), 8, colour ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto per_metre = static_cast<png_uint_32>(dpi / 0.0254);
    png_set_pHYs(work, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(work, 4);
    png_write_info(work, info);
    if (colour) png_set_bgr(work);
    for (int y = 0; y < pixels.rows; ++y) png_write_row(work, pixels.ptr(y));
    png_write_end(work, nullptr);
    png_destroy_write_struct(&work, &info);
    return bytes;
}

std::string packed_bits(const cv::Mat& pixels) {
    std::string bits;
    const int bytes = (pixels.cols + 7) / 8;
    bits.reserve(static_cast<std::size_t>(bytes * pixels.rows));
    for (int y = 0; y < pixels.rows; ++y) {
        const unsigned char* row = pixels.ptr(y);
        for (int b = 0; b < bytes; ++b) {
            unsigned value = 0;
            for (int i = 0; i < 8; ++i) {
                const int x = b * 8 + i;
                value = (value << 1) | (x >= pixels.cols || row[x] > 127 ? 1U : 0U);
            }
            bits += static_cast<char>(value);
        }
    }
    return bits;
}

}  // namespace paraphe::samples
