#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(CoversDate, FirstAndLastDayAreCovered) {
    Bench bench{.piece = "liability_insurance"};
    bench.as_of = year{2017} / January / 1;
    EXPECT_EQ(bench.run("covers_date").reason, "ok");
    bench.as_of = year{2017} / December / 31;
    EXPECT_EQ(bench.run("covers_date").reason, "ok");
    bench.as_of = year{2018} / January / 1;
    EXPECT_EQ(bench.run("covers_date").reason, "expired");
    bench.as_of = year{2016} / December / 31;
    EXPECT_EQ(bench.run("covers_date").reason, "not_yet");
}

TEST(CoversDate, TacitRenewalHoldsForAYearFromTheDayOfIssue) {
    Bench bench{.piece = "liability_insurance"};
    drop(bench.document(), "valid_to");
    EXPECT_EQ(bench.run("covers_date").reason, "renewed");
    bench.as_of = year{2018} / January / 5;
    EXPECT_EQ(bench.run("covers_date").reason, "no_period");
}

TEST(CoversDate, AnEndThatThePictureContradictsIsNoPeriodWithoutEnd) {
    Bench bench{.piece = "liability_insurance"};
    field_of(bench.document(), "valid_to").confirmed = false;
    EXPECT_EQ(bench.run("covers_date").reason, "picture_differs");
}

}  // namespace
}  // namespace paraphe::rules::testing
