#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(OneCompany, OnePieceOfAnotherCompanyIsThatPiecesCheckTwoAreTheDossiers) {
    Bench bench{.piece = "kbis"};
    for (const std::string piece : {"liability_insurance", "software_licence"}) {
        EXPECT_EQ(bench.run("one_company").reason, "ok");
        set(of(bench.reading, piece), "siren", std::string{"552081317"});
        set(of(bench.reading, piece), "company_name", std::string{"Boulangerie Martin"});
    }
    EXPECT_EQ(bench.run("one_company").reason, "two");
    EXPECT_THAT(bench.run("one_company").values.at("list").fr, ::testing::HasSubstr("Boulangerie Martin (552 081 317)"));
}

}  // namespace
}  // namespace paraphe::rules::testing
