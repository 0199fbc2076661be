#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(MarkOnLastPage, ASignatureInItsPlacePasses) {
    Bench bench{.piece = "commitment_letter"};
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "ok");
}

TEST(MarkOnLastPage, AnEmptyPlaceWithHandwritingNearItIsADoubtNotAFailure) {
    Bench bench{.piece = "commitment_letter"};
    unsign(bench.document());
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::fail);
    const auto place = bench.document().slots.front().place;
    bench.document().marks.push_back({place.path, place.page, mark(MarkKind::handwriting, place.box, 0.5)});
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::review);
}

TEST(MarkOnLastPage, BarePaperWhereNoWordsAskForASignatureProvesNothing) {
    Bench bench{.piece = "commitment_letter"};
    unsign(bench.document());
    bench.document().slots.front().label.clear();
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::review);
}

TEST(MarkOnLastPage, ASignatureOnAnotherPageIsToReview) {
    Bench bench{.piece = "brand_rules"};
    bench.document().slots.clear();
    bench.document().marks.front().page = 1;
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "elsewhere");
}

TEST(MarkOnLastPage, NeitherPlaceNorMarkIsToReview) {
    Bench bench{.piece = "commitment_letter"};
    bench.document().slots.clear();
    bench.document().marks.clear();
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "not_found");
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::review);
}

TEST(MarkOnLastPage, ADigitalSignatureOverTheWholeFileReplacesInkAndABrokenOneDoesNot) {
    Bench bench{.piece = "commitment_letter"};
    unsign(bench.document());
    DigitalSignature signature;
    signature.intact = true;
    signature.covers_whole_file = true;
    signature.changed_after = "nothing";
    for (auto& file : bench.reading.files)
        if (file.path == "commitment_letter.pdf") file.facts.signatures = {signature};
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "digital");
    for (auto& file : bench.reading.files)
        for (auto& one : file.facts.signatures) one.intact = false;
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "digital_unverified");
}

TEST(MarkOnLastPage, InitialsWhereNoWordsAskForASignatureAreNoSignature) {
    Bench bench{.piece = "referential"};
    auto& document = bench.document();
    const auto& part = document.parts.front();
    const int first = part.pages.front(), last = part.pages.back();
    document.marks.clear();
    document.marks.push_back({part.path, first, mark(MarkKind::paraph, {0.47, 0.91, 0.05, 0.03}, 0.9)});
    document.marks.push_back({part.path, last, mark(MarkKind::signature, {0.46, 0.92, 0.055, 0.03}, 0.96)});
    document.slots = {{"signature", {part.path, last, {0.08, 0.8, 0.84, 0.2}}, "", Ink::present, 0.96, MarkKind::signature}};
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::review);
    document.marks.push_back({part.path, last, mark(MarkKind::handwriting, {0.5, 0.3, 0.12, 0.02}, 0.9)});
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::review) << "a day by hand is no sign beside them";
    for (const int page : {first, last}) document.marks.push_back({part.path, page, mark(MarkKind::paraph, {0.2, 0.91, 0.05, 0.03}, 0.9)});
    EXPECT_EQ(bench.run("mark_on_last_page").outcome, Outcome::review) << "the initials of two";
    document.marks.push_back({part.path, last, mark(MarkKind::signature, {0.5, 0.5, 0.2, 0.08}, 0.96)});
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "ok") << "and a signature beside them";
    document.marks.pop_back();
    document.slots.front().label = "Signature du dirigeant";
    EXPECT_EQ(bench.run("mark_on_last_page").reason, "ok");
}

TEST(MarkOnLastPage, APlaceThatIsFilledIsWorthMoreThanTheMarkInIt) {
    Bench bench{.piece = "commitment_letter"};
    auto& slot = bench.document().slots.front();
    slot.ink = Ink::present, slot.mark = MarkKind::signature, slot.confidence = 0.6;
    bench.document().marks = {{slot.place.path, slot.place.page, mark(MarkKind::signature, slot.place.box, 0.68)}};
    EXPECT_GT(bench.run("mark_on_last_page").confidence, 0.8);
}

}  // namespace
}  // namespace paraphe::rules::testing
