#include "pages/raster.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace paraphe::pages {
namespace {

/// Black print at 200 dpi on paper of that colour, with a camera's noise.
cv::Mat printed_on(const cv::Scalar& paper) {
    cv::Mat page(800, 600, CV_8UC3, paper), noise(page.size(), CV_16SC3);
    for (int y = 60; y < 740; y += 30)
        for (int x = 60; x < 540; x += 14) cv::line(page, {x, y}, {x + 8, y + 14}, {30, 30, 32}, 2);
    cv::RNG rng(7);
    rng.fill(noise, cv::RNG::NORMAL, 0, 8);
    cv::add(page, noise, page, cv::noArray(), CV_8UC3);
    return page;
}

TEST(HasColour, BlackPrintOnTintedPaperHasNone) {
    EXPECT_FALSE(has_colour(printed_on({246, 245, 244})));
    EXPECT_FALSE(has_colour(printed_on({235, 228, 205})));
    EXPECT_FALSE(has_colour(cv::Mat(80, 80, CV_8UC1, 200)));
}

TEST(HasColour, APaleStampIsColour) {
    cv::Mat page = printed_on({240, 240, 240});
    cv::rectangle(page, {300, 500, 180, 80}, {185, 190, 225}, 3);
    EXPECT_TRUE(has_colour(page));
}

}  // namespace
}  // namespace paraphe::pages
