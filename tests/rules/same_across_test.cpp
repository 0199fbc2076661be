#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(SameAcross, TheSameSirenPassesWhateverTheName) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "company_name", std::string{"Ancien nom"});
    EXPECT_EQ(bench.run("same_across").reason, "ok");
}

TEST(SameAcross, ATradeNameOfTheKbisIsTheCandidates) {
    Bench bench{.piece = "liability_insurance"};
    set(bench.document(), "company_name", std::string{"TANGRAM.NET"});
    EXPECT_EQ(bench.run("same_across").reason, "ok");
}

TEST(SameAcross, TheSameNameWithAnotherSirenMayBeAGroup) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "siren", std::string{"552081317"});
    EXPECT_EQ(bench.run("same_across").reason, "same_name_other_siren");
}

TEST(SameAcross, WithoutAKbisTheNameThatMostPiecesBearIsTheCandidates) {
    Bench bench{.piece = "liability_insurance"};
    remove_piece(bench.reading, "kbis");
    for (const std::string piece : {"commitment_letter", "staff_register"}) drop(of(bench.reading, piece), "siren");
    EXPECT_EQ(bench.run("same_across").reason, "ok");
    set(bench.document(), "company_name", std::string{"Zénith Conseil"});
    EXPECT_EQ(bench.run("same_across").outcome, Outcome::review);
}

TEST(SameAcross, TwoCompaniesNamedByAsManyPiecesAreNoMajority) {
    Bench bench{.piece = "liability_insurance"};
    remove_piece(bench.reading, "kbis");
    for (auto& document : bench.reading.documents)
        for (const std::string name : {"siren", "company_name"})
            if (field(document, name)) drop(document, name);
    for (const std::string piece : {"liability_insurance", "commitment_letter"}) set(of(bench.reading, piece), "company_name", std::string{"Tangram Numérique"});
    for (const std::string piece : {"software_licence", "cluster_membership"}) set(of(bench.reading, piece), "company_name", std::string{"Zénith Conseil"});
    EXPECT_EQ(bench.run("same_across").reason, "nothing_to_compare");
}

TEST(SameAcross, SaysWithWhatItCompared) {
    Bench bench{.piece = "liability_insurance"};
    EXPECT_EQ(bench.run("same_across").values.at("reference").fr, "le Kbis");
    remove_piece(bench.reading, "kbis");
    EXPECT_EQ(bench.run("same_across").values.at("reference").fr, "les autres pièces");
}

TEST(SameAcross, OnePieceAloneIsNoMajority) {
    Bench bench{.piece = "liability_insurance"};
    remove_piece(bench.reading, "kbis");
    for (auto& document : bench.reading.documents)
        for (const std::string name : {"siren", "company_name"})
            if (document.piece != "liability_insurance" && field(document, name)) drop(document, name);
    EXPECT_EQ(bench.run("same_across").reason, "nothing_to_compare");
}

TEST(SameAcross, ANumberWithAWrongKeyIsNoOtherCompany) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "siren", std::string{"552081318"});
    EXPECT_EQ(bench.run("same_across").reason, "ok");
}

TEST(SameAcross, WithoutAKbisNothingFails) {
    Bench bench{.piece = "liability_insurance"};
    set(bench.document(), "siren", std::string{"552081317"});
    set(bench.document(), "company_name", std::string{"Boulangerie Martin"});
    EXPECT_EQ(bench.run("same_across").outcome, Outcome::fail);
    remove_piece(bench.reading, "kbis");
    EXPECT_EQ(bench.run("same_across").outcome, Outcome::review);
}

TEST(SameAcross, ANameWrittenByHandNeverFails) {
    Bench bench{.piece = "liability_insurance", .parameters = {{"by_name_alone", true}}};
    set(bench.document(), "company_name", std::string{"Boulangerie Martin"});
    EXPECT_EQ(bench.run("same_across").outcome, Outcome::fail);
    field_of(bench.document(), "company_name").by_hand = true;
    EXPECT_EQ(bench.run("same_across").outcome, Outcome::review);
}

TEST(SameAcross, ScrapsOfAHandsLettersAreUnreadAndNobodysName) {
    Bench bench{.piece = "brand_rules"};
    drop(bench.document(), "siren");
    set(bench.document(), "company_name", std::string{"RO TAC SA ERA"}, 0.1);
    const auto result = bench.run("same_across");
    EXPECT_EQ(result.outcome, Outcome::review);
    EXPECT_EQ(result.reason, "unread");
}

TEST(SameAcross, APieceThatNamesNobodyIsToReviewOnlyWhereItMust) {
    Bench bench{.piece = "software_licence"};
    drop(bench.document(), "company_name");
    EXPECT_EQ(bench.run("same_across").reason, "unnamed");
    bench.parameters["must_name"] = false;
    EXPECT_EQ(bench.run("same_across").outcome, Outcome::pass);
}

TEST(SameAcross, AChequeOfTheDirectorIsTheCandidates) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"name", std::string{"drawer"}}, {"or_representative", true}}};
    set(bench.document(), "drawer", std::string{"M. Pierre FAURE"});
    EXPECT_EQ(bench.run("same_across").reason, "ok");
}

TEST(SameAcross, ANumberThatHardlyBelongsToThePieceSpeaksForNobody) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "company_name", std::string{"Cobalt Réseaux"});
    field_of(bench.document(), "siren").chosen.confidence = 0.2;
    EXPECT_NE(bench.run("same_across").outcome, Outcome::pass);
    set(bench.document(), "siren", std::string{"552081317"}, 0.1);
    set(bench.document(), "company_name", std::string{"TANGRAM.NET"});
    EXPECT_EQ(bench.run("same_across").reason, "ok");
}

TEST(SameAcross, AnAgreementOfTwoReadingsIsSureHoweverFaint) {
    Bench bench{.piece = "liability_insurance"};
    drop(bench.document(), "siren");
    set(bench.document(), "company_name", std::string{"TANGRAM.NET"}, 0.5);
    EXPECT_GE(bench.run("same_across").confidence, 0.95);
}

TEST(SameAcross, ANameThatWasLookedForProvesLessThanTheLook) {
    Bench bench{.piece = "liability_insurance"};
    drop(bench.document(), "siren");
    set(bench.document(), "company_name", std::string{"TANGRAM.NET"}, 0.6);
    field_of(bench.document(), "company_name").recognised = true;
    EXPECT_LT(bench.run("same_across").confidence, 0.6);
}

TEST(SameAcross, ASirenThatWasLookedForProvesLessThanTheLook) {
    Bench bench{.piece = "commitment_letter"};
    auto& siren = field_of(bench.document(), "siren");
    siren.recognised = true;
    siren.chosen.confidence = 0.6;
    EXPECT_LT(bench.run("same_across").confidence, 0.6);
}

}  // namespace
}  // namespace paraphe::rules::testing
