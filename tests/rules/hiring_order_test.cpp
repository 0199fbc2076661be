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

}  // namespace
}  // namespace paraphe::rules::testing
