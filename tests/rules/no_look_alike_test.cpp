#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(NoLookAlike, NamesThePaperThatWasSentInstead) {
    Bench bench{.piece = "kbis"};
    replace_by(bench.reading, "kbis", "sirene_notice");
    const auto ruling = bench.run("no_look_alike");
    EXPECT_EQ(ruling.outcome, Outcome::fail);
    EXPECT_EQ(ruling.own_code, "kbis.is_sirene_notice");
}

TEST(NoLookAlike, OneBesideThePieceItselfChangesNothing) {
    Bench bench{.piece = "kbis"};
    auto beside = of(bench.reading, "kbis");
    beside.piece = "other";
    beside.looks_like = "sirene_notice";
    bench.reading.documents.push_back(beside);
    EXPECT_EQ(bench.run("no_look_alike").outcome, Outcome::pass);
}

}  // namespace
}  // namespace paraphe::rules::testing
