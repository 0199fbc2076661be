#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(BlanksFilled, TheBlanksLeftAreNamed) {
    Bench bench{.piece = "commitment_letter"};
    EXPECT_EQ(bench.run("blanks_filled").reason, "ok");
    find(bench.document(), "blanks_left", "nom, date");
    EXPECT_EQ(bench.run("blanks_filled").reason, "left");
    find(bench.document(), "blanks_left", "lieu");
    EXPECT_EQ(bench.run("blanks_filled").values.at("blanks").fr, "nom, date et lieu");
}

TEST(BlanksFilled, ABlankInWhichAHandWroteIsNone) {
    Bench bench{.piece = "commitment_letter"};
    find(bench.document(), "blanks_left", "nom", 0.2);
    EXPECT_EQ(bench.run("blanks_filled").reason, "ok");
}

}  // namespace
}  // namespace paraphe::rules::testing
