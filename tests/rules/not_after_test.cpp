#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(NotAfter, TheDayItselfPassesTheNextIsToReview) {
    Bench bench{.piece = "commitment_letter", .parameters = {{"field", std::string{"signed_on"}}}};
    set(bench.document(), "signed_on", std::string{"2017-02-20"});
    EXPECT_EQ(bench.run("not_after").reason, "ok");
    set(bench.document(), "signed_on", std::string{"2017-02-21"});
    EXPECT_EQ(bench.run("not_after").reason, "later");
}

TEST(NotAfter, ADateThatWasNotReadIsUnreadNotAbsent) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"field", std::string{"drawn_on"}}, {"undated_finding", std::string{"undated"}}}};
    drop(bench.document(), "drawn_on");
    EXPECT_EQ(bench.run("not_after").reason, "unread");
    EXPECT_EQ(bench.run("not_after").outcome, Outcome::review);
    find(bench.document(), "undated");
    EXPECT_EQ(bench.run("not_after").reason, "undated");
}

TEST(NotAfter, ADateThatWasNotReadIsShownWhereItStands) {
    Bench bench{.piece = "commitment_letter", .parameters = {{"field", std::string{"signed_on"}}}};
    drop(bench.document(), "signed_on");
    const Place place{"letter.pdf", 1, {0.2, 0.7, 0.4, 0.03}};
    bench.document().slots.push_back({"signed_on", place, "Fait à", Ink::unsure, 0, {}});
    const auto ruling = bench.run("not_after");
    EXPECT_EQ(ruling.reason, "unread");
    ASSERT_EQ(ruling.evidence.size(), 1U);
    EXPECT_EQ(ruling.evidence.front(), place);
}

}  // namespace
}  // namespace paraphe::rules::testing
