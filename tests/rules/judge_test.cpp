#include "readings.hpp"

#include <gmock/gmock.h>
#include <random>

namespace paraphe::rules::testing {
namespace {

using ::testing::HasSubstr;

std::string open_points(const Judgement& judgement) {
    std::string all;
    for (const auto& piece : judgement.pieces)
        for (const auto& check : piece.checks)
            if (check.outcome != Outcome::pass) all += check.id + " " + check.code + ": " + check.reasoning + "\n";
    for (const auto& check : judgement.checks)
        if (check.outcome != Outcome::pass) all += check.id + " " + check.code + ": " + check.reasoning + "\n";
    return all;
}

TEST(Judge, ACleanDossierIsEligible) {
    const auto judgement = judged(clean_reading());
    EXPECT_EQ(judgement.verdict, Verdict::eligible) << open_points(judgement);
    EXPECT_EQ(judgement.company_name, "Tangram Numérique");
    EXPECT_EQ(judgement.siren, "732829320");
    EXPECT_EQ(judgement.pieces.size(), 9u);
}

TEST(Judge, IsPure) { EXPECT_EQ(judged(clean_reading()), judged(clean_reading())); }

TEST(Judge, AnEmptyDossierIsNeverEligible) {
    EXPECT_NE(judged(Reading{}).verdict, Verdict::eligible);
}

TEST(Judge, EveryCheckThatCannotRunSaysSo) {
    auto reading = clean_reading();
    remove_piece(reading, "kbis");
    const auto judgement = judged(reading);
    EXPECT_EQ(check_of(judgement, "kbis.age").code, "kbis.age.not_run");
    EXPECT_EQ(check_of(judgement, "kbis.age").outcome, Outcome::review);
}

TEST(Judge, ChecksThatRestOnListsAreToReviewWhenTheReaderLookedForOthers) {
    auto reading = clean_reading();
    reading.expectations_hash = "another";
    const auto judgement = judged(reading);
    EXPECT_EQ(check_of(judgement, "fee_cheque.payee").code, "fee_cheque.payee.not_looked_for");
    EXPECT_EQ(check_of(judgement, "kbis.age").code, "kbis.age.not_looked_for");
    EXPECT_EQ(check_of(judgement, "commitment_letter.signature").outcome, Outcome::pass);
    EXPECT_EQ(judgement.verdict, Verdict::review);
}

TEST(Judge, TheNewestValidKbisIsJudgedAndTheOtherTold) {
    auto reading = clean_reading();
    auto old = of(reading, "kbis");
    old.id = "kbis-0";
    set(old, "issued_on", std::string{"2015-01-01"});
    reading.documents.insert(reading.documents.begin(), old);
    const auto judgement = judged(reading);
    EXPECT_EQ(judgement.verdict, Verdict::eligible) << open_points(judgement);
    EXPECT_EQ(judgement.pieces[3].documents.front(), "kbis-1");
    ASSERT_FALSE(judgement.notes.empty());
    EXPECT_EQ(judgement.notes.front().code, "kbis.several");
}

TEST(Judge, ARadiationOnAnyKbisCounts) {
    auto reading = clean_reading();
    auto newer = of(reading, "kbis");
    newer.id = "kbis-2";
    find(newer, "struck_off", "2017-02-01");
    reading.documents.push_back(newer);
    EXPECT_EQ(check_of(judged(reading), "kbis.status").code, "kbis.struck_off");
    EXPECT_NE(judged(reading).verdict, Verdict::eligible);
}

TEST(Judge, ADefectThatASecondDocumentOfThePieceDoesNotHaveIsToReview) {
    auto reading = clean_reading();
    auto second = of(reading, "brand_rules");
    second.id = "brand_rules-2";
    reading.documents.push_back(second);
    unsign(of(reading, "brand_rules"));
    set(reading.documents.back(), "company_name", std::string{"Boulangerie Martin"});
    set(reading.documents.back(), "siren", std::string{"552081317"});
    EXPECT_EQ(judged(reading).verdict, Verdict::review);
}

TEST(Judge, WithoutADayOfDepositANoteWarns) {
    const auto judgement = judge(clean_reading(), shipped(), deposit, "today");
    ASSERT_EQ(judgement.notes.size(), 1u);
    EXPECT_EQ(judgement.notes.front().code, "as_of.today");
}

TEST(Judge, ADocumentOfDoubtfulKindFailsNothing) {
    auto reading = clean_reading();
    of(reading, "kbis").confidence = 0.6;
    set(of(reading, "kbis"), "issued_on", std::string{"2016-01-01"});
    EXPECT_EQ(check_of(judged(reading), "kbis.age").outcome, Outcome::review);
}

/// What must not be refused, nor asked about.
TEST(LooksWrongMustPass, OldLetterheadUsageNamesTradeNamesAndSpellings) {
    auto reading = clean_reading();
    set(of(reading, "commitment_letter"), "company_name", std::string{"Tangram.net"});
    drop(of(reading, "commitment_letter"), "siren");
    set(of(reading, "liability_insurance"), "siren", std::string{"732829320"});
    set(of(reading, "liability_insurance"), "company_name", std::string{"EURL Tangram"});
    set(of(reading, "fee_cheque"), "payee", std::string{"FRANCE-IT"});
    set(of(reading, "cluster_membership"), "cluster", std::string{"Numélink"});
    set(of(reading, "referential"), "signatory", std::string{"Mme ou M. Yves FAURE"});
    drop(of(reading, "software_licence"), "products");
    const auto judgement = judged(reading);
    EXPECT_EQ(judgement.verdict, Verdict::eligible) << open_points(judgement);
}

/// Lowering confidences never turns anything into a pass; a dossier with everything in doubt is never eligible nor refused for good.
TEST(Property, LowerConfidencesNeverPassMore) {
    std::mt19937 chance(7);
    for (int round = 0; round < 40; ++round) {
        auto reading = clean_reading();
        set(of(reading, "fee_cheque"), "amount", 200.0);
        if (round % 2) set(of(reading, "kbis"), "issued_on", std::string{"2016-01-01"});
        const auto before = judged(reading);
        for (auto& document : reading.documents) {
            document.confidence *= std::uniform_real_distribution{0.6, 1.0}(chance);
            for (auto& field : document.fields) field.chosen.confidence *= std::uniform_real_distribution{0.2, 1.0}(chance);
            for (auto& slot : document.slots) slot.confidence *= std::uniform_real_distribution{0.2, 1.0}(chance);
        }
        const auto after = judged(reading);
        for (std::size_t p = 0; p < before.pieces.size(); ++p)
            for (std::size_t c = 0; c < before.pieces[p].checks.size(); ++c)
                if (after.pieces[p].checks[c].outcome == Outcome::pass) {
                    EXPECT_EQ(before.pieces[p].checks[c].outcome, Outcome::pass) << after.pieces[p].checks[c].id;
                }
        EXPECT_NE(after.verdict, Verdict::eligible);
    }
}

/// Taking away what was read never makes a defective dossier eligible.
TEST(Property, LosingEvidenceNeverMakesADefectiveDossierEligible) {
    std::mt19937 chance(11);
    for (int round = 0; round < 60; ++round) {
        auto reading = clean_reading();
        unsign(of(reading, "commitment_letter"));
        set(of(reading, "liability_insurance"), "valid_to", std::string{"2016-12-31"});
        for (auto& document : reading.documents) {
            std::erase_if(document.fields, [&](const Field&) { return std::bernoulli_distribution{0.3}(chance); });
            std::erase_if(document.slots, [&](const Slot&) { return std::bernoulli_distribution{0.3}(chance); });
        }
        EXPECT_NE(judged(reading).verdict, Verdict::eligible);
    }
}

TEST(Expectations, TheHashChangesWithWhatIsLookedForAndNotWithTexts) {
    auto text = shipped_text();
    const auto before = expectations_hash(shipped());
    text.replace(text.find("Extrait Kbis absent."), 20, "Pas d'extrait Kbis. ");
    EXPECT_EQ(expectations_hash(**parse(text, "enr.toml")), before);
    text.replace(text.find("fee = 400"), 9, "fee = 500");
    EXPECT_NE(expectations_hash(**parse(text, "enr.toml")), before);
}

TEST(Kinds, EachHasAMeaningInBothLanguages) {
    EXPECT_GE(list_kinds().size(), 25u);
    for (const auto* kind : kinds()) {
        EXPECT_FALSE(kind->meaning.fr.empty()) << kind->name;
        EXPECT_FALSE(kind->meaning.en.empty()) << kind->name;
    }
}

}  // namespace
}  // namespace paraphe::rules::testing
