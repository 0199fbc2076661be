#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(PagesComplete, AGapFailsOnlyWhenTheMissingPageIsSurelyNowhereInTheDossier) {
    Bench bench{.piece = "referential"};
    set(bench.document(), "page_numbers", std::vector<std::string>{"1/6", "2/6", "3/6", "4/6", "6/6", "6/6"});
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::fail);
    EXPECT_GT(bench.run("pages_complete").confidence, 0.9);
    bench.reading.files.front().pages.front().confidence = 0.5;
    EXPECT_LT(bench.run("pages_complete").confidence, 0.9);
}

TEST(PagesComplete, PagesOutOfOrderAreComplete) {
    Bench bench{.piece = "referential"};
    set(bench.document(), "page_numbers", std::vector<std::string>{"3/6", "1/6", "2/6", "6/6", "4/6", "5/6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
}

TEST(PagesComplete, AnUnreadNumberIsNoGapWhenTheTotalAndTheCountAgree) {
    Bench bench{.piece = "referential"};
    set(bench.document(), "page_numbers", std::vector<std::string>{"1/6", "", "3/6", "4/6", "5/6", "6/6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
    set(bench.document(), "page_numbers", std::vector<std::string>{"1", "", "3", "4", "5", "6"});
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::review);
}

TEST(PagesComplete, ACoverWithoutANumberIsPageOne) {
    Bench bench{.piece = "referential"};
    set(bench.document(), "page_numbers", std::vector<std::string>{"", "2", "3", "4", "5", "6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
    set(bench.document(), "page_numbers", std::vector<std::string>{"", "2", "3", "4", "6", "5"});
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::review);
    set(bench.document(), "page_numbers", std::vector<std::string>{"", "", "3", "4", "5", "6"});
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::review);
}

TEST(PagesComplete, WithoutPrintedNumbersOnlyAPieceThatNeedsThemIsToReview) {
    Bench bench{.piece = "referential"};
    drop(bench.document(), "page_numbers");
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::pass);
    bench.parameters["numbers_required"] = true;
    EXPECT_EQ(bench.run("pages_complete").reason, "unnumbered");
}

TEST(PagesComplete, ACopyMayStandWhereTheLastPageShouldWhenNoTotalIsPrinted) {
    Bench bench{.piece = "referential"};
    set(bench.document(), "page_numbers", std::vector<std::string>{"1", "2", "3", "4", "5", "6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
    const auto& part = bench.document().parts.front();
    PageSummary copy;
    copy.page = 99;
    copy.duplicate_of = part.path + "#" + std::to_string(part.pages.front());
    for (auto& file : bench.reading.files)
        if (file.path == part.path) file.pages.push_back(copy);
    EXPECT_EQ(bench.run("pages_complete").reason, "copy_for_last");
    set(bench.document(), "page_numbers", std::vector<std::string>{"1/6", "2/6", "3/6", "4/6", "5/6", "6/6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
}

}  // namespace
}  // namespace paraphe::rules::testing
