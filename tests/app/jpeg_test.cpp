#include "app/jpeg.hpp"

#include <gtest/gtest.h>

namespace paraphe::app {
namespace {

Picture chequered(int side) {
    Picture picture{side, side, 1, 100, {}};
    for (int i = 0; i < side * side; ++i) picture.pixels.push_back((i % side + i / side) % 2 ? 255 : 0);
    return picture;
}

TEST(Blurred, WhatStoodInTheBoxIsGoneAndTheRestIsUntouched) {
    const auto before = chequered(100);
    const auto after = blurred(before, {{0.2, 0.2, 0.4, 0.4}});
    const auto at = [](const Picture& p, int x, int y) { return p.pixels[static_cast<std::size_t>(y * p.width + x)]; };
    EXPECT_EQ(at(after, 10, 10), at(before, 10, 10));
    EXPECT_EQ(at(after, 30, 30), at(after, 31, 30));
    EXPECT_NE(at(before, 30, 30), at(before, 31, 30));
}

TEST(EncodeJpeg, GivesAWholeJpegFile) {
    const auto bytes = encode_jpeg(chequered(64));
    ASSERT_GT(bytes.size(), 100u);
    EXPECT_EQ(bytes.substr(0, 2), "\xFF\xD8");
    EXPECT_EQ(bytes.substr(bytes.size() - 2), "\xFF\xD9");
}

TEST(EncodeJpeg, RefusesAPictureWhosePixelsDoNotFitItsSize) {
    auto picture = chequered(64);
    picture.height = 6400;
    EXPECT_EQ(encode_jpeg(picture), "");
}

TEST(EncodeJpeg, RefusesAPictureLongerThanTheFormatAllows) {
    EXPECT_EQ(encode_jpeg({70'000, 1, 1, 100, std::vector<std::uint8_t>(70'000)}), "");
}

}  // namespace
}  // namespace paraphe::app
