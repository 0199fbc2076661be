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

}  // namespace
}  // namespace paraphe::rules::testing
