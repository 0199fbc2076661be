#include "readings.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const Box corner{0.8, 0.05, 0.1, 0.07};

/// GS as <; 123F is the 15th of October 2012, FFFF no date.
Code code(std::string fields, const std::string& type = "01", const std::string& day = "FFFF") {
    std::ranges::replace(fields, '<', '\x1d');
    return {"datamatrix", "DC04FR000001" + day + "1636" + type + "01FR" + fields + "\x1f" + std::string(103, 'A'), corner};
}

struct Page : Bench {
    explicit Page(const std::string& of_piece) : Bench{.piece = of_piece} {}

    std::string says(const Code& on_page) {
        std::ranges::find(reading.files, piece + ".pdf", &FileReading::path)->pages.front().codes = {on_page};
        return run("two_d_doc_agrees").reason;
    }
};

TEST(TwoDDocAgrees, TheNamePrintedIsTheNameInTheCodeHoweverItIsWritten) {
    Page page("software_licence");
    EXPECT_EQ(page.says(code("10TANGRAM NUMERIQUE<")), "ok");
    EXPECT_EQ(page.says(code("14SARL TANGRAM NUMERIQUE<10BOULANGERIE MARTIN<")), "ok");  // one of the two names
    EXPECT_EQ(page.says(code("10BOULANGERIE MARTIN<")), "differs");
    EXPECT_EQ(page.says(code("10MME/SPECIMEN/NATACHA<")), "says_nothing");
    EXPECT_EQ(page.says(code("10M DUPONT JEAN<")), "says_nothing");
    EXPECT_EQ(page.says(code("2475000" "26FR")), "says_nothing");
}

TEST(TwoDDocAgrees, AnotherSirenContradictsAndOneWhoseKeyFailsSaysNothing) {
    Page page("staff_register");
    EXPECT_EQ(page.says(code("5073282932000074", "10")), "ok");
    EXPECT_EQ(page.says(code("5L732829320<", "10")), "ok");
    EXPECT_EQ(page.says(code("5055208131766522", "10")), "differs");
    EXPECT_EQ(page.says(code("5000000000000000", "10")), "says_nothing");
    EXPECT_EQ(page.says(code("5LW751000001<", "10")), "says_nothing");
}

TEST(TwoDDocAgrees, ADateWeeksAwayContradicts) {
    Page page("software_licence");
    set(page.document(), "issued_on", std::string{"2012-10-15"});
    EXPECT_EQ(page.says(code("", "01", "123F")), "ok");
    set(page.document(), "issued_on", std::string{"2012-10-22"});
    EXPECT_EQ(page.says(code("", "01", "123F")), "ok");
    set(page.document(), "issued_on", std::string{"2016-10-15"});
    EXPECT_EQ(page.says(code("", "01", "123F")), "differs");
    EXPECT_EQ(page.says(code("")), "says_nothing");
    field_of(page.document(), "issued_on").others.push_back({std::string{"2012-10-14"}, 0.4, {}, ""});
    EXPECT_EQ(page.says(code("", "01", "123F")), "ok");  // the page says both days
}

TEST(TwoDDocAgrees, ASumOrANumberOfInvoiceThatThePageDoesNotPrintContradicts) {
    Page fee("cluster_membership");
    set(fee.document(), "amount", 500.0);
    EXPECT_EQ(fee.says(code("1D500,00<")), "ok");
    EXPECT_EQ(fee.says(code("1D600,00<")), "differs");
    field_of(fee.document(), "amount").others.push_back({600.0, 0.4, {}, ""});
    EXPECT_EQ(fee.says(code("1D600,00<")), "ok");

    Page licence("software_licence");
    set(licence.document(), "invoice_number", std::string{"n° FA-2017/0012"});
    EXPECT_EQ(licence.says(code("18FA20170012<")), "ok");
    EXPECT_EQ(licence.says(code("18FA2O17OO12<")), "ok");
    EXPECT_EQ(licence.says(code("18FA20150098<")), "differs");
}

TEST(TwoDDocAgrees, WhatWasHardlyReadContradictsNobody) {
    Page page("software_licence");
    set(page.document(), "company_name", std::string{"Tangram Numérique"}, 0.2);
    EXPECT_EQ(page.says(code("10BOULANGERIE MARTIN<")), "says_nothing");
    set(page.document(), "company_name", std::string{"Tangram Numérique"});
    field_of(page.document(), "company_name").confirmed = false;
    EXPECT_EQ(page.says(code("10BOULANGERIE MARTIN<")), "says_nothing");
}

TEST(TwoDDocAgrees, AContradictionIsToReviewWithBothPlacesAndNeverAFail) {
    auto reading = clean_reading();
    auto& licence = of(reading, "software_licence");
    set(licence, "issued_on", std::string{"2016-10-15"});
    std::ranges::find(reading.files, "software_licence.pdf", &FileReading::path)->pages.front().codes = {code("10BOULANGERIE MARTIN<", "01", "123F")};
    const auto judgement = judged(reading);
    const auto& check = check_of(judgement, "software_licence.two_d_doc");
    EXPECT_EQ(check.outcome, Outcome::review);
    EXPECT_EQ(check.code, "software_licence.two_d_doc_differs");
    EXPECT_EQ(check.message.fr, "Le code 2D-Doc (facture) contredit la page : nom de l'entreprise (code : BOULANGERIE MARTIN ; page : Tangram Numérique), "
                                "date d'émission (code : 15/10/2012 ; page : 15/10/2016). La signature du code n'a pas été vérifiée.");
    EXPECT_THAT(check.message.en, AllOf(HasSubstr("(code: 2012-10-15; page: 2016-10-15)"), HasSubstr("not verified")));
    EXPECT_THAT(check.evidence, ::testing::ElementsAre(Place{"software_licence.pdf", 1, corner}, field_of(licence, "company_name").chosen.place, field_of(licence, "issued_on").chosen.place));
    EXPECT_EQ(judgement.verdict, Verdict::review);
}

TEST(TwoDDocAgrees, NoBirthNationalityAccountOrTaxNumberIsEverTold) {
    auto reading = clean_reading();
    for (auto& file : reading.files)
        for (auto& page : file.pages)
            page.codes = {code("62SECRETNAME<6901011970" "67XX" "6ASECRETPLACE<" "31FR76SECRETIBAN0000000000000<" "40SECRETTAX1234" "10BOULANGERIE MARTIN<", "07", "123F")};
    const auto judgement = judged(reading);
    EXPECT_THAT(check_of(judgement, "software_licence.two_d_doc").message.fr, HasSubstr("BOULANGERIE MARTIN"));
    for (const auto& piece : judgement.pieces)
        for (const auto& check : piece.checks)
            for (const auto& text : {check.message.fr, check.message.en, check.advice.fr, check.reasoning})
                EXPECT_THAT(text, AllOf(Not(HasSubstr("SECRET")), Not(HasSubstr("1970")))) << check.id;
}

}  // namespace
}  // namespace paraphe::rules::testing
