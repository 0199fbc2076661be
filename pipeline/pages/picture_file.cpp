#include "pages/picture_file.hpp"

#include "pages/exif.hpp"
#include "pages/jpeg_decoder.hpp"

#include <leptonica/allheaders.h>
#include <libheif/heif.h>
#include <opencv2/imgproc.hpp>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace paraphe::pages {
namespace {

enum class Format { unknown, jpeg, tiff, heif, other };

struct PixRelease {
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Pix = std::unique_ptr<PIX, PixRelease>;

Format format_of(std::span<const unsigned char> bytes) {
    setMsgSeverity(L_SEVERITY_NONE);
    if (bytes.size() < 16) return Format::unknown;
    const std::string_view head(reinterpret_cast<const char*>(bytes.data()), 16);
    if (head.starts_with("\xFF\xD8")) return Format::jpeg;
    if (head.substr(4, 4) == "ftyp" && heif_check_filetype(bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 64))) != heif_filetype_no)
        return Format::heif;
    l_int32 kind = IFF_UNKNOWN;
    if (findFileFormatBuffer(bytes.data(), &kind) != 0) return Format::unknown;
    switch (kind) {
        case IFF_TIFF: case IFF_TIFF_PACKBITS: case IFF_TIFF_RLE: case IFF_TIFF_G3: case IFF_TIFF_G4: case IFF_TIFF_LZW: case IFF_TIFF_ZIP:
        case IFF_TIFF_JPEG: return Format::tiff;
        case IFF_PNG: case IFF_BMP: case IFF_PNM: case IFF_GIF: case IFF_WEBP: case IFF_JP2: return Format::other;
        default: return Format::unknown;
    }
}

struct Header {
    double width = 0, height = 0;
    bool known = false;
};

/// Width and height without decoding. GIF and BMP are read by hand: Leptonica would decode them to know.
Header header_of(std::span<const unsigned char> bytes, Format format, int number) {
    const auto at = [&](std::size_t i) { return static_cast<double>(bytes[i]); };
    const std::string_view head(reinterpret_cast<const char*>(bytes.data()), 4);
    if (head.starts_with("GIF8")) return {at(6) + 256 * at(7), at(8) + 256 * at(9), true};
    if (head.starts_with("BM") && bytes.size() > 26) {
        const auto word = [&](std::size_t i) { return at(i) + 256 * (at(i + 1) + 256 * (at(i + 2) + 256 * at(i + 3))); };
        const double height = word(22);  // negative (above 2^31) when the rows begin at the top
        return {word(18), height > 2147483648.0 ? 4294967296.0 - height : height, true};
    }
    l_int32 w = 0, h = 0, bits = 0, samples = 0, resolution = 0, map = 0, kind = 0;
    const bool failed = format == Format::tiff
        ? readHeaderMemTiff(bytes.data(), bytes.size(), number - 1, &w, &h, &bits, &samples, &resolution, &map, &kind) != 0
        : pixReadHeaderMem(bytes.data(), bytes.size(), &kind, &w, &h, &bits, &samples, &map) != 0;
    return {static_cast<double>(w), static_cast<double>(h), !failed};
}

Raster raster_of(Pix pix) {
    Raster raster;
    raster.dpi = pixGetXRes(pix.get());
    raster.bilevel = pixGetDepth(pix.get()) == 1;
    if (pixGetColormap(pix.get()) != nullptr) pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
    if (pix && pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4) pix.reset(pixAlphaBlendUniform(pix.get(), 0xffffff00));
    if (pix && pixGetDepth(pix.get()) != 32) pix.reset(pixConvertTo8(pix.get(), 0));
    if (!pix) return raster;
    const int width = pixGetWidth(pix.get()), height = pixGetHeight(pix.get()), words = pixGetWpl(pix.get());
    const bool colour = pixGetDepth(pix.get()) == 32;
    raster.pixels.create(height, width, colour ? CV_8UC3 : CV_8UC1);
    for (int y = 0; y < height; ++y) {
        const l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * words;
        auto* out = raster.pixels.ptr(y);
        for (int x = 0; x < width; ++x) {
            if (!colour) {
                out[x] = static_cast<unsigned char>(GET_DATA_BYTE(line, x));
                continue;
            }
            out[3 * x] = static_cast<unsigned char>(line[x] >> L_RED_SHIFT);
            out[3 * x + 1] = static_cast<unsigned char>(line[x] >> L_GREEN_SHIFT);
            out[3 * x + 2] = static_cast<unsigned char>(line[x] >> L_BLUE_SHIFT);
        }
    }
    return raster;
}

Result<Raster> decode_by_leptonica(std::span<const unsigned char> bytes, Format format, int number, const Limits& limits) {
    const Header header = header_of(bytes, format, number);
    if (!header.known) return fail(ErrorKind::damaged, "the picture's header cannot be read");
    if (!limits.hold(header.width, header.height))
        return fail(ErrorKind::too_large, "a picture of " + std::to_string(header.width) + " x " + std::to_string(header.height) + " pixels");
    Pix pix(format == Format::tiff ? pixReadMemTiff(bytes.data(), bytes.size(), number - 1) : pixReadMem(bytes.data(), bytes.size()));
    if (!pix) return fail(ErrorKind::damaged, "the picture cannot be decoded");
    Raster raster = raster_of(std::move(pix));
    if (raster.pixels.empty()) return fail(ErrorKind::damaged, "the picture cannot be converted");
    return raster;
}

template <auto release>
struct Release {
    template <class T>
    void operator()(T* thing) const {
        release(const_cast<std::remove_const_t<T>*>(thing));
    }
};

/// libheif applies the file's own turns; EXIF is information only there.
Result<Raster> decode_heif(std::span<const unsigned char> bytes, const Limits& limits) {
    const std::unique_ptr<heif_context, Release<heif_context_free>> context(heif_context_alloc());
    if (heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(), nullptr).code != heif_error_Ok)
        return fail(ErrorKind::damaged, "the HEIF file cannot be opened");
    heif_image_handle* primary = nullptr;
    if (heif_context_get_primary_image_handle(context.get(), &primary).code != heif_error_Ok)
        return fail(ErrorKind::damaged, "the HEIF file holds no picture");
    const std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>> handle(primary);
    const double width = heif_image_handle_get_width(primary), height = heif_image_handle_get_height(primary);
    if (!limits.hold(width, height))
        return fail(ErrorKind::too_large, "a HEIF picture of " + std::to_string(width) + " x " + std::to_string(height) + " pixels");
    heif_image* decoded = nullptr;
    if (heif_decode_image(primary, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr).code != heif_error_Ok)
        return fail(ErrorKind::damaged, "the HEIF picture cannot be decoded");
    const std::unique_ptr<heif_image, Release<heif_image_release>> image(decoded);
    int stride = 0;
    const auto* plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const int columns = heif_image_get_width(decoded, heif_channel_interleaved), rows = heif_image_get_height(decoded, heif_channel_interleaved);
    if (plane == nullptr || columns < 1 || rows < 1) return fail(ErrorKind::damaged, "the HEIF picture is empty");
    Raster raster;
    raster.pixels = cv::Mat(rows, columns, CV_8UC3, const_cast<std::uint8_t*>(plane), static_cast<std::size_t>(stride)).clone();
    return raster;
}

/// EXIF orientations 1 to 8: mirrored or not, then turned.
cv::Mat as_viewed(const cv::Mat& pixels, int orientation) {
    cv::Mat result = pixels;
    if (orientation == 2 || orientation == 5 || orientation == 7 || orientation == 4) cv::flip(pixels, result, 1);
    if (orientation == 3 || orientation == 4) cv::rotate(result, result, cv::ROTATE_180);
    if (orientation == 6 || orientation == 7) cv::rotate(result, result, cv::ROTATE_90_CLOCKWISE);
    if (orientation == 8 || orientation == 5) cv::rotate(result, result, cv::ROTATE_90_COUNTERCLOCKWISE);
    return result;
}

}  // namespace

Result<int> count_pictures(std::span<const unsigned char> bytes, const Limits& limits) {
    if (bytes.empty()) return fail(ErrorKind::empty, "the file is empty");
    const Format format = format_of(bytes);
    if (format == Format::unknown) return fail(ErrorKind::unsupported, "no picture format that is read here");
    if (format != Format::tiff) return 1;
    int count = 0;
    while (count <= limits.pages && header_of(bytes, format, count + 1).known) ++count;
    if (count == 0) return fail(ErrorKind::damaged, "the TIFF holds no picture that can be read");
    if (count > limits.pages) return fail(ErrorKind::too_large, "a TIFF of more than " + std::to_string(limits.pages) + " pages");
    return count;
}

Result<Raster> decode_picture(std::span<const unsigned char> bytes, int number, const Limits& limits) {
    const Format format = format_of(bytes);
    auto raster = format == Format::jpeg   ? decode_jpeg(bytes, limits)
                  : format == Format::heif ? decode_heif(bytes, limits)
                                           : decode_by_leptonica(bytes, format, number, limits);
    if (!raster) return raster;
    if (format != Format::heif && format != Format::tiff) raster->pixels = as_viewed(raster->pixels, exif_orientation(bytes));
    if (!has_colour(raster->pixels)) raster->pixels = grey_of(raster->pixels);
    if (raster->dpi < 90 || raster->dpi > 1300) raster->dpi = 0;  // 72 and 96 are what programs write who do not know: see `paper_dpi`
    raster->one_picture = true;
    return raster;
}

}  // namespace paraphe::pages
