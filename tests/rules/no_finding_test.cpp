#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(NoFinding, TheWorstOfSeveralFindingsAnswers) {
    Bench bench{.piece = "kbis", .parameters = {{"codes", std::vector<std::string>{"procedure_open", "struck_off"}}}};
    EXPECT_EQ(bench.run("no_finding").reason, "ok");
    find(bench.document(), "procedure_open", "sauvegarde", 0.99);
    EXPECT_EQ(bench.run("no_finding").reason, "procedure_open");
    find(bench.document(), "struck_off", "2016", 0.95);
    EXPECT_EQ(bench.run("no_finding").reason, "struck_off");
    EXPECT_EQ(bench.run("no_finding").outcome, Outcome::fail);
}

TEST(NoFinding, AFaintSuspicionIsToReviewAndNoFailure) {
    auto reading = clean_reading();
    find(of(reading, "kbis"), "struck_off", "2016", 0.5);
    const auto check = check_of(judged(reading), "kbis.status");
    EXPECT_EQ(check.outcome, Outcome::review);
    EXPECT_EQ(check.code, "kbis.struck_off");
    EXPECT_THAT(check.message.fr, ::testing::StartsWith("À confirmer"));
}

}  // namespace
}  // namespace paraphe::rules::testing
