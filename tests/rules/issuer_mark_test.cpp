#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(IssuerMark, AnIssuerNamedInPrintWithoutAPlaceToSignPasses) {
    Bench bench{.piece = "liability_insurance", .parameters = {{"labels", std::vector<std::string>{"signature", "cachet"}}}};
    unsign(bench.document());
    EXPECT_EQ(bench.run("issuer_mark").reason, "absent");
    bench.document().slots.front().label = "Verspieren Courtage Pro";
    EXPECT_EQ(bench.run("issuer_mark").reason, "printed");
}

TEST(IssuerMark, APaperThatMustBearAMarkIsToReviewWithoutOne) {
    Bench bench{.piece = "cluster_membership", .parameters = {{"labels", std::vector<std::string>{"signature", "cachet"}}, {"unmarked_only_as", std::string{"invoice"}}}};
    unsign(bench.document());
    bench.document().slots.clear();
    EXPECT_EQ(bench.run("issuer_mark").reason, "absent");
    find(bench.document(), "invoice", "FACTURE N° 12");
    EXPECT_EQ(bench.run("issuer_mark").reason, "printed");
}

}  // namespace
}  // namespace paraphe::rules::testing
