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

}  // namespace
}  // namespace paraphe::rules::testing
