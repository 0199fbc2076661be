#include "text/fuzzy.hpp"

#include <gtest/gtest.h>

#include <string>

namespace paraphe {
namespace {

std::string found(std::string_view haystack, std::string_view needle, int errors = -1) {
    const auto match = find_fuzzy(haystack, needle, errors);
    return match ? std::string(haystack.substr(match->begin, match->end - match->begin)) : "(none)";
}

TEST(FindFuzzy, FindsAPhraseThroughOcrErrors) {
    EXPECT_EQ(found("XX LETTRE D'ENGAGEMENT XX", "LETTRE D'ENGAGEMENT"), "LETTRE D'ENGAGEMENT");
    EXPECT_EQ(found("XX LETTHE D ENGAGEMENT XX", "LETTRE D'ENGAGEMENT"), "LETTHE D ENGAGEMENT");
    EXPECT_EQ(found("XX LETTRED'ENGAGEMENT XX", "LETTRE D'ENGAGEMENT"), "LETTRED'ENGAGEMENT");
    EXPECT_EQ(found("XX LOTTHE DE RANGEMENT XX", "LETTRE D'ENGAGEMENT"), "(none)");
}

TEST(FindFuzzy, TakesAShortWordOnlyWhole) {
    EXPECT_EQ(found("LE RCS NANTES", "RCS"), "RCS");
    EXPECT_EQ(found("PARCS ET JARDINS", "RCS"), "(none)");
    EXPECT_EQ(found("RCS482", "RCS"), "RCS");
    EXPECT_EQ(found("GARANTIE DUE", "GERANT"), "(none)");
    EXPECT_EQ(found("LE GERAMT DE LA SARL", "GERANT"), "GERAMT");
}

TEST(FindFuzzy, FindsALabelGluedToItsValue) { EXPECT_EQ(found("IMMATRICULATION AU RCS, NUMERO982 574 717", "NUMERO"), "NUMERO"); }

TEST(FindFuzzy, CrossesTheEndOfALine) { EXPECT_EQ(found("EST TITULAIRE DU\nCONTRAT", "TITULAIRE DU CONTRAT"), "TITULAIRE DU\nCONTRAT"); }

TEST(FindFuzzy, PrefersThePlaceWithFewestErrors) {
    const auto match = find_fuzzy("REFERENTIEI ENP, REFERENTIEL ENR", "REFERENTIEL ENR");
    ASSERT_TRUE(match);
    EXPECT_EQ(match->begin, 17u);
    EXPECT_EQ(match->quality, 1);
}

TEST(FindFuzzy, TakesNeedlesBeyondAMachineWord) {
    const std::string phrase = "SOUS RESERVE DU PAIEMENT DE LA PRIME CORRESPONDANTE ET DES CONDITIONS GENERALES DU CONTRAT";
    std::string noisy = "ABC " + phrase + " DEF";
    noisy[20] = '#';
    EXPECT_EQ(found(noisy, phrase).size(), phrase.size());
}

TEST(FindAllFuzzy, GivesEveryPlaceOnce) {
    const auto all = find_all_fuzzy("SIGNATURE ... SIGNATUPE ... LA SIGNATURE", "SIGNATURE");
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[1].errors, 1);
}

TEST(FindAllFuzzy, GivesNothingForNothing) {
    EXPECT_TRUE(find_all_fuzzy("", "SIGNATURE").empty());
    EXPECT_TRUE(find_all_fuzzy("TEXT", "").empty());
}

TEST(Likeness, IsOneForEqualAndZeroForStrangers) {
    EXPECT_EQ(likeness("DUPONT", "DUPONT"), 1);
    EXPECT_EQ(likeness("", ""), 1);
    EXPECT_EQ(likeness("AAA", "BBB"), 0);
    EXPECT_NEAR(likeness("DUPONT", "DUPOND"), 5.0 / 6, 1e-9);
}

}  // namespace
}  // namespace paraphe
