#include "pages/jpeg_decoder.hpp"

#include <csetjmp>
#include <cstddef>
#include <cstdio>  // jpeglib.h needs FILE

#include <jpeglib.h>

#include <jerror.h>

#include <string>

namespace paraphe::pages {
namespace {

constexpr double halved_from = 40e6;  // pixels: A4 at 600 dpi is 35 million

struct ErrorManager {
    jpeg_error_mgr base;
    std::jmp_buf jump;
    bool ended_early = false;
};

[[noreturn]] void give_up(j_common_ptr info) { std::longjmp(reinterpret_cast<ErrorManager*>(info->err)->jump, 1); }
void keep_silent(j_common_ptr) {}
void take_note(j_common_ptr info, int level) {
    if (level < 0 && info->err->msg_code == JWRN_JPEG_EOF) reinterpret_cast<ErrorManager*>(info->err)->ended_early = true;
}

/// C code between setjmp and longjmp: only trivial objects live here, the matrix belongs to the caller.
bool decode_into(std::span<const unsigned char> bytes, const Limits& limits, cv::Mat& pixels, double& dpi, bool& cut_short, bool& too_large) {
    jpeg_decompress_struct info;
    ErrorManager errors;
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = give_up;
    errors.base.output_message = keep_silent;
    errors.base.emit_message = take_note;
    if (setjmp(errors.jump) != 0) {
        jpeg_destroy_decompress(&info);
        cut_short = true;
        return !pixels.empty();
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, bytes.data(), bytes.size());
    jpeg_read_header(&info, TRUE);
    const double size = static_cast<double>(info.image_width) * info.image_height;
    too_large = !limits.hold(info.image_width, info.image_height);
    if (too_large) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    info.scale_num = 1;
    info.scale_denom = size > halved_from ? 2 : 1;
    const bool four = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
    info.out_color_space = four ? JCS_CMYK : info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    // JFIF density: 1 = dots per inch, 2 = per centimetre. 72 and below is a default that says nothing.
    if (info.saw_JFIF_marker && info.density_unit == 1) dpi = info.X_density;
    if (info.saw_JFIF_marker && info.density_unit == 2) dpi = info.X_density * 2.54;
    dpi /= info.scale_denom;
    jpeg_start_decompress(&info);
    pixels = cv::Mat(static_cast<int>(info.output_height), static_cast<int>(info.output_width), CV_8UC(info.output_components), cv::Scalar::all(128));
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels.ptr(static_cast<int>(info.output_scanline));
        jpeg_read_scanlines(&info, &row, 1);
    }
    cut_short = errors.ended_early;
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

/// Adobe writes CMYK inverted: 255 is no ink.
cv::Mat rgb_of_cmyk(const cv::Mat& cmyk) {
    cv::Mat rgb(cmyk.size(), CV_8UC3);
    for (int y = 0; y < cmyk.rows; ++y) {
        const auto* in = cmyk.ptr<cv::Vec4b>(y);
        auto* out = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < cmyk.cols; ++x)
            for (int c = 0; c < 3; ++c) out[x][c] = static_cast<unsigned char>(in[x][c] * in[x][3] / 255);
    }
    return rgb;
}

}  // namespace

Result<Raster> decode_jpeg(std::span<const unsigned char> bytes, const Limits& limits) {
    Raster raster;
    bool too_large = false;
    const bool decoded = decode_into(bytes, limits, raster.pixels, raster.dpi, raster.cut_short, too_large);
    if (too_large) return fail(ErrorKind::too_large, "a JPEG of more than " + std::to_string(limits.pixels) + " pixels, or " + std::to_string(limits.side) + " on a side");
    if (!decoded) return fail(ErrorKind::damaged, "the JPEG cannot be decoded");
    if (raster.pixels.channels() == 4) raster.pixels = rgb_of_cmyk(raster.pixels);
    return raster;
}

}  // namespace paraphe::pages
