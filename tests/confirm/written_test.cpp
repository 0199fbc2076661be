#include "confirm/signs.hpp"
#include "confirm/written.hpp"
#include "sign_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paraphe::confirm {
namespace {

std::string day(std::string_view text) {
    const std::vector lines{signs_of(text)};
    const auto found = written_day(lines, 2008, 2040);
    return found && found->sure() ? to_iso(found->value) : "";
}

double figures(std::string_view text) {
    const std::vector lines{signs_of(text)};
    const auto found = written_figures(lines);
    return found && found->sure() ? found->value : 0;
}

double words(std::string_view text) {
    const std::vector lines{signs_of(text)};
    const auto found = written_words(lines);
    return found && found->sure() ? found->value : 0;
}

TEST(SignLine, APatternCostsWhatItsBestPlaceCosts) {
    const SignLine line(signs_of("le 13?478"));
    EXPECT_DOUBLE_EQ(line.excess_of_part("134"), 0);
    EXPECT_DOUBLE_EQ(line.excess_of_part("137"), close_call / 16.0);
    EXPECT_GE(line.excess("134", Apart::from_letters), 9);
    EXPECT_DOUBLE_EQ(line.excess("134", Apart::after_words), 0);
    EXPECT_DOUBLE_EQ(line.excess("le", Apart::from_letters), 0);
}

TEST(WrittenDay, IsFoundInEverySpelling) {
    EXPECT_EQ(day("le 13-02-2017"), "2017-02-13");
    EXPECT_EQ(day("caen, le 3/2/17"), "2017-02-03");
    EXPECT_EQ(day("22.01.2017"), "2017-01-22");
    EXPECT_EQ(day("1er avril 2017"), "2017-04-01");
    EXPECT_EQ(day("a nantes le 28 novembre 2016"), "2016-11-28");
}

TEST(WrittenDay, ADigitThatMayBeAnotherLeavesItOpen) {
    EXPECT_EQ(day("1?3802/2017"), "");
    EXPECT_EQ(day("13/02/201?79"), "");
}

TEST(WrittenDay, AnImpossibleRivalIsNone) { EXPECT_EQ(day("31/1?272017"), ""); EXPECT_EQ(day("30/?0302/2017"), ""); }

TEST(WrittenDay, APartOfALongerNumberIsNoDay) {
    EXPECT_EQ(day("113/02/2017"), "");
    EXPECT_EQ(day("13/02/20175"), "");
    EXPECT_EQ(day("tel 04 13 02 17 22"), "");
}

TEST(WrittenDay, TwoDaysOnTheLinesAreNone) {
    std::vector lines{signs_of("13/02/2017"), signs_of("14/02/2017")};
    lines[1].line = 1;
    const auto found = written_day(lines, 2008, 2040);
    EXPECT_TRUE(!found || !found->sure());
}

TEST(WrittenDay, WhatOneRenderingLeavesOpenTheOtherMaySettle) {
    const std::vector lines{signs_of("1?38/02/2017"), signs_of("13/02/2017")};
    EXPECT_TRUE(written_day(lines, 2008, 2040).value().sure());
}

TEST(WrittenFigures, AreTheWholeSumOrNone) {
    EXPECT_EQ(figures("400,00"), 400);
    EXPECT_EQ(figures("#400#"), 400);
    EXPECT_EQ(figures("400 $"), 400);
    EXPECT_EQ(figures("1400,00"), 1400);
    EXPECT_EQ(figures("1 400,00"), 0);
    EXPECT_EQ(figures("400,50"), 0);
    EXPECT_EQ(figures("?4100,00"), 0);
    EXPECT_EQ(figures("4?0600"), 0);
}

TEST(WrittenWords, AreTheWholeNumberOrNone) {
    EXPECT_EQ(words("quatre cents euros"), 400);
    EXPECT_EQ(words("quatre-cents"), 400);
    EXPECT_EQ(words("quatrecents euros"), 400);
    EXPECT_EQ(words("mille quatre cents euros"), 1400);
    EXPECT_EQ(words("quatre cent dix euros"), 410);
    EXPECT_EQ(words("quatre"), 4);
    EXPECT_EQ(words("quatre-cents euros et zero centime"), 400);
    EXPECT_EQ(words("quatre-xyz"), 0);
    EXPECT_EQ(words("xyz quatre cents euros"), 0);
    EXPECT_EQ(words("quatre cents xyz euros"), 0);
}

TEST(WrittenName, IsThereOrNot) {
    const std::vector lines{signs_of("a l'ordre de france it")};
    const auto found = written_name(lines, "France IT");
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->sure());
    EXPECT_FALSE(written_name(lines, "France TV"));
    const std::vector near{signs_of("france ?nlit")};
    EXPECT_FALSE(written_name(near, "France IT").value_or(Written<std::string>{}).sure());
    const std::vector labelled{signs_of("france it                                le")};
    EXPECT_TRUE(written_name(labelled, "France IT").value_or(Written<std::string>{}).sure());
    const std::vector longer{signs_of("france italie")};
    EXPECT_FALSE(written_name(longer, "France IT"));
}

TEST(WrittenName, ASirenMayBeSpelledBadly) {
    const std::vector<SignColumns> line{signs_of("siret 73?12 829 320 00074")};
    const auto known = written_name(line, "732 829 320");
    EXPECT_TRUE(known && known->sure()) << "731829320 is no SIREN";
    const auto other = written_name(line, "552 100 554");
    EXPECT_FALSE(other && other->sure());
}

}  // namespace
}  // namespace paraphe::confirm
