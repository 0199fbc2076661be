#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(AmountsAgree, BothMustBeReadAndTheSame) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"words", std::string{"amount_in_words"}}, {"figures", std::string{"amount"}}}};
    EXPECT_EQ(bench.run("amounts_agree").reason, "ok");
    set(bench.document(), "amount_in_words", 300.0);
    EXPECT_EQ(bench.run("amounts_agree").reason, "differ");
    drop(bench.document(), "amount_in_words");
    EXPECT_EQ(bench.run("amounts_agree").reason, "unread");
}

}  // namespace
}  // namespace paraphe::rules::testing
