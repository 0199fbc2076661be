#include "formats/dates.hpp"
#include "text/fold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> iso(const char* printed) {
    std::vector<std::string> all;
    for (const auto& date : find_dates(fold(printed))) all.push_back(to_iso(date.value));
    return all;
}

struct DateCase {
    const char* printed;
    const char* day;
};

class Dates : public ::testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreRead) { EXPECT_THAT(iso(GetParam().printed), ElementsAre(GetParam().day)) << GetParam().printed; }

INSTANTIATE_TEST_SUITE_P(InEveryPrint, Dates, ::testing::Values(
    DateCase{"20/02/2017", "2017-02-20"}, DateCase{"20.02.17", "2017-02-20"}, DateCase{"20-02-2017", "2017-02-20"}, DateCase{"1/3/2017", "2017-03-01"},
    DateCase{"20 / 02 / 2017", "2017-02-20"}, DateCase{"20 02 2017", "2017-02-20"}, DateCase{"2017-02-20", "2017-02-20"}, DateCase{"Le 20/02/17.", "2017-02-20"},
    DateCase{"1er mars 2017", "2017-03-01"}, DateCase{"1 ER mars 2017", "2017-03-01"}, DateCase{"1^{er} mars 2017", "2017-03-01"}, DateCase{"1ᵉʳ mars 2017", "2017-03-01"},
    DateCase{"l er mars 2017", "2017-03-01"}, DateCase{"Ier mars 2017", "2017-03-01"}, DateCase{"ler mars 2017", "2017-03-01"}, DateCase{"1° mars 2017", "2017-03-01"},
    DateCase{"le premier mars deux mille dix-sept", "2017-03-01"}, DateCase{"vingt et un février deux mil dix sept", "2017-02-21"},
    DateCase{"le trente-et-un décembre deux mille vingt-quatre", "2024-12-31"}, DateCase{"3 janv. 2017", "2017-01-03"}, DateCase{"3 févr. 2017", "2017-02-03"},
    DateCase{"3 fev 2017", "2017-02-03"}, DateCase{"3 avr. 2017", "2017-04-03"}, DateCase{"3 mai 2017", "2017-05-03"}, DateCase{"3 juil. 2017", "2017-07-03"},
    DateCase{"3 aout 2017", "2017-08-03"}, DateCase{"3 aoüt 2017", "2017-08-03"}, DateCase{"3 sept. 2017", "2017-09-03"}, DateCase{"3 déc. 2017", "2017-12-03"},
    DateCase{"0l/03/20l7", "2017-03-01"}, DateCase{"2O/02/2O17", "2017-02-20"}, DateCase{"6 novemhre 2024", "2024-11-06"}, DateCase{"6 novembre 20l7", "2017-11-06"},
    DateCase{"à jour au 6 novembre 2024", "2024-11-06"}, DateCase{"R.C.S.Nantes - 07/11/2024 - 14:44:07", "2024-11-07"}, DateCase{"20février2017", "2017-02-20"},
    DateCase{"le 15 juin\n2016", "2016-06-15"}, DateCase{"February 20, 2017", "2017-02-20"}, DateCase{"20 February 2017", "2017-02-20"}, DateCase{"20-Feb-2017", "2017-02-20"},
    DateCase{"31 janvier 1969", "1969-01-31"}, DateCase{"01.01.70", "1970-01-01"}, DateCase{"29/02/2016", "2016-02-29"}));

class NoDates : public ::testing::TestWithParam<const char*> {};

TEST_P(NoDates, AreInvented) { EXPECT_THAT(iso(GetParam()), IsEmpty()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(OutOfOtherFigures, NoDates, ::testing::Values("29/02/2017", "31/04/2017", "20/13/2017", "00/01/2017", "04.78.12.34.56", "04 78 12 34 56", "1.2.3.4",
    "au 31 courant", "192.168.10.17", "120/02/2017", "20/02/20175", "mars 2017", "12 345 678", "1 000,00", "le mai", "page 1/2", "732 829 320"));

TEST(FindDates, JoinsAYearThatAGapParts) {
    const auto found = find_dates("A JOUR AU 09/04/20 16");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(to_iso(found[0].value), "2016-04-09");
    EXPECT_EQ(to_iso(find_dates("LE 09/04/20 A 16:30")[0].value), "2020-04-09");
    EXPECT_EQ(to_iso(find_dates("09/04/20 16:30")[0].value), "2020-04-09");
}

TEST(FindDates, TakesAPoorScansColonsButNoTimes) {
    ASSERT_EQ(find_dates("DU 01:01:2017 AU 31:12:2017").size(), 2u);
    EXPECT_TRUE(find_dates("A 14:35:20").empty());
}

TEST(FindDates, ReadsSeveralInTheOrderOfTheText) {
    EXPECT_THAT(iso("du 01/01/2017 au 31 décembre 2017, fait le 2 janvier 2017"), ElementsAre("2017-01-01", "2017-12-31", "2017-01-02"));
}

TEST(FindDates, IsSurerOfWordsThanOfRepairedFigures) {
    const auto clean = find_dates("20 FEVRIER 2017"), repaired = find_dates("2O/02/2O17");
    ASSERT_EQ(clean.size(), 1u);
    ASSERT_EQ(repaired.size(), 1u);
    EXPECT_GT(clean[0].confidence, 0.95);
    EXPECT_LT(repaired[0].confidence, 0.85);
    EXPECT_TRUE(repaired[0].repaired);
}

TEST(DateAt, LooksOnlyNearby) {
    const std::string text = "A JOUR AU 6 NOVEMBRE 2024";
    EXPECT_TRUE(date_at(text, 9));
    EXPECT_FALSE(date_at(text, 0, 5));
    EXPECT_FALSE(date_at(text, 99));
}

std::vector<std::string> periods(const char* printed) {
    std::vector<std::string> all;
    for (const auto& p : find_periods(fold(printed)))
        all.push_back((p.value.from ? to_iso(*p.value.from) : "") + ".." + (p.value.to ? to_iso(*p.value.to) : ""));
    return all;
}

TEST(FindPeriods, ReadsEveryFormOfInsurers) {
    EXPECT_THAT(periods("pour la période du 01/01/2017 au 31/12/2017"), ElementsAre("2017-01-01..2017-12-31"));
    EXPECT_THAT(periods("du 1er janvier au 31 décembre 2017"), ElementsAre("2017-01-01..2017-12-31"));
    EXPECT_THAT(periods("du 01/01 au 31/12/2017"), ElementsAre("2017-01-01..2017-12-31"));
    EXPECT_THAT(periods("du 1er avril au 31 mars 2017"), ElementsAre("2016-04-01..2017-03-31"));
    EXPECT_THAT(periods("valable du 01/02/2017 jusqu'au 31/01/2018"), ElementsAre("2017-02-01..2018-01-31"));
    EXPECT_THAT(periods("à compter du 1er janvier 2017 jusqu'au 31 décembre 2017 inclus"), ElementsAre("2017-01-01..2017-12-31"));
    EXPECT_THAT(periods("à effet du 01/01/2016"), ElementsAre("2016-01-01.."));
    EXPECT_THAT(periods("valable jusqu'au 31/12/2017"), ElementsAre("..2017-12-31"));
    EXPECT_THAT(periods("01/01/2017 - 31/12/2017"), ElementsAre("2017-01-01..2017-12-31"));
    EXPECT_THAT(periods("26/07/2017 Sage Paie - abonnement, licence jusqu'au 26/07/2018"), ElementsAre("..2018-07-26"));
    EXPECT_THAT(periods("26/07/2017 au 26/07/2017"), ElementsAre());
    EXPECT_THAT(periods("licence jusqu'au 21/02/2018 - Paie, licence jusqu'au 21/02/2018"), ElementsAre("..2018-02-21", "..2018-02-21"));
    EXPECT_THAT(periods("Lyon, le 3 janvier 2017"), IsEmpty());
}

TEST(FindYears, TakesYearsThatStandAlone) {
    std::vector<int> years;
    for (const auto& y : find_years("COTISATION 2017, REFERENCE 12017, 01/01/2016, 2017.5, EXERCICE 2015/2016")) years.push_back(y.value);
    EXPECT_THAT(years, ElementsAre(2017, 2015));
}

TEST(TimeAt, KnowsHoursFromOtherFigures) {
    EXPECT_TRUE(time_at("14:44:07", 0));
    EXPECT_TRUE(time_at("14H44", 0));
    EXPECT_FALSE(time_at("14/44", 0));
}

TEST(InFrench, WritesAsAReaderExpects) {
    EXPECT_EQ(in_french(*from_iso("2017-03-01")), "1er mars 2017");
    EXPECT_EQ(in_french(*from_iso("2017-08-20")), "20 août 2017");
}

}  // namespace
}  // namespace paraphe
