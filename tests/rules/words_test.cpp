#include "rules/words.hpp"

#include <gtest/gtest.h>

namespace paraphe::rules {
namespace {

TEST(Fill, AWordIsChosenByHowManyValuesThereAre) {
    const Text message{"{pages|Page|Pages} {pages} {pages|manquante|manquantes}.", "{pages|Page|Pages} {pages} {pages|is|are} missing."};
    EXPECT_EQ(fill(message, {{"pages", show_list({"3"})}}).fr, "Page 3 manquante.");
    EXPECT_EQ(fill(message, {{"pages", show_list({"3", "5"})}}).fr, "Pages 3 et 5 manquantes.");
    EXPECT_EQ(fill(message, {{"pages", show_list({"3", "5", "6"})}}).en, "Pages 3, 5 and 6 are missing.");
}

TEST(Fill, WhatHasNoValueIsADashAndOtherBracesAreText) {
    EXPECT_EQ(fill({"{title} {x y} {a|b} {Z}", ""}, {}).fr, "— {x y} {a|b} {Z}");
}

TEST(PlaceholdersOf, AChoiceNamesItsValue) { EXPECT_EQ(placeholders_of("{pages|Page|Pages} {twice}"), (std::vector<std::string>{"pages", "twice"})); }

}  // namespace
}  // namespace paraphe::rules
