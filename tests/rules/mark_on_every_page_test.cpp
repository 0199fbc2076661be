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

}  // namespace
}  // namespace paraphe::rules::testing
