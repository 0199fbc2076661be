#include "pages/exif.hpp"

#include <libexif/exif-data.h>

#include <cstring>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace paraphe::pages {
namespace {

std::size_t number_at(std::span<const unsigned char> bytes, std::size_t at, bool big_endian) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value |= static_cast<std::size_t>(bytes[at + (big_endian ? 3 - i : i)]) << (8 * i);
    return value;
}

/// The content of the first chunk of that name; chunks of PNG (length, name, data, check) or RIFF (name, length, data, even).
std::span<const unsigned char> chunk(std::span<const unsigned char> bytes, std::size_t from, std::string_view name, bool png) {
    for (std::size_t at = from; at + 8 <= bytes.size();) {
        const std::size_t length = number_at(bytes, png ? at : at + 4, png);
        const std::size_t begin = at + 8;
        if (length > bytes.size() - begin) return {};
        if (std::memcmp(bytes.data() + (png ? at + 4 : at), name.data(), 4) == 0) return bytes.subspan(begin, length);
        at = begin + length + (png ? 4 : length % 2);
    }
    return {};
}

/// What libexif reads: a whole JPEG, or "Exif\0\0" and a TIFF block.
std::vector<unsigned char> block_of(std::span<const unsigned char> bytes) {
    if (bytes.size() > 12 && bytes[0] == 0xFF && bytes[1] == 0xD8) return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(bytes.size(), 256 << 10))};
    std::span<const unsigned char> block;
    if (bytes.size() > 16 && std::memcmp(bytes.data() + 1, "PNG", 3) == 0) block = chunk(bytes, 8, "eXIf", true);
    if (bytes.size() > 16 && std::memcmp(bytes.data() + 8, "WEBP", 4) == 0) block = chunk(bytes, 12, "EXIF", false);
    if (block.empty() || block.size() > (64u << 10)) return {};
    std::vector<unsigned char> result{'E', 'x', 'i', 'f', 0, 0};
    if (block.size() > 6 && std::memcmp(block.data(), "Exif", 4) == 0) block = block.subspan(6);
    result.insert(result.end(), block.begin(), block.end());
    return result;
}

struct Unreference {
    void operator()(ExifData* data) const { exif_data_unref(data); }
};

}  // namespace

int exif_orientation(std::span<const unsigned char> bytes) {
    const auto block = block_of(bytes);
    if (block.empty()) return 1;
    const std::unique_ptr<ExifData, Unreference> data(exif_data_new_from_data(block.data(), static_cast<unsigned>(block.size())));
    if (!data) return 1;
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
    const int value = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return value >= 1 && value <= 8 ? value : 1;
}

}  // namespace paraphe::pages
