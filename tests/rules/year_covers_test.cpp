#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(YearCovers, TheYearBeforeIsToReviewInTheFirstMonthsThenExpired) {
    Bench bench{.piece = "cluster_membership", .parameters = {{"field", std::string{"year"}}, {"grace_months", 3.0}}};
    set(bench.document(), "year", std::string{"2016"});
    EXPECT_EQ(bench.run("year_covers").reason, "previous");
    bench.as_of = year{2017} / April / 1;
    EXPECT_EQ(bench.run("year_covers").reason, "expired");
    bench.as_of = year{2016} / December / 31;
    EXPECT_EQ(bench.run("year_covers").reason, "ok");
    bench.as_of = year{2015} / December / 31;
    EXPECT_EQ(bench.run("year_covers").reason, "future");
}

}  // namespace
}  // namespace paraphe::rules::testing
