#include "formats/cheque_line.hpp"
#include "formats/iban.hpp"
#include "formats/naf.hpp"
#include "formats/nir.hpp"
#include "formats/rcs.hpp"
#include "formats/section_number.hpp"
#include "formats/siren.hpp"
#include "formats/tva.hpp"
#include "text/fold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <class T>
std::vector<T> values(const std::vector<Found<T>>& found, double at_least = 0) {
    std::vector<T> all;
    for (const auto& f : found)
        if (f.confidence >= at_least) all.push_back(f.value);
    return all;
}

TEST(Siren, HoldsByItsKey) {
    EXPECT_TRUE(valid_siren("732829320"));
    EXPECT_TRUE(valid_siren("552081317"));
    EXPECT_FALSE(valid_siren("123456789"));
    EXPECT_FALSE(valid_siren("000000000"));
    EXPECT_FALSE(valid_siren("73282932"));
    EXPECT_FALSE(luhn(""));
    EXPECT_FALSE(luhn("12a"));
}

TEST(Siret, HoldsByItsKeyOrByLaPostesRule) {
    EXPECT_TRUE(valid_siret("73282932000074"));
    EXPECT_TRUE(valid_siret("55208131766522"));
    EXPECT_TRUE(valid_siret("35600000049837"));
    EXPECT_TRUE(valid_siret("35600000000048"));
    EXPECT_FALSE(valid_siret("32127282400016"));  // printed so on the label's own certificate
}

struct SirenCase {
    const char* text;
    std::vector<std::string> sure;
};

class Sirens : public ::testing::TestWithParam<SirenCase> {};

TEST_P(Sirens, AreFound) { EXPECT_EQ(values(find_sirens(fold(GetParam().text)), 0.7), GetParam().sure) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(InEveryPrint, Sirens, ::testing::Values(
    SirenCase{"SIREN : 732 829 320", {"732829320"}}, SirenCase{"SIREN 732.829.320.", {"732829320"}}, SirenCase{"RCS Nantes 518452750", {"518452750"}},
    SirenCase{"numéro982 574 717 R.C.S.", {"982574717"}}, SirenCase{"numéro982 574 717R.C.S.", {"982574717"}},
    SirenCase{"732\u00A0829\u202F320", {"732829320"}}, SirenCase{"7 3 2 8 2 9 3 2 0", {"732829320"}}, SirenCase{"732 82932O", {"732829320"}},
    SirenCase{"SIRET 732 829 320 00074", {}}, SirenCase{"73282932000074", {}}, SirenCase{"tél. 04 72 82 93 20", {}},
    SirenCase{"1732829320", {}}, SirenCase{"123 456 789", {}}, SirenCase{"000 000 000", {}},
    SirenCase{"722 057 460 et 440 048 882", {"722057460", "440048882"}}, SirenCase{"732 829 320 69002 Lyon", {"732829320"}}));

TEST(FindSirens, KeepsWhatIsPrintedWhenItsKeyFails) {
    const auto found = find_sirens("SIREN 123 456 789");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.back().value, "123456789");
    EXPECT_LE(found.back().confidence, 0.3);
}

TEST(FindSirens, TakesNoHyphenatedLicenceNumber) { EXPECT_THAT(values(find_sirens("NUMERO D'AUTORISATION : F1196-59285")), IsEmpty()); }

TEST(FindSirens, RepairsOneConfusedDigitAndSaysSo) {
    const auto found = find_sirens("722 057 468");  // a last 0 read as 8
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].value, "722057460");
    EXPECT_TRUE(found[0].repaired);
    EXPECT_LT(found[0].confidence, 0.7);
}

TEST(FindSirets, TakesEveryGrouping) {
    for (const char* text : {"732 829 320 00074", "73282932000074", "732829320 00074", "732 829 320 000 74", "732.829.320.00074"})
        EXPECT_THAT(values(find_sirets(text), 0.9), ElementsAre("73282932000074")) << text;
    EXPECT_THAT(values(find_sirets("732829320000741"), 0), IsEmpty());
}

TEST(FindRcs, ReadsTheNumberBeforeOrAfterTheCity) {
    const Rcs nantes{"518452750", "NANTES"};
    for (const char* text : {"518 452 750 R.C.S. Nantes", "R.C.S. NANTES B 518 452 750", "RCS Nantes 518452750", "immatriculée au RCS de Nantes sous le numéro 518 452 750",
                             "518 452 750 RCS NANTES - SIRET", "R.C.S Nantes : 518 452 750", "Registre du commerce et des sociétés de Nantes sous le n° 518 452 750"})
        EXPECT_THAT(values(find_rcs(fold(text))), ElementsAre(nantes)) << text;
    EXPECT_THAT(values(find_rcs(fold("R.C.S. Strasbourg TI 518 452 750"))), ElementsAre(Rcs{"518452750", "STRASBOURG"}));
    EXPECT_THAT(values(find_rcs(fold("RCS Le Mans 518 452 750"))), ElementsAre(Rcs{"518452750", "LE MANS"}));
    EXPECT_THAT(find_rcs(fold("parcs et jardins 518 452 750")), IsEmpty());
}

TEST(FindGestionNumbers, TakesSpacesAndStopsAtDigits) {
    EXPECT_THAT(values(find_gestion_numbers("NO DE GESTION 2009B02406")), ElementsAre("2009B02406"));
    EXPECT_THAT(values(find_gestion_numbers("(2009 B 02406)")), ElementsAre("2009B02406"));
    EXPECT_THAT(find_gestion_numbers("12009B02406"), IsEmpty());
    EXPECT_THAT(find_gestion_numbers("2009B024067"), IsEmpty());
}

TEST(FindEuids, ReadsThroughGluedLabels) { EXPECT_THAT(values(find_euids("EUIDFR3801.982574717ADRESSE")), ElementsAre("FR3801.982574717")); }

TEST(Tva, HasTheKeyOfItsSiren) {
    EXPECT_EQ(tva_key("404833048"), "83");
    EXPECT_EQ(tva_key("722057460"), "14");
    EXPECT_EQ(tva_key("732829320"), "44");
    EXPECT_EQ(tva_key("552081317"), "03");
    EXPECT_EQ(tva_key("55208131"), "");
}

TEST(FindTva, WeighsItsKey) {
    EXPECT_THAT(values(find_tva_numbers("TVA FR 14 722 057 460"), 0.9), ElementsAre("FR14722057460"));
    EXPECT_THAT(values(find_tva_numbers("INTRACOMMUNAUTAIREFR14722057460"), 0.9), ElementsAre("FR14722057460"));
    EXPECT_THAT(values(find_tva_numbers("FR15722057460"), 0.9), IsEmpty());
    EXPECT_EQ(siren_of_tva("FR14722057460"), "722057460");
}

TEST(FindNaf, TakesThreeDigitsOnlyBesideItsLabel) {
    EXPECT_THAT(values(find_naf_codes("CODE NAF : 62.02A")), ElementsAre("6202A"));
    EXPECT_THAT(values(find_naf_codes("APE 6201 Z")), ElementsAre("6201Z"));
    EXPECT_THAT(values(find_naf_codes("APE 722C")), ElementsAre("722C"));
    EXPECT_THAT(find_naf_codes("BATIMENT 722C"), IsEmpty());
    EXPECT_TRUE(digital_activity("6202A"));
    EXPECT_TRUE(digital_activity("722C"));
    EXPECT_FALSE(digital_activity("5610A"));
    EXPECT_FALSE(digital_activity("7220Z"));
}

TEST(Iban, HoldsModulo97) {
    EXPECT_TRUE(valid_iban("FR1420041010050500013M02606"));
    EXPECT_FALSE(valid_iban("FR1420041010050500013M02607"));
    EXPECT_FALSE(valid_iban("FR14"));
    EXPECT_THAT(values(find_ibans("IBAN FR14 2004 1010 0505 0001 3M02 606 BIC"), 0.9), ElementsAre("FR1420041010050500013M02606"));
}

TEST(Rib, HasItsKey) {
    EXPECT_EQ(rib_key("20041", "01005", "0500013M026"), "06");
    EXPECT_EQ(rib_key("2004", "01005", "0500013M026"), "");
    EXPECT_THAT(values(find_ribs("20041 01005 0500013M026 06")), ElementsAre("20041010050500013M02606"));
    EXPECT_THAT(find_ribs("20041 01005 0500013M026 07"), IsEmpty());
}

TEST(ChequeLine, HasTheKeyPrintedInParentheses) {
    EXPECT_EQ(rlmc_key({"0000001", "012345678901", "212345678901"}), "24");
    EXPECT_EQ(rlmc_key({"0000042", "030004012345", "178912345678"}), "22");
    EXPECT_EQ(rlmc_key({"000004?", "030004012345", "178912345678"}), "");
}

TEST(ChequeLine, IsReadWithItsSeparators) {
    EXPECT_EQ(parse_cheque_line("<0000042< 030004012345> 178912345678;"), (ChequeLine{"0000042", "030004012345", "178912345678"}));
    EXPECT_FALSE(parse_cheque_line("0000042 030004012345"));
    EXPECT_FALSE(parse_cheque_line("0000042 030004012345 1789123456789"));
}

TEST(ChequeLine, FillsOneUnreadDigitFromTheKey) {
    EXPECT_EQ(repaired({"00000?2", "030004012345", "178912345678"}, "22"), (ChequeLine{"0000042", "030004012345", "178912345678"}));
    EXPECT_FALSE(repaired({"0000??2", "030004012345", "178912345678"}, "22"));
}

TEST(Grouped, PrintsThreesAndTheEstablishment) {
    EXPECT_EQ(grouped("732829320"), "732 829 320");
    EXPECT_EQ(grouped("73282932000074"), "732 829 320 00074");
    EXPECT_EQ(grouped("73282"), "73282");
}

TEST(Siren, ASumOfMoneyIsNoNumberOfACompany) {
    for (const std::string text : {"S.A. au capital de 732 829 320 € - 404 833 048 R.C.S. Nanterre", "S.A. au capital de 732 829 320 - 404 833 048 R.C.S. Nanterre", "732 829 320 euros, RCS 404 833 048"})
        EXPECT_THAT(values(find_sirens(fold(text))), ElementsAre("404833048")) << text;
}

TEST(Nir, IsWholeWithAKeyThatHolds) {
    EXPECT_EQ(nir_in("N SS 2 90 02 15 684 534 59"), Nir::whole);
    EXPECT_EQ(nir_in("290021568453459"), Nir::whole);
    EXPECT_EQ(nir_in("1 85 02 2A 123 456 82"), Nir::whole);
    EXPECT_EQ(nir_in("2 90 02 15 684 534 60"), Nir::without_key) << "the key fails";
    EXPECT_EQ(nir_in("2 90 02 15 684 534 GRAPHISTE"), Nir::without_key);
    EXPECT_EQ(nir_in("2 90 02 15 684 534 22/10/2012"), Nir::without_key);
}

TEST(Nir, IsSpacedBetweenItsPartsAndHasAMonth) {
    EXPECT_EQ(nir_in("1 15.03.2012 31.12.2016"), Nir::none);
    EXPECT_EQ(nir_in("2 90 15 15 684 534"), Nir::none) << "no month";
    EXPECT_EQ(nir_in("SIRET 329 000 155 00018"), Nir::none);
}

struct SectionCase {
    const char* line;
    std::optional<SectionNumber> number;
};

class Sections : public ::testing::TestWithParam<SectionCase> {};

TEST_P(Sections, AreNumberedAtTheHeadOfALine) { EXPECT_EQ(section_at(fold(GetParam().line)), GetParam().number) << GetParam().line; }

INSTANTIATE_TEST_SUITE_P(InEveryPrint, Sections, ::testing::Values(
    SectionCase{"Article 5. - Les prix", SectionNumber{true, 5, 0}}, SectionCase{"Art. 12 Durée", SectionNumber{true, 12, 0}}, SectionCase{"2.3 L'entreprise", SectionNumber{false, 2, 3}},
    SectionCase{"2. Approche", SectionNumber{false, 2, 0}}, SectionCase{"3.4. Livraison", SectionNumber{false, 3, 4}}, SectionCase{"2 pages", {}}, SectionCase{"12 rue de la Paix", {}},
    SectionCase{"2.3.2017", {}}, SectionCase{"123. Trop", {}}, SectionCase{"Article premier", {}}, SectionCase{"", {}}));

TEST(Sections, FollowOneAnother) {
    EXPECT_TRUE(follows({false, 2, 3}, {false, 2, 4}));
    EXPECT_TRUE(follows({false, 2, 3}, {false, 3, 0}));
    EXPECT_TRUE(follows({false, 2, 3}, {false, 3, 1}));
    EXPECT_TRUE(follows({true, 4, 0}, {true, 5, 0}));
    EXPECT_FALSE(follows({false, 2, 3}, {false, 2, 5}));
    EXPECT_FALSE(follows({false, 2, 3}, {false, 3, 2}));
    EXPECT_FALSE(follows({false, 2, 3}, {false, 4, 0}));
}

}  // namespace
}  // namespace paraphe
