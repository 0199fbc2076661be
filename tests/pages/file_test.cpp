#include "drawn.hpp"

#include <gmock/gmock.h>
#include <leptonica/allheaders.h>

#include <array>
#include <string_view>

namespace paraphe {
namespace {

using namespace drawn;

ErrorKind error_of(const Bytes& bytes, const Limits& limits = {}) {
    const auto file = pages::File::open(bytes, "", limits);
    if (!file) return file.error().kind;
    const auto page = file->page(1);
    return page ? ErrorKind::internal : page.error().kind;
}

PIX* pix_of(const Picture& picture) {
    PIX* pix = pixCreate(picture.width, picture.height, 8);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            pixSetPixel(pix, x, y, picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)]);
    pixSetResolution(pix, static_cast<int>(picture.dpi), static_cast<int>(picture.dpi));
    return pix;
}

Bytes written(const Picture& picture, int format) {
    PIX* pix = pix_of(picture);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    pixWriteMem(&data, &size, pix, format);
    Bytes bytes(data, data + size);
    lept_free(data);
    pixDestroy(&pix);
    return bytes;
}

TEST(File, RefusesWhatItCannotReadAndSaysWhy) {
    EXPECT_EQ(error_of({}), ErrorKind::empty);
    EXPECT_EQ(error_of(Bytes(4000, 'x')), ErrorKind::unsupported);
    const std::string_view torn = "%PDF-1.7\nnothing that follows";
    EXPECT_EQ(error_of({torn.begin(), torn.end()}), ErrorKind::damaged);
}

TEST(File, APageOfTooManyPixelsIsRefusedBeforeItIsDrawn) {
    Pdf pdf;
    pdf.width = pdf.height = 14400;
    EXPECT_EQ(error_of(pdf.bytes()), ErrorKind::too_large);
    Limits small;
    small.pixels = 1000;
    EXPECT_EQ(error_of(written(french_picture(), IFF_PNG), small), ErrorKind::too_large);
}

TEST(File, ReadsJpegPngTiffWebpAndJpeg2000Alike) {
    const Picture picture = french_picture(0.8, 0.9);
    for (const int format : {IFF_JFIF_JPEG, IFF_PNG, IFF_TIFF_LZW, IFF_WEBP, IFF_JP2}) {
        const auto page = first_page(written(picture, format));
        EXPECT_EQ(page.rotation, 0) << "format " << format;
        EXPECT_NEAR(page.flat.dpi, 200, 2) << "format " << format;
        EXPECT_NEAR(black_square(page.flat).centre_x(), 0.8 + 10.0 / picture.width, 0.003) << "format " << format;
    }
}

TEST(File, AJpegIsTurnedAsItsExifSays) {
    const Picture upright = french_picture(0.8, 0.9);
    Bytes bytes = written(quarter_turned(upright, 270), IFF_JFIF_JPEG);
    static constexpr std::array<unsigned char, 36> exif{0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                                                        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};  // orientation 6: turn clockwise
    bytes.insert(bytes.begin() + 2, exif.begin(), exif.end());
    const auto page = first_page(bytes);
    EXPECT_EQ(page.rotation, 0);
    EXPECT_GT(page.height_mm, page.width_mm);
    EXPECT_NEAR(black_square(page.flat).centre_y(), 0.9 + 10.0 / upright.height, 0.003);
}

TEST(File, AJpegCutShortIsReadAndSaidToBe) {
    Bytes bytes = written(french_picture(), IFF_JFIF_JPEG);
    bytes.resize(bytes.size() / 2);
    const auto page = first_page(bytes);
    EXPECT_EQ(page.problem, PageProblem::cut_off);
    EXPECT_FALSE(page.legible);
}

TEST(File, ATiffOfTwoPagesHasTwo) {
    PIXA* pages = pixaCreate(2);
    pixaAddPix(pages, pix_of(french_picture(0.8, 0.9)), L_INSERT);
    pixaAddPix(pages, pix_of(french_picture(0.2, 0.9)), L_INSERT);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    ASSERT_EQ(pixaWriteMemMultipageTiff(&data, &size, pages), 0);
    const Bytes bytes(data, data + size);
    lept_free(data);
    pixaDestroy(&pages);
    const auto file = pages::File::open(bytes, "image/tiff", Limits{});
    ASSERT_TRUE(file);
    ASSERT_EQ(file->page_count(), 2);
    const auto second = file->page(2);
    ASSERT_TRUE(second);
    EXPECT_NEAR(black_square(second->flat).x, 0.2, 0.003);
}

TEST(File, ScansKeepTheirOwnResolution) {
    Picture scan = french_picture();
    scan.dpi = 150;  // the same pixels on a larger sheet
    const auto page = first_page(scan_of(scan).bytes());
    EXPECT_NEAR(page.flat.dpi, 150, 1);
    EXPECT_NEAR(page.flat.width, scan.width, 2);
}

TEST(Facts, RevisionsCountTheUpdates) {
    Bytes bytes = Pdf{}.bytes();
    const std::string_view update = "7 0 obj\n<< >>\nendobj\nxref\n0 0\ntrailer << /Size 8 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n";
    bytes.insert(bytes.end(), update.begin(), update.end());
    const auto file = pages::File::open(bytes, "", Limits{});
    ASSERT_TRUE(file);
    EXPECT_EQ(file->facts().revisions, 2);
}

}  // namespace
}  // namespace paraphe
