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
    drop(bench.document(), "registered_on");
    EXPECT_EQ(bench.run("order_of_dates").reason, "not_both");
}

}  // namespace
}  // namespace paraphe::rules::testing
