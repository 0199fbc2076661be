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
}

TEST(PageNumbers, SurviveATiredScanner) {
    expect("PAGE L/2", 1, 2);
    expect("PAGE I SUR 2", 1, 2);
    expect("PUGE 2", 2, 0);
    expect("POGE3", 3, 0);
    expect("CAGE 4 BIS", 0, 0);
}

TEST(PageNumbers, AreNotTakenFromDatesAmountsOrAddresses) {
    expect("LE 3/12/2016", 0, 0);
    expect("75002 PARIS", 0, 0);
    expect("DOCUMENT CONFIDENTIEL", 0, 0);
    expect("OUVERT 12/3", 0, 0);
    expect("2017", 0, 0);
}

}  // namespace
}  // namespace paraphe
