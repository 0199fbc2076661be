#include "readings.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Code invoice{"datamatrix", "DC04FR000001123F16360101FR10TANGRAM NUMERIQUE\x1d\x1f" + std::string(103, 'A'), {0.8, 0.05, 0.1, 0.07}};

FileReading& file_of(Reading& reading, const std::string& piece) { return *std::ranges::find(reading.files, piece + ".pdf", &FileReading::path); }

bool reported(const Judgement& judgement, const std::string& id) {
    return std::ranges::any_of(judgement.pieces, [&](const PieceJudgement& piece) { return std::ranges::any_of(piece.checks, [&](const Check& c) { return c.id == id; }); });
}

TEST(TwoDDocType, OneOnAKbisOrAnInsuranceCertificateIsARemarkThatChangesNothing) {
    for (const std::string piece : {"kbis", "liability_insurance"}) {
        auto reading = clean_reading();
        file_of(reading, piece).pages.front().codes = {invoice};
        const auto judgement = judged(reading);
        const auto& check = check_of(judgement, piece + ".two_d_doc_type");
        EXPECT_EQ(check.outcome, Outcome::review);
        EXPECT_FALSE(check.required);
        EXPECT_EQ(check.code, piece + ".two_d_doc_odd");
        EXPECT_THAT(check.message.fr, HasSubstr("(facture)"));
        EXPECT_THAT(check.message.fr, HasSubstr("n'a pas été vérifiée"));
        EXPECT_THAT(check.message.en, HasSubstr("not verified"));
        EXPECT_THAT(check.evidence, ElementsAre(Place{piece + ".pdf", 1, invoice.box}));
    }
}

TEST(TwoDDocType, APageWithoutOneIsNothingToReport) {
    auto reading = clean_reading();
    file_of(reading, "kbis").pages.front().codes = {{"qr", "https://controle.infogreffe.fr/controle?codeControle=aBcDeF1234", {}}, {"datamatrix", "%000000", {}}};
    const auto judgement = judged(reading);
    EXPECT_FALSE(reported(judgement, "kbis.two_d_doc"));
    EXPECT_FALSE(reported(judgement, "kbis.two_d_doc_type"));
    EXPECT_TRUE(judgement.notes.empty());
}

TEST(TwoDDocType, AListNamesThoseThatSuit) {
    Bench bench{.piece = "software_licence", .parameters = {{"types", std::vector<std::string>{"01", "09"}}}};
    file_of(bench.reading, "software_licence").pages.front().codes = {invoice};
    EXPECT_EQ(bench.run("two_d_doc_type").reason, "ok");
    bench.parameters = {};
    EXPECT_EQ(bench.run("two_d_doc_type").reason, "odd");
}

TEST(TwoDDocNotes, AMalformedOneIsTold) {
    auto reading = clean_reading();
    auto broken = invoice;
    broken.text.resize(60);
    file_of(reading, "software_licence").pages.front().codes = {broken};
    const auto judgement = judged(reading);
    ASSERT_EQ(judgement.notes.size(), 1u);
    EXPECT_EQ(judgement.notes.front().code, "two_d_doc.malformed");
    EXPECT_THAT(judgement.notes.front().evidence, ElementsAre(Place{"software_licence.pdf", 1, invoice.box}));
    EXPECT_FALSE(reported(judgement, "software_licence.two_d_doc"));
    EXPECT_EQ(judgement.verdict, Verdict::eligible);
}

}  // namespace
}  // namespace paraphe::rules::testing
