#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(Present, AMissingPieceFailsOnlyWhenEveryPageWasReadAndClassified) {
    Bench bench{.piece = "kbis"};
    remove_piece(bench.reading, "kbis");
    EXPECT_EQ(bench.run("present").reason, "missing");
    EXPECT_EQ(bench.run("present").evidence.size(), 14u) << "every page looked at";
    bench.reading.complete = false;
    EXPECT_EQ(bench.run("present").outcome, Outcome::review);
}

TEST(Present, AnUnreadableFileAnIllegiblePageOrADoubtfulOneKeepsItFromFailing) {
    for (int defect = 0; defect < 3; ++defect) {
        Bench bench{.piece = "kbis"};
        remove_piece(bench.reading, "kbis");
        if (defect == 0) bench.reading.files.front().status = FileStatus::unreadable;
        if (defect == 1) bench.reading.files.front().pages.front().legible = false;
        if (defect == 2) bench.reading.files.front().pages.front().confidence = 0.6;
        EXPECT_EQ(bench.run("present").reason, "perhaps_unread") << defect;
        EXPECT_EQ(bench.run("present").outcome, Outcome::review) << defect;
    }
}

TEST(Present, BlankPagesSayNothing) {
    Bench bench{.piece = "kbis"};
    remove_piece(bench.reading, "kbis");
    bench.reading.files.front().pages.front().problem = PageProblem::blank;
    bench.reading.files.front().pages.front().confidence = 0.1;
    EXPECT_EQ(bench.run("present").reason, "missing");
}

}  // namespace
}  // namespace paraphe::rules::testing
