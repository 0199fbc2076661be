#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(Legible, AnIllegiblePageIsToReviewABlankOneIsNot) {
    Bench bench{.piece = "brand_rules"};
    auto& page = bench.reading.files[3].pages.front();
    ASSERT_EQ(page.piece, "brand_rules");
    page.legible = false;
    EXPECT_EQ(bench.run("legible").reason, "illegible");
    page.problem = PageProblem::blank;
    EXPECT_EQ(bench.run("legible").reason, "ok");
}

TEST(Legible, ACutEdgeOnlyMattersWhereTheWholePageDoes) {
    Bench bench{.piece = "brand_rules"};
    bench.reading.files[3].pages.front().problem = PageProblem::cut_off;
    EXPECT_EQ(bench.run("legible").reason, "ok");
    bench.parameters["whole"] = true;
    EXPECT_EQ(bench.run("legible").reason, "cut_off");
}

}  // namespace
}  // namespace paraphe::rules::testing
