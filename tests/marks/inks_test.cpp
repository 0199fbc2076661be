#include "marks/inks.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace paraphe::marks {
namespace {

const Box everywhere{0, 0, 1, 1};
const cv::Scalar blue(50, 70, 180), black(40, 40, 45);

Picture picture_of(const cv::Mat3b& image) { return {image.cols, image.rows, 3, 100, {image.datastart, image.dataend}}; }

/// Bars of a stamp and a stroke across them.
Picture stroke_over_a_stamp(const cv::Scalar& stamp, const cv::Scalar& pen) {
    cv::Mat3b image(160, 300, cv::Vec3b(240, 238, 235));
    for (int y = 40; y < 130; y += 20) cv::rectangle(image, {60, y, 180, 6}, stamp, cv::FILLED);
    cv::line(image, {70, 140}, {230, 30}, pen, 4);
    return picture_of(image);
}

int darkness_at(const Picture& picture, int x, int y) { return 255 - picture.pixels[static_cast<std::size_t>((y * picture.width + x) * 3 + 1)]; }

TEST(InksApart, TwoColoursAreTwoPictures) {
    const auto alone = inks_apart(stroke_over_a_stamp(blue, black), everywhere);
    ASSERT_EQ(alone.size(), 2U);
    // (200, 43) lies in a bar, (80, 133) on the stroke alone.
    const bool stamp_first = darkness_at(alone[0], 200, 43) > darkness_at(alone[1], 200, 43);
    const auto& stamp = alone[stamp_first ? 0 : 1];
    const auto& pen = alone[stamp_first ? 1 : 0];
    EXPECT_GT(darkness_at(stamp, 200, 43), 130);
    EXPECT_LT(darkness_at(stamp, 80, 133), 60);
    EXPECT_GT(darkness_at(pen, 80, 133), 130);
    EXPECT_LT(darkness_at(pen, 200, 43), 60);
}

TEST(InksApart, OneColourIsNotParted) { EXPECT_TRUE(inks_apart(stroke_over_a_stamp(blue, blue), everywhere).empty()); }

/// As a camera sees it, at 200 dpi.
Picture grainy(const cv::Scalar& stamp, const cv::Scalar& pen) {
    const Picture clean = stroke_over_a_stamp(stamp, pen);
    cv::Mat image(clean.height, clean.width, CV_8UC3, const_cast<std::uint8_t*>(clean.pixels.data())), large, grain;
    cv::resize(image, large, {}, 2, 2, cv::INTER_CUBIC);
    grain.create(large.size(), CV_16SC3);
    cv::RNG rng(3);
    rng.fill(grain, cv::RNG::NORMAL, 0, 9);
    cv::add(large, grain, large, cv::noArray(), CV_8UC3);
    Picture picture = picture_of(large);
    picture.dpi = 200;
    return picture;
}

TEST(InksApart, GrainHidesNoSecondInkAndMakesNone) {
    const cv::Scalar violet(130, 105, 150), pencil(95, 95, 98);
    EXPECT_EQ(inks_apart(grainy(violet, pencil), everywhere).size(), 2U);
    EXPECT_TRUE(inks_apart(grainy(violet, violet), everywhere).empty());
    EXPECT_TRUE(inks_apart(grainy(pencil, pencil), everywhere).empty());
}

TEST(InksApart, GreyPagesAndBarePaperAreNot) {
    EXPECT_TRUE(inks_apart({10, 10, 1, 100, std::vector<std::uint8_t>(100, 200)}, everywhere).empty());
    EXPECT_TRUE(inks_apart(picture_of(cv::Mat3b(160, 300, cv::Vec3b(240, 238, 235))), everywhere).empty());
}

TEST(InksApart, WhatLiesOutsideOfTheBoxStays) {
    const auto page = stroke_over_a_stamp(blue, black);
    for (const auto& alone : inks_apart(page, {0.2, 0.2, 0.6, 0.4})) EXPECT_EQ(darkness_at(alone, 80, 133), darkness_at(page, 80, 133));
}

}  // namespace
}  // namespace paraphe::marks
