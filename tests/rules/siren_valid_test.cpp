#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(SirenValid, TheKeyMustHold) {
    Bench bench{.piece = "kbis", .parameters = {{"field", std::string{"siren"}}}};
    EXPECT_EQ(bench.run("siren_valid").reason, "ok");
    set(bench.document(), "siren", std::string{"123456789"});
    EXPECT_EQ(bench.run("siren_valid").reason, "invalid");
    EXPECT_EQ(bench.run("siren_valid").values.at("found").fr, "123 456 789");
}

}  // namespace
}  // namespace paraphe::rules::testing
