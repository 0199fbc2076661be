#include "drawn.hpp"

#include <BitMatrix.h>
#include <MultiFormatWriter.h>
#include <gmock/gmock.h>

#include <cmath>

namespace paraphe {
namespace {

using namespace drawn;

/// A 2D-Doc of an invoice, as an issuer writes it: with separators, and a signature in its form.
std::string two_d_doc() { return "DC04FR000001123F16360101FR26FR247500010EXEMPLE SAS\x1d" "1D400,00\x1d\x1f" + std::string(103, 'K'); }

/// The picture with a DataMatrix of half a millimetre a module, its corner at (x, y) pixels; `box` gets its place.
Picture with_datamatrix(Picture picture, int x, int y, const std::string& text, Box& box) {
    const auto modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::DataMatrix).setMargin(0).encode(text, 0, 0);
    const int module = static_cast<int>(std::lround(picture.dpi * 0.5 / 25.4)), quiet = 2;
    for (int row = -quiet * module; row < (modules.height() + quiet) * module; ++row)
        for (int column = -quiet * module; column < (modules.width() + quiet) * module; ++column) {
            const bool inside = row >= 0 && column >= 0 && row < modules.height() * module && column < modules.width() * module;
            const bool dark = inside && modules.get(column / module, row / module);
            picture.pixels[static_cast<std::size_t>(y + row) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x + column)] = dark ? 0 : 255;
        }
    const double width = picture.width, height = picture.height;
    box = {x / width, y / height, modules.width() * module / width, modules.height() * module / height};
    return picture;
}

class Codes : public testing::TestWithParam<int> {};

TEST_P(Codes, ADataMatrixIsReadWithItsSeparatorsWhereTheViewerShowsIt) {
    Box upright;
    const Picture picture = with_datamatrix(french_picture(), 1300, 100, two_d_doc(), upright);
    const auto page = first_page(scan_of(GetParam() == 0 ? picture : quarter_turned(picture, GetParam())).bytes());
    ASSERT_EQ(page.codes.size(), 1u);
    EXPECT_EQ(page.codes.front().kind, "datamatrix");
    EXPECT_EQ(page.codes.front().text, two_d_doc());
    EXPECT_GT(iou(page.codes.front().box, turned(upright, GetParam())), 0.9);
}

INSTANTIATE_TEST_SUITE_P(HoweverThePageWasFed, Codes, testing::Values(0, 90, 180, 270));

}  // namespace
}  // namespace paraphe
