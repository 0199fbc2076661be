#include "app/sha256.hpp"
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

Night february() { return {2017y / 2 / 20, "2017-02-19T02:00:00Z"}; }

TEST(Summary, NoCellCanBecomeAFormula) {
    const auto csv = summary_csv({hostile()}, february());
    EXPECT_THAT(csv, HasSubstr("\"'=cmd"));
    EXPECT_THAT(csv, HasSubstr("\"à \"\"voir\"\"\""));
}

TEST(Summary, NamesAndTextsAreEscapedInThePage) {
    const auto html = summary_html({hostile()}, february());
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(html, HasSubstr("Content-Security-Policy"));
}

TEST(Summary, NoCellOfAnySignBecomesAFormula) {
    for (const std::string sign : {"=", "+", "-", "@", "\t=", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        auto entry = hostile();
        entry.name = sign + "HYPERLINK(1)";
        const auto csv = summary_csv({entry}, february());
        const auto cell = csv.substr(csv.find("\r\n") + 3);
        EXPECT_THAT(cell, testing::AnyOf(testing::StartsWith("'" + sign), testing::StartsWith(" "))) << sign;
    }
}

TEST(Summary, TellsWhatExpiresWithinThirtyDaysOnly) {
    EXPECT_THAT(summary_html({hostile()}, february()), HasSubstr("\"2017-03-01\""));
    EXPECT_THAT(summary_html({hostile()}, {2016y / 12 / 1, ""}), Not(HasSubstr("\"2017-03-01\"")));
}

TEST(Summary, TellsWhatChangedSinceTheLastNightOnly) {
    auto entry = hostile();
    entry.verdict = "eligible";
    entry.previous_verdict = "not_eligible";
    entry.changed_at = "2017-02-19T02:30:00Z";
    EXPECT_THAT(summary_html({entry}, february()), HasSubstr("était Non éligible"));
    EXPECT_THAT(summary_html({entry}, {2017y / 2 / 21, "2017-02-20T03:00:00Z"}), Not(HasSubstr("était Non éligible")));
    entry.previous_verdict = "";
    EXPECT_THAT(summary_html({entry}, february()), HasSubstr("nouveau"));
}

TEST(Summary, TheScriptThatSortsIsTheOnlyOneAllowed) {
    const auto html = summary_html({hostile()}, february());
    const auto from = html.find("<script>") + 8;
    const auto script = html.substr(from, html.find("</script>") - from);
    EXPECT_THAT(html, HasSubstr("script-src '" + csp_source(script) + "'"));
    EXPECT_EQ(csp_source("alert(1)"), "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=");
}

TEST(Summary, WhatHasLeftTheInboxStandsApart) {
    auto gone = hostile();
    gone.gone_on = "2017-02-19";
    EXPECT_THAT(summary_html({hostile(), gone}, february()), HasSubstr("Plus dans la boîte"));
    EXPECT_THAT(summary_html({hostile()}, february()), Not(HasSubstr("Plus dans la boîte")));
}

TEST(Summary, EachTableHasANameAndEachRowAHeader) {
    auto gone = hostile();
    gone.gone_on = "2017-02-19";
    const auto html = summary_html({hostile(), gone}, february());
    EXPECT_THAT(html, HasSubstr("aria-label=\"Dossiers contrôlés\""));
    EXPECT_THAT(html, HasSubstr("aria-label=\"Plus dans la boîte\""));
    EXPECT_THAT(html, HasSubstr("<th role=\"rowheader\" scope=\"row\"><a href"));
}

TEST(Summary, NothingToLookAtIsNoEmptyList) {
    auto entry = hostile();
    entry.verdict = "eligible";
    entry.summary = R"({"company":"ALPHA","siren":"732829320","fail":[],"review":[],"expires":{}})";
    EXPECT_THAT(summary_html({entry}, february()), Not(HasSubstr("<ul></ul>")));
    EXPECT_THAT(summary_html({hostile()}, february()), HasSubstr("<ul><li>"));
}

TEST(Summary, ADossierNamedLikeTheSummaryDoesNotReplaceIt) {
    EXPECT_NE(report_name("index"), "index");
    EXPECT_NE(report_name("status-1-of-2"), "status-1-of-2");
    EXPECT_EQ(report_name("a.zip"), "a.zip");
}

TEST(Summary, EachLineIsOneJsonObject) {
    const auto lines = summary_lines({hostile(), hostile()}, february());
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
    const auto json = nlohmann::json::parse(summary_of({}, judgement, report::Language::fr));
    EXPECT_EQ(json["company"], "ALPHA");
    EXPECT_EQ(json["fail"], nlohmann::json::array({"trop vieux"}));
}

}  // namespace
}  // namespace paraphe::app
