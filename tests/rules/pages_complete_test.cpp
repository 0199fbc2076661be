#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

Slot signed_at_the_end_of(const Document& document) {
    const auto& part = document.parts.back();
    return {"signature", {part.path, part.pages.back(), {0.5, 0.7, 0.3, 0.1}}, "Signature et cachet", Ink::present, 0.95, {}};
}

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
    bench.document().slots.clear();
    EXPECT_EQ(bench.run("pages_complete").reason, "copy_for_last");
    bench.document().slots.push_back(signed_at_the_end_of(bench.document()));
    EXPECT_EQ(bench.run("pages_complete").reason, "ok") << "nothing comes after the signature";
    set(bench.document(), "page_numbers", std::vector<std::string>{"1/6", "2/6", "3/6", "4/6", "5/6", "6/6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
}

TEST(PagesComplete, SectionsThatRunOnToTheSignatureLeaveNoRoomForAnotherPage) {
    Bench bench{.piece = "referential"};
    auto& document = bench.document();
    document.slots.clear();
    set(document, "page_numbers", std::vector<std::string>{"", "2", "", "4", "5", "6"});
    document.findings.push_back({"sections_run_on", "", 0.9, {}});
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::review) << "what comes after is not known";
    document.slots.push_back(signed_at_the_end_of(document));
    EXPECT_EQ(bench.run("pages_complete").reason, "ok");
    document.findings.clear();
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::review);
}

TEST(PagesComplete, ASheetWhoseSectionsGoOnIntoANumberedOneIsTheOneBeforeIt) {
    Bench bench{.piece = "referential"};
    auto& document = bench.document();
    document.slots.clear();
    const auto& part = document.parts.front();
    const auto third_runs_on = [&](const std::vector<std::string>& numbers) {
        set(document, "page_numbers", numbers);
        document.findings = {{"sheet_runs_on", "", 0.9, {part.path, part.pages[2], {}}}};
        return bench.run("pages_complete").outcome;
    };
    EXPECT_EQ(third_runs_on({"1", "", "3", "4", "5", "6"}), Outcome::pass);
    EXPECT_EQ(third_runs_on({"1", "2", "", "4", "5", "6"}), Outcome::pass) << "it goes on from a numbered one";
    EXPECT_EQ(third_runs_on({"1", "2", "3", "", "5", "6"}), Outcome::review);
    EXPECT_EQ(third_runs_on({"1", "", "", "4", "5", "6"}), Outcome::review);
    EXPECT_EQ(third_runs_on({"1", "", "3", "5", "4", "6"}), Outcome::review) << "numbers out of their places";
    document.findings.clear();
    set(document, "page_numbers", std::vector<std::string>{"1", "", "3", "4", "5", "6"});
    EXPECT_EQ(bench.run("pages_complete").outcome, Outcome::review);
}

TEST(PagesComplete, ALeapFurtherThanTheDocumentIsLongOrTotalsThatDifferAreADoubt) {
    Bench bench{.piece = "referential"};
    set(bench.document(), "page_numbers", std::vector<std::string>{"1", "2", "3", "4", "5", "274"});
    EXPECT_EQ(bench.run("pages_complete").reason, "unsure_numbers");
    set(bench.document(), "page_numbers", std::vector<std::string>{"1/6", "2/6", "3/8", "4/6", "5/8", "6/6"});
    EXPECT_EQ(bench.run("pages_complete").reason, "unsure_numbers");
}

}  // namespace
}  // namespace paraphe::rules::testing
