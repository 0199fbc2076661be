#include "hand/dots.hpp"
#include "hand/hand.hpp"
#include "hand/lines.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace paraphe::hand {
namespace {

constexpr double mm = 200 / 25.4;

cv::Mat paper() { return {cv::Size(600, 240), CV_8U, cv::Scalar(230)}; }
void write(cv::Mat& on, const char* text, int base, double size = 1.2) { cv::putText(on, text, {40, base}, cv::FONT_HERSHEY_SCRIPT_SIMPLEX, size, cv::Scalar(60), 2, cv::LINE_AA); }

TEST(LinesIn, TwoLinesAreTwo) {
    cv::Mat page = paper();
    write(page, "Caen", 70);
    write(page, "13 02 2017", 170);
    const auto lines = lines_in(page, mm);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_LT(lines[0].br().y, lines[1].y);
    EXPECT_GT(lines[1].width, lines[0].width);
}

TEST(LinesIn, ARuledLineIsNoInk) {
    cv::Mat page = paper();
    cv::line(page, {0, 120}, {599, 121}, cv::Scalar(40), 2);
    EXPECT_TRUE(lines_in(page, mm).empty());
    EXPECT_TRUE(lines_in(paper(), mm).empty());
}

TEST(LinesIn, TheFrameOfAPageJoinsNoLines) {
    cv::Mat page = paper();
    write(page, "Caen", 70);
    write(page, "13 02 2017", 170);
    cv::line(page, {10, 0}, {12, 239}, cv::Scalar(40), 2);
    cv::line(page, {590, 0}, {590, 239}, cv::Scalar(40), 2);
    const auto lines = lines_in(page, mm);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_GT(lines[0].x, 20);
}

TEST(LinesIn, WhatStandsFarApartAtOneHeightIsTwoLines) {
    cv::Mat page = paper();
    write(page, "Caen", 130, 0.8);
    cv::putText(page, "2017", {420, 130}, cv::FONT_HERSHEY_SCRIPT_SIMPLEX, 1.6, cv::Scalar(60), 2, cv::LINE_AA);
    const auto lines = lines_in(page, mm);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_LT(lines[0].br().x, lines[1].x);
    EXPECT_LT(lines[0].height, lines[1].height);
}

TEST(LinesIn, ShadeIsNoInk) {
    cv::Mat page = paper();
    for (int x = 0; x < page.cols; ++x) page.col(x) -= x / 6;
    write(page, "2017", 130);
    const auto lines = lines_in(page, mm);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_LT(lines[0].width, 200);
}

TEST(LinesIn, AStrokeThroughTwoLinesGivesWindows) {
    cv::Mat page = paper();
    write(page, "Caen", 70);
    write(page, "13 02 2017", 170);
    cv::line(page, {400, 20}, {450, 220}, cv::Scalar(60), 3);
    EXPECT_GE(lines_in(page, mm).size(), 3u);
}

void dot_line(cv::Mat& on, int from, int to, int base, int slope = 0) {
    for (int x = from; x < to; x += 8) cv::circle(on, {x, base + slope * (x - from) / 100}, 2, cv::Scalar(40), cv::FILLED);
}

double darkest_in(const cv::Mat& page, const cv::Rect& part) {
    double darkest = 0;
    cv::minMaxLoc(page(part), &darkest);
    return darkest;
}

TEST(WithoutDottedLines, TakesOutTheDotsBesideAndBetweenWhatIsWrittenOnThem) {
    cv::Mat page = paper();
    write(page, "Caen", 130);
    dot_line(page, 10, 36, 132);
    dot_line(page, 300, 560, 134);
    const auto bare = without_dotted_lines(page, mm);
    EXPECT_GT(darkest_in(bare, {8, 120, 26, 24}), 200);
    EXPECT_GT(darkest_in(bare, {296, 120, 270, 24}), 200);
    EXPECT_LT(darkest_in(bare, {40, 80, 140, 50}), 100);
}

TEST(WithoutDottedLines, FollowsALineThatSlopes) {
    cv::Mat page = paper();
    dot_line(page, 20, 560, 120, 2);
    EXPECT_GT(darkest_in(without_dotted_lines(page, mm), {0, 0, 600, 240}), 200);
}

TEST(WithoutDottedLines, LeavesADotThatStandsWithFewOthers) {
    cv::Mat page = paper();
    for (const int x : {100, 140, 300, 480}) cv::circle(page, {x, 120}, 2, cv::Scalar(40), cv::FILLED);
    EXPECT_EQ(cv::norm(page, without_dotted_lines(page, mm), cv::NORM_INF), 0);
}

TEST(LineReader, SaysThatItsModelIsMissing) {
    const auto none = LineReader::load("/nowhere");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace paraphe::hand
