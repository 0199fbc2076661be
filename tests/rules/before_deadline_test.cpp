#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(BeforeDeadline, TheShippedRulebookSetsNoneSoTheRuleDoesNotRun) {
    const auto judgement = judged(clean_reading());
    for (const auto& check : judgement.checks) EXPECT_NE(check.id, "dossier.deadline");
}

TEST(BeforeDeadline, TheDayItselfIsInTime) {
    auto text = shipped_text();
    const std::string comment = "# deadline = 2017-03-01";
    text.replace(text.find(comment), comment.size(), "deadline = 2017-02-20");
    const auto book = parse(text, "enr.toml");
    ASSERT_TRUE(book);
    EXPECT_EQ(check_of(judge(clean_reading(), **book, deposit, "option"), "dossier.deadline").outcome, Outcome::pass);
}

}  // namespace
}  // namespace paraphe::rules::testing
