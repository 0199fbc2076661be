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

TEST(LineReader, SaysThatItsModelIsMissing) {
    const auto none = LineReader::load("/nowhere");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace paraphe::hand
