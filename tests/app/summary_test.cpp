#include "app/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace paraphe::app {
namespace {

using namespace std::chrono;
using testing::HasSubstr;
using testing::Not;

store::Entry hostile() {
    store::Entry entry;
    entry.name = "=cmd|'/c calc'!A1.zip";
    entry.verdict = "review";
    entry.summary = R"({"company":"<script>alert(1)</script>","siren":"732829320","fail":[],"review":["à \"voir\""],"expires":{"liability_insurance":"2017-03-01"}})";
    return entry;
}

TEST(Summary, NoCellCanBecomeAFormula) {
    const auto csv = summary_csv({hostile()});
    EXPECT_THAT(csv, HasSubstr("\"'=cmd"));
    EXPECT_THAT(csv, HasSubstr("\"à \"\"voir\"\"\""));
}

TEST(Summary, NamesAndTextsAreEscapedInThePage) {
    const auto html = summary_html({hostile()}, 2017y / 2 / 20);
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(html, HasSubstr("Content-Security-Policy"));
}

TEST(Summary, TellsWhatExpiresWithinThirtyDaysOnly) {
    EXPECT_THAT(summary_html({hostile()}, 2017y / 2 / 20), HasSubstr("2017-03-01"));
    EXPECT_THAT(summary_html({hostile()}, 2016y / 12 / 1), Not(HasSubstr("2017-03-01")));
}

TEST(Summary, TellsWhatChangedSinceTheLastCheck) {
    auto entry = hostile();
    entry.verdict = "eligible";
    entry.previous_verdict = "not_eligible";
    EXPECT_THAT(summary_html({entry}, 2017y / 2 / 20), HasSubstr("était non éligible"));
}

TEST(Summary, EachLineIsOneJsonObject) {
    const auto lines = summary_lines({hostile(), hostile()});
    std::istringstream stream(lines);
    int count = 0;
    for (std::string line; std::getline(stream, line); ++count) EXPECT_EQ(nlohmann::json::parse(line)["verdict"], "review");
    EXPECT_EQ(count, 2);
}

TEST(Summary, OfAJudgementHoldsFailuresReviewsAndEnds) {
    Judgement judgement;
    judgement.company_name = "ALPHA";
    PieceJudgement piece;
    Check failed;
    failed.outcome = Outcome::fail;
    failed.message.fr = "trop vieux";
    piece.checks.push_back(failed);
    judgement.pieces.push_back(piece);
    const auto json = nlohmann::json::parse(summary_of({}, judgement));
    EXPECT_EQ(json["company"], "ALPHA");
    EXPECT_EQ(json["fail"], nlohmann::json::array({"trop vieux"}));
}

}  // namespace
}  // namespace paraphe::app
