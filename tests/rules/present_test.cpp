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

TEST(Present, ADoubtfulPageThatIsSurelyNotThePieceDoesNotKeepItFromFailing) {
    Bench bench{.piece = "kbis"};
    remove_piece(bench.reading, "kbis");
    auto& page = bench.reading.files.front().pages.front();
    page.confidence = 0.6;
    page.may_be = {page.piece, "brand_rules"};
    EXPECT_EQ(bench.run("present").reason, "missing");
    page.may_be.push_back("kbis");
    EXPECT_EQ(bench.run("present").reason, "perhaps_unread");
}

TEST(Present, BlankPagesSayNothing) {
    Bench bench{.piece = "kbis"};
    remove_piece(bench.reading, "kbis");
    bench.reading.files.front().pages.front().problem = PageProblem::blank;
    bench.reading.files.front().pages.front().confidence = 0.1;
    EXPECT_EQ(bench.run("present").reason, "missing");
}

/// A cheque whose words tell its kind with 0.7.
Bench doubtful_cheque() {
    Bench bench{.piece = "fee_cheque", .parameters = {{"proved_by", Parameter{std::vector<std::string>{"amount", "payee"}}}}};
    bench.document().confidence = 0.7;
    for (const char* name : {"amount", "payee"}) {
        field_of(bench.document(), name).chosen.confidence = 0.95;
        bench.document().slots.push_back({name, {"cheque.pdf", 1, {0.1, 0.1, 0.2, 0.1}}, "", Ink::unsure, 0, {}});
    }
    return bench;
}

TEST(Present, ValuesInThePlacesOfThePieceProveItsKind) {
    EXPECT_GT(doubtful_cheque().run("present").confidence, 0.95);
    auto unplaced = doubtful_cheque();
    std::erase_if(unplaced.document().slots, [](const Slot& slot) { return slot.purpose == "payee"; });
    EXPECT_NEAR(unplaced.run("present").confidence, 0.7, 1e-9);
    auto unread = doubtful_cheque();
    drop(unread.document(), "amount");
    EXPECT_NEAR(unread.run("present").confidence, 0.7, 1e-9);
}

}  // namespace
}  // namespace paraphe::rules::testing
