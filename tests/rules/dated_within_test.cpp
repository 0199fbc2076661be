#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(DatedWithin, TheLastDayCountsAndAMonthWithoutThatDayEndsIt) {
    Bench bench{.piece = "kbis", .parameters = {{"field", std::string{"issued_on"}}, {"months", 3.0}}};
    set(bench.document(), "issued_on", std::string{"2016-11-30"});
    bench.as_of = year{2017} / February / 28;
    EXPECT_EQ(bench.run("dated_within").reason, "ok");
    bench.as_of = year{2017} / March / 1;
    EXPECT_EQ(bench.run("dated_within").reason, "too_old");
}

TEST(DatedWithin, AnUnsureDateAsksForReviewAndShowsWhereToLook) {
    auto reading = clean_reading();
    set(of(reading, "kbis"), "issued_on", std::string{"2017-01-25"}, 0.62);
    const auto check = check_of(judged(reading), "kbis.age");
    EXPECT_EQ(check.outcome, Outcome::review);
    EXPECT_THAT(check.evidence, ::testing::ElementsAre(field_of(of(reading, "kbis"), "issued_on").chosen.place));
}

TEST(DatedWithin, APictureThatSaysAnotherDateIsToReview) {
    auto reading = clean_reading();
    field_of(of(reading, "kbis"), "issued_on").confirmed = false;
    EXPECT_EQ(check_of(judged(reading), "kbis.age").code, "kbis.age.picture_differs");
}

}  // namespace
}  // namespace paraphe::rules::testing
