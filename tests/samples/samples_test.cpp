#include <gmock/gmock.h>

#include <clocale>
#include <set>

#include "samples/booklet.hpp"
#include "samples/dossier.hpp"
#include "samples/layers.hpp"

namespace paraphe::samples {
namespace {

using testing::Contains;
using testing::SizeIs;

/// Coarse pictures: what is tested here does not depend on their fineness.
Wishes coarse() {
    Wishes wishes;
    wishes.dpi = 75;
    return wishes;
}

Dossier drawn(unsigned seed, const std::vector<const Defect*>& wrong = {}, const Wishes& wishes = coarse()) { return make_dossier("d", Random(seed), wrong, wishes); }

TEST(Samples, TheSameSeedGivesTheSameBytes) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const Dossier one = drawn(seed), two = drawn(seed);
        ASSERT_EQ(one.files.size(), two.files.size());
        for (std::size_t i = 0; i < one.files.size(); ++i) {
            EXPECT_EQ(one.files[i].path, two.files[i].path);
            EXPECT_TRUE(one.files[i].bytes == two.files[i].bytes) << one.files[i].path;
        }
        EXPECT_EQ(one.truth, two.truth);
    }
}

TEST(Samples, AnotherSeedGivesAnotherCompany) { EXPECT_NE(drawn(4).truth["company"], drawn(5).truth["company"]); }

TEST(Samples, EachBoxOfTheTruthLiesOnItsPage) {
    for (unsigned seed = 10; seed < 16; ++seed) {
        const Json truth = drawn(seed).truth;
        for (const auto& document : truth["documents"])
            for (const auto& mark : document["marks"]) {
                const auto box = mark["box"].get<std::vector<double>>();
                ASSERT_THAT(box, SizeIs(4));
                EXPECT_GE(box[0], 0);
                EXPECT_GE(box[1], 0);
                EXPECT_GT(box[2], 0);
                EXPECT_GT(box[3], 0);
                EXPECT_LE(box[0] + box[2], 1.0001);
                EXPECT_LE(box[1] + box[3], 1.0001);
                EXPECT_THAT(document["pages"], Contains(mark["page"]));
            }
    }
}

TEST(Samples, ACleanDossierHoldsTheNinePiecesAndExpectsNothing) {
    for (unsigned seed = 20; seed < 26; ++seed) {
        const Json truth = drawn(seed).truth;
        std::set<std::string> pieces;
        for (const auto& document : truth["documents"]) pieces.insert(document["piece"]);
        EXPECT_THAT(pieces, SizeIs(9)) << seed;
        EXPECT_EQ(truth["verdict"], Json{"eligible"});
        EXPECT_TRUE(truth["clean"]);
    }
}

TEST(Samples, DatesOfACleanDossierFitTheDayOfDeposit) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Facts facts = clean_facts(Random(seed));
        EXPECT_LE(facts.kbis.up_to_date_on, facts.as_of);
        EXPECT_LE(facts.kbis.printed_on, facts.as_of);
        EXPECT_GE(add_months(facts.kbis.up_to_date_on, 3), facts.as_of);
        EXPECT_LE(facts.insurance.from, facts.as_of);
        EXPECT_GE(facts.insurance.to, facts.as_of);
        EXPECT_LE(facts.insurance.issued_on, facts.as_of);
        EXPECT_LE(*facts.letter.by.on, facts.as_of);
        EXPECT_LE(facts.cluster.issued_on, facts.as_of);
        EXPECT_GE(facts.cluster.issued_on, facts.cluster.paid_on);
        EXPECT_LE(*facts.cheque.on, facts.as_of);
        EXPECT_GE(*facts.licence.ends_on, facts.as_of);
        EXPECT_FALSE(facts.staff.rows.empty());
    }
}

TEST(Samples, CompanyNumbersKeepTheirKey) {
    Random rng(1);
    for (int i = 0; i < 200; ++i) {
        const Company company = make_company(rng, date(2017, 2, 20));
        EXPECT_TRUE(luhn(company.siren));
        EXPECT_TRUE(luhn(company.siret));
        EXPECT_EQ(company.siret.substr(0, 9), company.siren);
        EXPECT_FALSE(luhn(spoiled_siren(company.siren)));
    }
}

TEST(Samples, ADefectWithoutAFailingCheckIsNone) {
    std::set<std::string_view> names;
    for (const Defect& defect : defects()) {
        EXPECT_TRUE(names.insert(defect.name).second) << defect.name;
        EXPECT_FALSE(defect.check.empty()) << defect.name;
        EXPECT_FALSE(defect.code.empty()) << defect.name;
        EXPECT_TRUE(defect.outcome == 'F' || defect.outcome == 'R') << defect.name;
        EXPECT_EQ(find_defect(defect.name), &defect);
    }
}

TEST(Samples, TheTableHoldsEveryScenarioOfTheDomain) {
    std::set<std::string_view> scenarios;
    for (const Defect& defect : defects()) scenarios.insert(defect.scenario);
    for (int i = 1; i <= 100; ++i) EXPECT_TRUE(scenarios.contains(std::to_string(i))) << i;
}

class EveryDefect : public testing::TestWithParam<std::size_t> {};

TEST_P(EveryDefect, CanBeDrawnAndIsToldInTheTruth) {
    const Defect& defect = defects()[GetParam()];
    Wishes wishes = coarse();
    wishes.medium = "electronic";  // the quickest to draw
    Dossier dossier = drawn(100 + static_cast<unsigned>(GetParam()), {&defect}, wishes);
    EXPECT_FALSE(dossier.files.empty());
    EXPECT_FALSE(dossier.truth["clean"]);
    EXPECT_EQ(dossier.truth["expected"][0]["code"], defect.code);
    EXPECT_THAT(dossier.truth["verdict"], testing::Not(Contains("eligible")));
}

INSTANTIATE_TEST_SUITE_P(Samples, EveryDefect, testing::Range<std::size_t>(0, defects().size()), [](const auto& of) { return std::string(defects()[of.param].name); });

TEST(Samples, WhatMustPassIsClean) {
    for (const Defect& variant : must_pass()) {
        const Json truth = drawn(300, {&variant}).truth;
        EXPECT_TRUE(truth["clean"]) << variant.name;
        EXPECT_EQ(truth["verdict"], Json{"eligible"}) << variant.name;
    }
}

TEST(Samples, APageLeftUnparaphedHasNoParaphInTheTruth) {
    for (unsigned seed = 40; seed < 44; ++seed) {
        const Json truth = drawn(seed, {find_defect("referential_versos_bare")}).truth;
        int paraphs = 0;
        std::size_t pages = 0;
        for (const auto& document : truth["documents"])
            if (document["piece"] == "referential") {
                pages += document["pages"].size();
                for (const auto& mark : document["marks"]) paraphs += mark["kind"] == "paraph";
            }
        EXPECT_LT(static_cast<std::size_t>(paraphs) + 1, pages);
    }
}

TEST(Samples, EachLayoutOfEachPieceIsDrawn) {
    const Facts facts = clean_facts(Random(9));
    for (const Drawing* drawing : all_drawings())
        for (int layout = 0; layout < drawing->layouts; ++layout)
            for (const bool by_hand : {false, true}) {
                Booklet booklet(std::string(drawing->name), facts, Random(3));
                booklet.layout = layout;
                booklet.by_hand = by_hand && drawing->can_be_by_hand;
                drawing->draw(facts, booklet);
                ASSERT_FALSE(booklet.sheets.empty()) << drawing->name;
                EXPECT_GT(booklet.sheets.front()->words.size(), 10U) << drawing->name << layout;
            }
}

TEST(Calendar, AMonthThatIsTooShortEndsTheTerm) { EXPECT_EQ(iso(add_months(date(2016, 11, 30), 3)), "2017-02-28"); }

TEST(Calendar, NumbersAreSaidInFrench) {
    EXPECT_EQ(number_words(400), "quatre cents");
    EXPECT_EQ(number_words(480), "quatre cent quatre-vingts");
    EXPECT_EQ(number_words(471), "quatre cent soixante et onze");
    EXPECT_EQ(number_words(1091), "mille quatre-vingt-onze");
}

}  // namespace
}  // namespace paraphe::samples
