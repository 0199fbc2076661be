#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(IsTrue, NotStatedIsNotDenied) {
    Bench bench{.piece = "cluster_membership", .parameters = {{"field", std::string{"paid"}}}};
    EXPECT_EQ(bench.run("is_true").reason, "ok");
    set(bench.document(), "paid", false);
    EXPECT_EQ(bench.run("is_true").reason, "not_so");
    drop(bench.document(), "paid");
    EXPECT_EQ(bench.run("is_true").reason, "unread");
}

}  // namespace
}  // namespace paraphe::rules::testing
