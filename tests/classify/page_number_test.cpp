#include "formats/page_number.hpp"

#include <gtest/gtest.h>

namespace paraphe {
namespace {

void expect(std::string_view folded, int number, int total) {
    const PrintedNumber found = number_in(folded);
    EXPECT_EQ(found.number, number) << folded;
    EXPECT_EQ(found.total, total) << folded;
}

TEST(PageNumbers, AreReadInEveryFormThatIsPrinted) {
    expect("PAGE 3/12", 3, 12);
    expect("PAGE 3 SUR 12", 3, 12);
    expect("PAGE : 3 / 12", 3, 12);
    expect("R.C.S. NANTES - 07/11/2024 - 14:44:07 PAGE 1/2", 1, 2);
    expect("REFERENTIEL ENR - P. 2 SUR 3", 2, 3);
    expect("- 3 -", 3, 0);
    expect("3/12", 3, 12);
    expect("7", 7, 0);
    expect("PAGE NO 4", 4, 0);
    expect("REGLES D'UTILISATION DU LOGO - 2", 2, 0);
    expect("FRANCE IT - REFERENTIEL ENR | 3", 3, 0);
    expect("4 | REFERENTIEL ENR", 4, 0);
}

TEST(PageNumbers, SurviveATiredScanner) {
    expect("PAGE L/2", 1, 2);
    expect("PAGE I SUR 2", 1, 2);
    expect("PUGE 2", 2, 0);
    expect("POGE3", 3, 0);
    expect("CAGE 4 BIS", 0, 0);
    expect("PAGE 3AR", 3, 0);
    expect("PAGE AR", 0, 0);
}

TEST(PageNumbers, AreNotTakenFromDatesAmountsOrAddresses) {
    expect("LE 3/12/2016", 0, 0);
    expect("75002 PARIS", 0, 0);
    expect("DOCUMENT CONFIDENTIEL", 0, 0);
    expect("OUVERT 12/3", 0, 0);
    expect("2017", 0, 0);
    expect("REFERENTIEL - 2016", 0, 0);
    expect("ALPHA CONSEIL - 12 RUE DES LILAS", 0, 0);
    expect("ANNEXE 3", 0, 0);
    expect("FORMULAIRE ENR-3", 0, 0);
    expect("TEL 04 72 00 00 12", 0, 0);
    expect("SIREN 732 829 320", 0, 0);
    expect("12 RUE DES LILAS", 0, 0);
}

PrintedNumber read(int number, int total, bool sure) { return {number, total, sure}; }

TEST(SheetNumbers, ALoneFigureCountsWhereItContinuesTheOthers) {
    const auto numbers = sheet_numbers({read(1, 0, true), read(2, 0, false), read(7, 0, false)});
    EXPECT_EQ(numbers.shown, (std::vector<std::string>{"1", "2", ""}));
    EXPECT_GT(numbers.confidence, 0.9);
}

TEST(SheetNumbers, WithoutAnyNumberThereIsNoConfidence) { EXPECT_EQ(sheet_numbers({read(0, 0, false), read(4, 0, false)}).confidence, 0); }

TEST(SheetNumbers, ASlashThatAScannerTookForAFigureIsOne) {
    EXPECT_EQ(sheet_numbers({read(1, 3, true), read(233, 0, true), read(33, 0, true)}).shown, (std::vector<std::string>{"1/3", "2/3", "3/3"}));
    EXPECT_EQ(sheet_numbers({read(113, 0, true), read(23, 0, true), read(33, 0, true)}).shown, (std::vector<std::string>{"1/3", "2/3", "3/3"}));
    // Three pages from the middle of a long document.
    EXPECT_EQ(sheet_numbers({read(11, 0, true), read(12, 0, true), read(13, 0, true)}).shown, (std::vector<std::string>{"11", "12", "13"}));
    EXPECT_EQ(sheet_numbers({read(1, 3, true), read(13, 0, true)}).shown, (std::vector<std::string>{"1/3", ""})) << "1/3 twice, or another page misread";
}

TEST(SheetNumbers, NoPageComesAfterTheLast) { EXPECT_EQ(sheet_numbers({read(1, 3, true), read(274, 0, true), read(3, 3, true)}).shown, (std::vector<std::string>{"1/3", "", "3/3"})); }

TEST(SheetNumbers, ATotalThatAloneContradictsAllOthersWasMisread) {
    EXPECT_EQ(sheet_numbers({read(1, 3, true), read(2, 4, true), read(3, 3, true)}).shown, (std::vector<std::string>{"1/3", "2/3", "3/3"}));
    EXPECT_EQ(sheet_numbers({read(1, 3, true), read(4, 4, true), read(3, 3, true)}).shown, (std::vector<std::string>{"1/3", "4/4", "3/3"})) << "out of order: perhaps of another document";
    EXPECT_EQ(sheet_numbers({read(1, 3, true), read(2, 4, true)}).shown, (std::vector<std::string>{"1/3", "2/4"}));
}

TEST(SheetNumbers, AreReadBackAsTheyWereShown) {
    EXPECT_EQ(number_from("3")->number, 3);
    EXPECT_EQ(number_from("3/12")->total, 12);
    for (const char* none : {"", "0", "12/3", "3/", "a", "3-4"}) EXPECT_FALSE(number_from(none)) << none;
}

}  // namespace
}  // namespace paraphe
