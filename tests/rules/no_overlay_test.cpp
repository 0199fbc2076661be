#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(NoOverlay, OnlyWhatLiesOverAValueThatDecidesIsToReview) {
    Bench bench{.piece = "kbis", .parameters = {{"fields", std::vector<std::string>{"issued_on"}}, {"kinds", std::vector<std::string>{"white_box"}}}};
    auto& page = bench.reading.files.front().pages.front();
    page.overlays = {{"white_box", "", {0.7, 0.9, 0.1, 0.05}}};
    EXPECT_EQ(bench.run("no_overlay").reason, "ok");
    page.overlays.front().box = field_of(bench.document(), "issued_on").chosen.place.box;
    EXPECT_EQ(bench.run("no_overlay").reason, "over");
    page.overlays.front().kind = "hidden_text";
    EXPECT_EQ(bench.run("no_overlay").reason, "ok");
}

TEST(NoOverlay, ADayLaidOverThePictureIsToReviewWhereverTheDayThatCountsWasRead) {
    Bench bench{.piece = "kbis", .parameters = {{"fields", std::vector<std::string>{"issued_on"}}, {"kinds", std::vector<std::string>{"text_over_scan"}}}};
    for (auto& file : bench.reading.files)
        if (file.path == "kbis.pdf") file.pages.front().overlays = {{"text_over_scan", "13/12/2016", {0.5, 0.14, 0.06, 0.01}}};
    EXPECT_EQ(bench.run("no_overlay").reason, "over");
    for (auto& file : bench.reading.files)
        if (file.path == "kbis.pdf") file.pages.front().overlays = {{"text_over_scan", "13/12/2016", {0.5, 0.01, 0.06, 0.01}}, {"text_over_scan", "Boréal", {0.5, 0.5, 0.06, 0.01}}};
    EXPECT_EQ(bench.run("no_overlay").reason, "ok") << "a scanner's line, and no day";
}

}  // namespace
}  // namespace paraphe::rules::testing
