#include "text/fold.hpp"

#include <gtest/gtest.h>

namespace paraphe {
namespace {

TEST(Fold, BringsFrenchTextToPlainCapitals) {
    EXPECT_EQ(fold("Société à responsabilité limitée"), "SOCIETE A RESPONSABILITE LIMITEE");
    EXPECT_EQ(fold("cœur, Æther, Straße, ﬁn"), "COEUR, AETHER, STRASSE, FIN");
    EXPECT_EQ(fold("L’État «\u00A0côté\u00A0» – œuvre"), "L'ETAT \" COTE \" - OEUVRE");
}

TEST(Fold, ReadsEveryNumberSignAsNo) {
    EXPECT_EQ(fold("n° 12"), "NO 12");
    EXPECT_EQ(fold("Nº12"), "NO12");
    EXPECT_EQ(fold("№ 12"), "NO 12");
    EXPECT_EQ(fold("N°12 à 45°"), "NO12 A 45°");
}

TEST(Fold, SaysTheSameOfComposedAndDecomposedAccents) { EXPECT_EQ(fold("e\u0301te\u0301"), fold("été")); }

TEST(Fold, CollapsesEveryKindOfSpace) { EXPECT_EQ(fold("  1\u202F000\u00A0000,00 \t\n€ "), "1 000 000,00 €"); }

TEST(Fold, OpensSuperscripts) { EXPECT_EQ(fold("1ᵉʳ mars"), "1ER MARS"); }

TEST(Fold, DropsWhatNobodySees) { EXPECT_EQ(fold("K\u200Bb\u00ADis\uFEFF"), "KBIS"); }

TEST(Fold, SurvivesBytesThatAreNoUtf8) { EXPECT_EQ(fold("a\xFF\xC3"), "A??"); }

TEST(Fold, FoldsAFoldedTextToItself) {
    for (const char* text : {"Gérant – Associé n° 3 · 1er août", "œ ß № 45°", "…… [nom]"}) EXPECT_EQ(fold(fold(text)), fold(text)) << text;
}

TEST(Skeleton, IsBlindToWhatScannersConfuse) {
    EXPECT_EQ(skeleton("4OO,OO"), skeleton("400.00"));
    EXPECT_EQ(skeleton("0L/03/20L7"), skeleton("01/03/2017"));
    EXPECT_NE(skeleton("2016"), skeleton("2017"));
}

}  // namespace
}  // namespace paraphe
