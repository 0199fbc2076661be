#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(SignedByRepresentative, OneOfSeveralGivenNamesWithoutAccentsIsTheSamePerson) {
    Bench bench{.piece = "commitment_letter"};
    for (const std::string name : {"Pierre FAURE", "M. Yves Faure", "FAURE Pierre"}) {
        set(bench.document(), "signatory", name);
        EXPECT_EQ(bench.run("signed_by_representative").reason, "ok") << name;
    }
}

TEST(SignedByRepresentative, AnAuditorOfTheCompanyRepresentsNobody) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "signatory", std::string{"Audit Conseil"});
    EXPECT_EQ(bench.run("signed_by_representative").reason, "not_representative");
}

TEST(SignedByRepresentative, ANameThatWasHardlyReadIsNotHeldAgainstAnyone) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "signatory", std::string{"OR Ce"}, 0.06);
    EXPECT_EQ(bench.run("signed_by_representative").reason, "unread");
}

TEST(SignedByRepresentative, ACompanyAsPresidentIsToReview) {
    Bench bench{.piece = "commitment_letter"};
    set(of(bench.reading, "kbis"), "representatives", std::vector<Representative>{{"MM Invest", "Président", true}});
    EXPECT_EQ(bench.run("signed_by_representative").reason, "company_represents");
}

TEST(SignedByRepresentative, AnotherPiecesNameThatWasHardlyReadIsNobodyElse) {
    Bench bench{.piece = "referential"};
    bench.parameters["like"] = "commitment_letter";
    set(of(bench.reading, "commitment_letter"), "signatory", std::string{"OR Ce"}, 0.06);
    EXPECT_EQ(bench.run("signed_by_representative").reason, "ok");
    set(of(bench.reading, "commitment_letter"), "signatory", std::string{"Louis Dubreuil"}, 0.9);
    EXPECT_EQ(bench.run("signed_by_representative").reason, "other_than_like");
}

TEST(SignedByRepresentative, ADelegationInTheDossierIsSaid) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "signatory", std::string{"Louis Dubreuil"});
    find(of(bench.reading, "brand_rules"), "delegation");
    EXPECT_EQ(bench.run("signed_by_representative").reason, "by_delegation");
}

TEST(SignedByRepresentative, ANameThatWasNotReadIsToReviewWhereOneIsNeeded) {
    Bench bench{.piece = "commitment_letter"};
    drop(bench.document(), "signatory");
    EXPECT_EQ(bench.run("signed_by_representative").outcome, Outcome::pass);
    bench.parameters["must_name"] = true;
    EXPECT_EQ(bench.run("signed_by_representative").reason, "unread");
}

TEST(SignedByRepresentative, ANameThatWasLookedForProvesLessThanTheLook) {
    Bench bench{.piece = "commitment_letter"};
    set(bench.document(), "signatory", std::string{"Pierre FAURE"}, 0.84);
    EXPECT_GE(bench.run("signed_by_representative").confidence, 0.95);
    field_of(bench.document(), "signatory").recognised = true;
    EXPECT_LT(bench.run("signed_by_representative").confidence, 0.84);
}

}  // namespace
}  // namespace paraphe::rules::testing
