#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(DigitalSignatureSound, ABrokenOneIsToReviewAndOneThatCannotBeVerifiedIsNotBroken) {
    Bench bench{.piece = "kbis"};
    EXPECT_EQ(bench.run("digital_signature_sound").reason, "ok");
    bench.reading.files.front().facts.signatures.emplace_back();
    EXPECT_EQ(bench.run("digital_signature_sound").reason, "ok");
    bench.reading.files.front().facts.signatures.front().intact = false;
    EXPECT_EQ(bench.run("digital_signature_sound").reason, "broken");
}

}  // namespace
}  // namespace paraphe::rules::testing
