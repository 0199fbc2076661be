#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(NotCopied, OneImageOnSeveralPagesIsAHint) {
    Bench bench{.piece = "referential"};
    EXPECT_EQ(bench.run("not_copied").reason, "ok");
    for (auto& mark : bench.document().marks) mark.mark.fingerprint = mark.page <= 3 ? "same" : "";
    EXPECT_EQ(bench.run("not_copied").reason, "copied");
    EXPECT_EQ(bench.run("not_copied").outcome, Outcome::review);
}

TEST(NotCopied, TwoEqualParaphsAreCopiesWhereNoOtherPageBearsOne) {
    Bench bench{.piece = "referential"};
    for (auto& mark : bench.document().marks) mark.mark.fingerprint = mark.page <= 2 ? "same" : "";
    EXPECT_EQ(bench.run("not_copied").reason, "ok");
    std::erase_if(bench.document().marks, [](const PlacedMark& mark) { return mark.page > 2 && mark.mark.kind == MarkKind::paraph; });
    EXPECT_EQ(bench.run("not_copied").reason, "copied");
}

TEST(NotCopied, MarksOfOneSizeOnOneSpotAreCopiesWhateverElseRunsIntoThem) {
    Bench bench{.piece = "referential"};
    for (auto& mark : bench.document().marks)
        if (mark.mark.kind == MarkKind::paraph) mark.mark.box = {0.8, 0.92, 0.06, 0.05};
    EXPECT_EQ(bench.run("not_copied").reason, "copied");
    for (auto& mark : bench.document().marks) mark.mark.box.x += 0.001 * mark.page;
    EXPECT_EQ(bench.run("not_copied").reason, "ok");
}

}  // namespace
}  // namespace paraphe::rules::testing
