#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(NamesRepresentative, AKbisOnWhichNobodyWasReadAsksForALook) {
    Bench bench{.piece = "kbis"};
    EXPECT_EQ(bench.run("names_representative").reason, "ok");
    drop(bench.document(), "representatives");
    EXPECT_EQ(bench.run("names_representative").outcome, Outcome::review);
}

TEST(NamesRepresentative, AGapOfTheKbisIsOneQuestionAndHoldsTheDossierUp) {
    auto reading = clean_reading();
    drop(of(reading, "kbis"), "representatives");
    const auto judgement = judged(reading);
    EXPECT_EQ(judgement.verdict, Verdict::review);
    EXPECT_EQ(check_of(judgement, "kbis.representative").code, "kbis.representative_unread");
    for (const std::string piece : {"commitment_letter", "referential", "brand_rules"}) EXPECT_EQ(check_of(judgement, piece + ".signatory").outcome, Outcome::pass) << piece;
}

TEST(NamesRepresentative, WithoutAKbisSignatoriesThatDifferAreStillTold) {
    auto reading = clean_reading();
    remove_piece(reading, "kbis");
    set(of(reading, "brand_rules"), "signatory", std::string{"Louis Dubreuil"});
    const auto judgement = judged(reading);
    EXPECT_EQ(judgement.verdict, Verdict::not_eligible);
    EXPECT_EQ(check_of(judgement, "brand_rules.signatory").outcome, Outcome::review);
    EXPECT_EQ(check_of(judgement, "referential.signatory").outcome, Outcome::pass);
}

}  // namespace
}  // namespace paraphe::rules::testing
