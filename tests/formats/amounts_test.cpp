#include "formats/amounts.hpp"
#include "formats/number_words.hpp"
#include "text/fold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<double> sums(const char* printed, double at_least = 0) {
    std::vector<double> all;
    for (const auto& sum : find_amounts(fold(printed)))
        if (sum.confidence >= at_least) all.push_back(sum.value);
    return all;
}

struct SumCase {
    const char* printed;
    double euros;
};

class Sums : public ::testing::TestWithParam<SumCase> {};

TEST_P(Sums, AreRead) { EXPECT_THAT(sums(GetParam().printed), ElementsAre(GetParam().euros)) << GetParam().printed; }

INSTANTIATE_TEST_SUITE_P(InEveryPrint, Sums, ::testing::Values(
    SumCase{"400", 400}, SumCase{"400 €", 400}, SumCase{"400,00", 400}, SumCase{"400.00", 400}, SumCase{"4OO,OO", 400}, SumCase{"400 EUR", 400}, SumCase{"400€00", 400},
    SumCase{"#400,00#", 400}, SumCase{"= 400 =", 400}, SumCase{"1 000,00", 1000}, SumCase{"1\u202F000,00", 1000}, SumCase{"1\u00A0000,00 €", 1000}, SumCase{"50.000 Euros", 50000},
    SumCase{"38 112,25 €", 38112.25}, SumCase{"€ 400,00", 400}, SumCase{"100 000,00 Euros", 100000}, SumCase{"400,-", 400}, SumCase{"1.000.000,00", 1000000}, SumCase{"*** 400,00 ***", 400}));

TEST(FindAmounts, TakesNoDateNoShareNoName) {
    EXPECT_THAT(sums("le 20/02/2017"), IsEmpty());
    EXPECT_THAT(sums("20 %"), IsEmpty());
    EXPECT_THAT(sums("12,5 km"), IsEmpty());
    EXPECT_THAT(sums("SOLO BIO"), IsEmpty());
}

TEST(FindAmounts, IsUnsureOfBareFigures) {
    EXPECT_THAT(sums("69002 et 400", 0.5), IsEmpty());
    EXPECT_THAT(sums("dossier 12, 400,00 €", 0.9), ElementsAre(400));
}

TEST(FindCapitals, ReadsTheSumBesideTheWord) {
    const auto capital = [](const char* printed) {
        const auto found = find_capitals(fold(printed));
        return found.empty() ? -1.0 : found[0].value;
    };
    EXPECT_EQ(capital("SARL au capital de 7 500 € - RCS Lyon"), 7500);
    EXPECT_EQ(capital("Capital social 100 000,00 Euros"), 100000);
    EXPECT_EQ(capital("Capital social variable (minimum) : 38 112,25 €"), 38112.25);
    EXPECT_EQ(capital("au capital de 50.000 Euros"), 50000);
    EXPECT_EQ(capital("Capital social\n1 000,00 EUR"), 1000);
    EXPECT_EQ(capital("la capitale"), -1);
}

std::vector<double> in_words(const char* printed) {
    std::vector<double> all;
    for (const auto& sum : find_amounts_in_words(fold(printed))) all.push_back(sum.value);
    return all;
}

class WordSums : public ::testing::TestWithParam<SumCase> {};

TEST_P(WordSums, AreRead) { EXPECT_THAT(in_words(GetParam().printed), ElementsAre(GetParam().euros)) << GetParam().printed; }

INSTANTIATE_TEST_SUITE_P(InEverySpelling, WordSums, ::testing::Values(
    SumCase{"quatre cents euros", 400}, SumCase{"quatre-cents euros", 400}, SumCase{"QUATRE CENT EUROS", 400}, SumCase{"Quatre cents", 400}, SumCase{"quatre cents -------", 400},
    SumCase{"quatre cents euros et zéro centime", 400}, SumCase{"quatre cents euros seulement", 400}, SumCase{"quatrecents euros", 400}, SumCase{"quattre cens euros", 400},
    SumCase{"quatre\ncents euros", 400}, SumCase{"deux cents euros", 200}, SumCase{"six cents euros", 600}, SumCase{"quarante euros", 40}, SumCase{"quatre mille euros", 4000},
    SumCase{"mille deux cent trente-quatre euros et cinquante-six centimes", 1234.56}, SumCase{"quatre-vingt-dix-sept euros", 97}, SumCase{"quatre-vingts euros", 80},
    SumCase{"soixante et onze euros", 71}, SumCase{"septante-deux euros", 72}, SumCase{"huitante euros", 80}, SumCase{"nonante-neuf euros", 99}, SumCase{"cent euros", 100},
    SumCase{"un million d", 1000000}, SumCase{"quatre cents €", 400}, SumCase{"Payez contre ce chèque quatre cents euros", 400}, SumCase{"QUATRE CENTS EUR0S", 400}));

TEST(FindAmountsInWords, TakesNoArticleForASum) { EXPECT_THAT(in_words("un chèque et une lettre, la cent sent son vent"), ElementsAre(100)); }

TEST(FindAmountsInWords, IsLessSureOfMisspelledWords) {
    EXPECT_GT(find_amounts_in_words("QUATRE CENTS EUROS").at(0).confidence, 0.95);
    EXPECT_LT(find_amounts_in_words("QUATTRE CENS EUROS").at(0).confidence, 0.9);
}

TEST(NumberInWords, SpellsAsSchoolsTeach) {
    EXPECT_EQ(number_in_words(0), "zéro");
    EXPECT_EQ(number_in_words(21), "vingt et un");
    EXPECT_EQ(number_in_words(71), "soixante et onze");
    EXPECT_EQ(number_in_words(80), "quatre-vingts");
    EXPECT_EQ(number_in_words(81), "quatre-vingt-un");
    EXPECT_EQ(number_in_words(99), "quatre-vingt-dix-neuf");
    EXPECT_EQ(number_in_words(400), "quatre cents");
    EXPECT_EQ(number_in_words(401), "quatre cent un");
    EXPECT_EQ(number_in_words(1000), "mille");
    EXPECT_EQ(number_in_words(80000), "quatre-vingt mille");
    EXPECT_EQ(number_in_words(200000), "deux cent mille");
    EXPECT_EQ(number_in_words(2000017), "deux millions dix-sept");
    EXPECT_EQ(number_in_words(-1), "");
}

}  // namespace
}  // namespace paraphe
