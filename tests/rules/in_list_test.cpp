#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(InList, TheNameMayBePartOfWhatIsPrintedAndSpacedAnyHow) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"field", std::string{"payee"}}, {"list", std::string{"payees"}}}};
    for (const std::string payee : {"FRANCE IT", "France-IT", "Association France IT", "FRANCE lT", "france it c/o France Clusters"}) {
        set(bench.document(), "payee", payee);
        EXPECT_EQ(bench.run("in_list").reason, "ok") << payee;
    }
}

TEST(InList, ANeighbouringBodyIsToConfirmAndAnotherFails) {
    Bench bench{.piece = "fee_cheque", .parameters = {{"field", std::string{"payee"}}, {"list", std::string{"payees"}}}};
    set(bench.document(), "payee", std::string{"France Clusters"});
    EXPECT_EQ(bench.run("in_list").reason, "to_confirm");
    set(bench.document(), "payee", std::string{"CIRIDD"});
    EXPECT_EQ(bench.run("in_list").reason, "other");
    EXPECT_EQ(bench.run("in_list").outcome, Outcome::fail);
}

TEST(InList, AShortAliasOnlyCountsAsAWholeWord) {
    Bench bench{.piece = "cluster_membership", .parameters = {{"field", std::string{"cluster"}}, {"list", std::string{"clusters"}}}};
    set(bench.document(), "cluster", std::string{"NWX"});
    EXPECT_EQ(bench.run("in_list").reason, "ok");
    set(bench.document(), "cluster", std::string{"NWXA Conseil"});
    EXPECT_NE(bench.run("in_list").reason, "ok");
}

TEST(InList, TwoClustersOfTheListReadFaintlyAreTogetherSurelyOneOfIt) {
    Bench bench{.piece = "cluster_membership", .parameters = {{"field", std::string{"cluster"}}, {"list", std::string{"clusters"}}}};
    set(bench.document(), "cluster", std::string{"Clust'R Numérique"}, 0.7);
    EXPECT_LT(bench.run("in_list").confidence, 0.8);
    field_of(bench.document(), "cluster").others.push_back({std::string{"Digital League"}, 0.7, {}, ""});
    EXPECT_GT(bench.run("in_list").confidence, 0.9);
}

}  // namespace
}  // namespace paraphe::rules::testing
