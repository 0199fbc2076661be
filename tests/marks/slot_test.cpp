#include "marks/sheet.hpp"
#include "marks/slot.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace paraphe::marks {
namespace {

// A blank A4 sheet at kDpi whose maps say nothing: each test draws what it needs.
InkMaps blank() {
    InkMaps maps;
    maps.dark = cv::Mat::zeros(936, 662, CV_32F);
    for (auto* m : {&maps.print, &maps.pen, &maps.stamp, &maps.trace}) *m = cv::Mat::zeros(468, 331, CV_32F);
    return maps;
}

const Box kSlot{0.5, 0.5, 0.3, 0.1};

Mark mark(MarkKind kind, double confidence) {
    Mark m;
    m.kind = kind;
    m.box = kSlot;
    m.confidence = confidence;
    return m;
}

// The answer when the net says `opinion`.
Held held_with(const PlaceOpinion& opinion, const InkMaps& maps = blank(), std::span<const Mark> found = {}) { return held_by(maps, kSlot, {}, found, opinion); }

// The answer when the net sees nothing at all: pixels and marks alone decide.
Ink held(const InkMaps& maps, const Box& box, std::span<const Word> printed, std::span<const Mark> found) {
    return held_by(maps, box, printed, found, {}).ink;
}

TEST(InkOfSlot, ABlankPlaceIsEmpty) { EXPECT_EQ(held(blank(), kSlot, {}, {}), Ink::empty); }

TEST(InkOfSlot, ARuledLineLeavesItEmpty) {
    auto maps = blank();
    cv::line(maps.dark, {300, 540}, {600, 541}, 0.8, 1);
    EXPECT_EQ(held(maps, kSlot, {}, {}), Ink::empty);
}

TEST(InkOfSlot, PrintedWordsLeaveItEmptyWhenTheyWereRead) {
    auto maps = blank();
    cv::rectangle(maps.dark, {350, 490, 60, 8}, 0.9, cv::FILLED);
    EXPECT_EQ(held(maps, kSlot, {}, {}), Ink::unsure);
    Word word;
    word.text = "Signature";
    word.box = {348.0 / 662, 488.0 / 936, 64.0 / 662, 12.0 / 936};
    word.confidence = 0.95;
    EXPECT_EQ(held(maps, kSlot, std::span(&word, 1), {}), Ink::empty);
}

TEST(InkOfSlot, StrokesThatNothingExplainsAreUnsure) {
    auto maps = blank();
    cv::line(maps.dark, {360, 500}, {420, 540}, 0.5, 2);
    EXPECT_EQ(held(maps, kSlot, {}, {}), Ink::unsure);
}

TEST(InkOfSlot, FaintPenIsNeverEmpty) {
    auto maps = blank();
    maps.pen(cv::Rect(200, 250, 10, 5)) = 0.3;
    EXPECT_EQ(held(maps, kSlot, {}, {}), Ink::unsure);
}

TEST(InkOfSlot, AStampAloneIsAStampAndNoSignature) {
    const auto answer = held_with({0.01, 0.98, 0.02});
    EXPECT_EQ(answer.ink, Ink::present);
    EXPECT_EQ(answer.mark, MarkKind::stamp);
}

TEST(InkOfSlot, InitialsAreToldFromASignature) { EXPECT_EQ(held_with({0.2, 0, 0.1, 0.97}).mark, MarkKind::paraph); }

TEST(InkOfSlot, AStampThatMayHideASignatureIsDoubt) { EXPECT_EQ(held_with({0.3, 0.98, 0.02}).ink, Ink::unsure); }

TEST(InkOfSlot, OverAStampASignatureMustBeSurer) {
    EXPECT_EQ(held_with({0.65, 0, 0}).ink, Ink::present);
    EXPECT_EQ(held_with({0.65, 0.9, 0}).ink, Ink::unsure);
}

TEST(InkOfSlot, ASignatureOverAStampIsASignature) {
    const auto answer = held_with({0.97, 0.98, 0.02});
    EXPECT_EQ(answer.ink, Ink::present);
    EXPECT_EQ(answer.mark, MarkKind::signature);
    EXPECT_EQ(answer.confidence, 0.97);
}

TEST(InkOfSlot, WordsAreNeitherASignatureNorNothing) {
    const auto answer = held_with({0.02, 0.01, 0.95});
    EXPECT_EQ(answer.ink, Ink::unsure);
    EXPECT_EQ(answer.mark, MarkKind::handwriting);
}

TEST(InkOfSlot, WhatTheNetDoubtsIsNeverEmpty) { EXPECT_EQ(held_with({0.08, 0, 0}).ink, Ink::unsure); }

TEST(InkOfSlot, PresentOnlyWhenSure) {
    const Mark sure = mark(MarkKind::signature, 0.95), doubt = mark(MarkKind::signature, 0.7);
    EXPECT_EQ(held(blank(), kSlot, {}, std::span(&sure, 1)), Ink::present);
    EXPECT_EQ(held(blank(), kSlot, {}, std::span(&doubt, 1)), Ink::unsure);
}

TEST(Levelled, ShadeAndPaperToneDoNotMatter) {
    Picture page{400, 400, 1, 80, std::vector<std::uint8_t>(160000, 200)};
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 400; ++x) page.pixels[static_cast<std::size_t>(y * 400 + x)] = static_cast<std::uint8_t>(150 + x / 4);
    double most = 0;
    cv::minMaxLoc(levelled(page), nullptr, &most);
    EXPECT_LT(most, 0.12);
}

TEST(Levelled, AnInconsistentPictureGivesNothing) {
    EXPECT_TRUE(levelled(Picture{400, 400, 1, 80, {1, 2, 3}}).empty());
    EXPECT_TRUE(levelled(Picture{}).empty());
}
TEST(BothSay, ASureNetAloneIsNotBelieved) {
    EXPECT_EQ(held_with(both_say({0.99, 0, 0, 0}, 0)).ink, Ink::unsure);
    EXPECT_EQ(held_with(both_say({0.99, 0, 0, 0}, 0.2)).ink, Ink::unsure);
}

TEST(BothSay, TwoThatAgreeAreSurerThanEither) {
    const auto both = both_say({0.9, 0, 0, 0.7}, 0.9);
    EXPECT_GT(both.signature, 0.95);
    EXPECT_GT(both.paraph, 0.85);
}

}  // namespace
}  // namespace paraphe::marks
