#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(BlanksFilled, TheBlanksLeftAreNamed) {
    Bench bench{.piece = "commitment_letter"};
    EXPECT_EQ(bench.run("blanks_filled").reason, "ok");
    find(bench.document(), "blanks_left", "nom, date");
    EXPECT_EQ(bench.run("blanks_filled").reason, "left");
    EXPECT_EQ(bench.run("blanks_filled").values.at("blanks").fr, "nom, date");
}

}  // namespace
}  // namespace paraphe::rules::testing
