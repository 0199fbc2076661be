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

TEST(ShowNumbers, LongRunsAreToldByTheirEnds) {
    EXPECT_EQ(show_numbers({2, 4, 5, 6, 7, 9}).fr, "2, 4 à 7 et 9");
    EXPECT_EQ(show_numbers({2, 3, 4}).en, "2, 3 and 4");
    EXPECT_EQ(fill({"{pages|Page|Pages} {pages} {pages|manquante|manquantes}.", ""}, {{"pages", show_numbers({3, 4, 5, 6})}}).fr, "Pages 3 à 6 manquantes.");
}

}  // namespace
}  // namespace paraphe::rules
