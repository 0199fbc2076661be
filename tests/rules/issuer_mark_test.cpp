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

TEST(IssuerMark, AMarkThatMayBeASealOrASignatureIsAMark) {
    Bench bench{.piece = "cluster_membership", .parameters = {{"labels", std::vector<std::string>{"signature", "cachet"}}, {"unmarked_only_as", std::string{"invoice"}}}};
    unsign(bench.document());
    bench.document().slots.clear();
    PlacedMark mark;
    mark.path = bench.document().parts.front().path;
    mark.page = bench.document().parts.front().pages.front();
    mark.mark = {MarkKind::stamp, {0.5, 0.5, 0.2, 0.1}, 0.5, false, false, "", ""};
    mark.mark.presence = 0.97;
    bench.document().marks = {mark};
    EXPECT_EQ(bench.run("issuer_mark").reason, "ok");
    EXPECT_EQ(bench.run("issuer_mark").confidence, 0.97);
    Slot filled;
    filled.purpose = "signature";
    filled.place = {mark.path, mark.page, {0.4, 0.4, 0.4, 0.3}};
    filled.ink = Ink::present;
    filled.confidence = 0.67;
    bench.document().slots = {filled};
    EXPECT_EQ(bench.run("issuer_mark").confidence, 0.97) << "though its place is less sure of its kind";
}

TEST(IssuerMark, WhereNoneIsWantedAMarkInDoubtIsNoWorseThanNone) {
    Bench bench{.piece = "liability_insurance", .parameters = {{"labels", std::vector<std::string>{"signature", "cachet"}}}};
    unsign(bench.document());
    bench.document().slots.front().label = "L'assureur, par délégation";
    PlacedMark mark;
    mark.path = bench.document().parts.front().path;
    mark.page = bench.document().parts.front().pages.front();
    mark.mark = {MarkKind::signature, {0.5, 0.5, 0.2, 0.1}, 0.5, false, false, "", ""};
    bench.document().marks = {mark};
    EXPECT_EQ(bench.run("issuer_mark").reason, "printed");
    bench.document().slots.front().label = "Signature et cachet";
    const auto announced = bench.run("issuer_mark");
    EXPECT_EQ(announced.reason, "ok");
    EXPECT_EQ(announced.confidence, 0.5) << "a doubt, where a place is announced";
}

}  // namespace
}  // namespace paraphe::rules::testing
