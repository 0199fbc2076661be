#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(HiringOrder, ARegisterByHandIsNotTranscribedAndPasses) {
    Bench bench{.piece = "staff_register"};
    EXPECT_EQ(bench.run("hiring_order").reason, "ok");
    set(bench.document(), "rows", std::vector<StaffRow>{{"A.", "", "2016-01-01", ""}, {"B.", "", "2015-01-01", ""}});
    EXPECT_EQ(bench.run("hiring_order").reason, "disordered");
    drop(bench.document(), "rows");
    EXPECT_EQ(bench.run("hiring_order").reason, "not_transcribed");
}

TEST(HiringOrder, DatesThatFallIntoOrderConfirmOneAnother) {
    Bench bench{.piece = "staff_register"};
    std::vector<StaffRow> rows;
    for (int year = 2005; year < 2015; ++year) rows.push_back({"A.", "", std::to_string(year) + "-01-01", ""});
    set(bench.document(), "rows", rows, 0.48);
    EXPECT_GT(bench.run("hiring_order").confidence, 0.8);
    rows.resize(2);
    set(bench.document(), "rows", rows, 0.48);
    EXPECT_LT(bench.run("hiring_order").confidence, 0.8);
}

}  // namespace
}  // namespace paraphe::rules::testing
