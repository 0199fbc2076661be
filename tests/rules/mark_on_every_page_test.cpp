#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(MarkOnEveryPage, TheSignedPageAndBlankPagesNeedNoParaph) {
    Bench bench{.piece = "referential"};
    EXPECT_EQ(bench.run("mark_on_every_page").reason, "ok");
    for (auto& file : bench.reading.files)
        if (file.path == "referential.pdf") file.pages[2].problem = PageProblem::blank;
    std::erase_if(bench.document().marks, [](const PlacedMark& m) { return m.page == 3; });
    std::erase_if(bench.document().slots, [](const Slot& s) { return s.place.page == 3; });
    EXPECT_EQ(bench.run("mark_on_every_page").reason, "ok");
}

TEST(MarkOnEveryPage, APageWithoutAPlaceLookedAtIsADoubtNotAFailure) {
    Bench bench{.piece = "referential"};
    std::erase_if(bench.document().marks, [](const PlacedMark& m) { return m.page == 3; });
    std::erase_if(bench.document().slots, [](const Slot& s) { return s.place.page == 3; });
    const auto ruling = bench.run("mark_on_every_page");
    EXPECT_EQ(ruling.outcome, Outcome::review);
    EXPECT_EQ(ruling.values.at("pages").fr, "3");
}

TEST(MarkOnEveryPage, AParaphInTheOtherMarginCounts) {
    Bench bench{.piece = "referential"};
    for (auto& slot : bench.document().slots)
        if (slot.place.page == 2) {
            slot.ink = Ink::empty;
            slot.mark.reset();
        }
    for (auto& mark : bench.document().marks)
        if (mark.page == 2) mark.mark.box.x = 0.05;
    EXPECT_EQ(bench.run("mark_on_every_page").outcome, Outcome::pass);
}

/// Of a document whose other marks are as dark as `usual`.
Outcome outcome_of_a_paraph_as_dark_as(double darkness, double usual) {
    Bench bench{.piece = "referential", .parameters = {{"pale_share", Parameter{0.35}}}};
    for (auto& mark : bench.document().marks) mark.mark.darkness = mark.page == 2 ? darkness : usual;
    return bench.run("mark_on_every_page").outcome;
}

TEST(MarkOnEveryPage, AParaphMuchPalerThanTheOthersIsADoubt) {
    EXPECT_EQ(outcome_of_a_paraph_as_dark_as(0.15, 0.6), Outcome::review);
    EXPECT_EQ(outcome_of_a_paraph_as_dark_as(0.15, 0.3), Outcome::pass) << "a pale pen or scanner throughout";
    EXPECT_EQ(outcome_of_a_paraph_as_dark_as(0, 0.6), Outcome::pass) << "not measured";
    EXPECT_EQ(outcome_of_a_paraph_as_dark_as(0.15, 0), Outcome::pass) << "nothing to compare with";
}

TEST(MarkOnEveryPage, APaleTraceBesideADarkOneIsNoDoubt) {
    Bench bench{.piece = "referential", .parameters = {{"pale_share", Parameter{0.35}}}};
    auto pale = bench.document().marks.front();
    pale.mark.darkness = 0.1;
    for (auto& mark : bench.document().marks) mark.mark.darkness = 0.7;
    bench.document().marks.push_back(pale);
    EXPECT_EQ(bench.run("mark_on_every_page").outcome, Outcome::pass);
}

}  // namespace
}  // namespace paraphe::rules::testing
