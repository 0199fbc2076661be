#include "marks/selection.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace paraphe::marks {
namespace {

Opinion opinion(double nothing, double signature, double paraph, double handwriting, double stamp) { return {{nothing, signature, paraph, handwriting, stamp}}; }

Judged group(Layer layer, const cv::Rect& cell, const Opinion& of) {
    Candidate c;
    c.layer = layer;
    c.cell = cell;
    c.box = {cell.x * 2, cell.y * 2, cell.width * 2, cell.height * 2};
    c.mask = cv::Mat(cell.size(), CV_8U, cv::Scalar(255));
    return {c, of};
}

TEST(BySize, LargeInitialsAreASignature) {
    const auto o = by_size(opinion(0.1, 0.4, 0.5, 0, 0), 38, 17);
    EXPECT_EQ(o.kind(), Verdict::signature);
    EXPECT_NEAR(o.of(Verdict::signature), 0.9, 1e-9);
}

TEST(BySize, ATinySignatureIsAParaph) { EXPECT_EQ(by_size(opinion(0.1, 0.6, 0.3, 0, 0), 8, 6).kind(), Verdict::paraph); }

TEST(BySize, WordsOfOrdinaryHeightStayHandwriting) { EXPECT_EQ(by_size(opinion(0.1, 0.35, 0, 0.55, 0), 40, 7).kind(), Verdict::handwriting); }

TEST(BySize, ABlockOfWrittenLinesIsNotASignature) { EXPECT_EQ(by_size(opinion(0.1, 0.35, 0, 0.55, 0), 90, 20).kind(), Verdict::handwriting); }

TEST(BySize, DoubtAboutBeingAMarkIsNeverTakenAway) {
    const auto o = by_size(opinion(0.6, 0.1, 0.2, 0.1, 0), 40, 20);
    EXPECT_DOUBLE_EQ(o.real(), 0.4);
    EXPECT_NEAR(std::accumulate(o.shares.begin(), o.shares.end(), 0.0), 1, 1e-9);
}

TEST(BestGroupings, UseAStrokeOnceAndKeepTheSurest) {
    const auto kept = best_groupings({group(Layer::pen, {10, 10, 20, 10}, opinion(0.6, 0.4, 0, 0, 0)), group(Layer::pen, {10, 10, 40, 10}, opinion(0.1, 0.9, 0, 0, 0))});
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].candidate.cell.width, 40);
}

TEST(BestGroupings, ASignatureOverAStampGivesBoth) {
    const auto kept = best_groupings({group(Layer::pen, {10, 10, 40, 10}, opinion(0.1, 0.9, 0, 0, 0)), group(Layer::stamp, {5, 5, 40, 30}, opinion(0.1, 0, 0, 0, 0.9))});
    EXPECT_EQ(kept.size(), 2U);
}

TEST(BestGroupings, WhatIsProbablyNothingIsLeftOut) { EXPECT_TRUE(best_groupings({group(Layer::pen, {0, 0, 9, 9}, opinion(0.95, 0.05, 0, 0, 0))}).empty()); }

}  // namespace
}  // namespace paraphe::marks
