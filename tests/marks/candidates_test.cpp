#include "marks/candidates.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace paraphe::marks {
namespace {

/// A stroke of that darkness, and the net's map of it, somewhat broader.
double darkness_of_a_stroke(float value) {
    InkMaps maps;
    maps.dark = cv::Mat::zeros(936, 662, CV_32F);
    for (auto* m : {&maps.print, &maps.pen, &maps.stamp, &maps.trace}) *m = cv::Mat::zeros(468, 331, CV_32F);
    cv::line(maps.dark, {300, 500}, {400, 540}, value, 2);
    cv::line(maps.pen, {150, 250}, {200, 270}, 1, 3);
    const auto found = candidates(maps);
    return found.empty() ? -1 : darkness(maps, found.front());
}

TEST(Darkness, IsThatOfTheStrokesNotOfThePaperBetween) {
    EXPECT_NEAR(darkness_of_a_stroke(0.8F), 0.8, 0.01);
    EXPECT_NEAR(darkness_of_a_stroke(0.15F), 0.15, 0.01);
}

}  // namespace
}  // namespace paraphe::marks
