#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(OrderOfDates, OneAfterTheOtherOrWithinSoManyMonths) {
    Bench bench{.piece = "kbis", .parameters = {{"earlier", std::string{"kbis.registered_on"}}, {"later", std::string{"commitment_letter.signed_on"}}}};
    EXPECT_EQ(bench.run("order_of_dates").reason, "ok");
    set(bench.document(), "registered_on", std::string{"2017-02-02"});
    EXPECT_EQ(bench.run("order_of_dates").reason, "wrong");
    bench.parameters["within_months"] = 6.0;
    EXPECT_EQ(bench.run("order_of_dates").reason, "ok");
}

TEST(OrderOfDates, AnUnsureDateYearsAfterTheOtherIsSurelyAfterIt) {
    Bench bench{.piece = "kbis", .parameters = {{"earlier", std::string{"kbis.registered_on"}}, {"later", std::string{"commitment_letter.signed_on"}}}};
    set(bench.document(), "registered_on", std::string{"2009-05-04"}, 0.6);
    EXPECT_GE(bench.run("order_of_dates").confidence, 0.9);
    set(bench.document(), "registered_on", std::string{"2016-12-01"}, 0.6);
    EXPECT_LT(bench.run("order_of_dates").confidence, 0.9);
}

TEST(OrderOfDates, ADateThatWasNotReadIsToReview) {
    Bench bench{.piece = "kbis", .parameters = {{"earlier", std::string{"kbis.registered_on"}}, {"later", std::string{"commitment_letter.signed_on"}}}};
    drop(bench.document(), "registered_on");
    EXPECT_EQ(bench.run("order_of_dates").outcome, Outcome::review);
    EXPECT_EQ(bench.run("order_of_dates").reason, "unread");
}

TEST(OrderOfDates, AnUnreadDateIsBoundByOneThatItCannotComeAfter) {
    Bench bench{.piece = "kbis", .parameters = {{"earlier", std::string{"kbis.registered_on"}}, {"later", std::string{"commitment_letter.signed_on"}}, {"no_later_than", std::vector<std::string>{"kbis.issued_on"}}}};
    drop(bench.document(), "registered_on");
    set(of(bench.reading, "commitment_letter"), "signed_on", std::string{"2017-02-01"});
    set(bench.document(), "issued_on", std::string{"2017-01-20"});
    EXPECT_EQ(bench.run("order_of_dates").reason, "bounded");
    set(bench.document(), "issued_on", std::string{"2017-02-03"});
    EXPECT_EQ(bench.run("order_of_dates").reason, "unread") << "the company may be younger than the letter";
    set(bench.document(), "issued_on", std::string{"2017-01-20"}, 0.5);
    EXPECT_EQ(bench.run("order_of_dates").reason, "unread");
}

TEST(OrderOfDates, WhereReadOnlyTwoDatesThatWereReadContradict) {
    Bench bench{.piece = "kbis", .parameters = {{"earlier", std::string{"kbis.issued_on"}}, {"later", std::string{"kbis.printed_on"}}, {"where_read", true}}};
    set(bench.document(), "issued_on", std::string{"2017-01-20"});
    set(bench.document(), "printed_on", std::string{"2014-07-24"});
    EXPECT_EQ(bench.run("order_of_dates").reason, "wrong");
    set(bench.document(), "printed_on", std::string{"2014-07-24"}, 0.4);
    EXPECT_EQ(bench.run("order_of_dates").outcome, Outcome::pass);
    drop(bench.document(), "printed_on");
    EXPECT_EQ(bench.run("order_of_dates").outcome, Outcome::pass);
}

}  // namespace
}  // namespace paraphe::rules::testing
