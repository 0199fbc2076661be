#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(AmountIs, ComparesToTheCent) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"field", std::string{"amount"}}}};
    EXPECT_EQ(bench.run("amount_is").reason, "ok");
    set(bench.document(), "amount", 400.01);
    const auto ruling = bench.run("amount_is");
    EXPECT_EQ(ruling.outcome, Outcome::fail);
    EXPECT_EQ(ruling.values.at("amount").fr, "400,01 €");
}

TEST(AmountIs, AnAmountThatWasNotReadIsToReview) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"field", std::string{"amount"}}}};
    drop(bench.document(), "amount");
    EXPECT_EQ(bench.run("amount_is").reason, "unread");
}

}  // namespace
}  // namespace paraphe::rules::testing
