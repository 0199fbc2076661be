#include "report/past_report.hpp"

#include "example.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace paraphe::report {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json example() { return json::parse(report::json(example_reading(), example_judgement(), "0.1.0")); }

std::string why_not(const std::string& text) {
    const auto report = read_back(text);
    return report ? "" : report.error().detail;
}

TEST(PastReports, SayWhatTheJudgementSaid) {
    auto expected = example_judgement();
    expected.notes.clear();
    const auto as_kept = [](std::vector<Check>& checks) {
        for (auto& check : checks) check.message.en = check.advice.en = "", check.evidence.clear(), check.confidence = 0;
    };
    for (auto& piece : expected.pieces) piece.title.en = "", as_kept(piece.checks);
    as_kept(expected.checks);
    const auto report = read_back(example().dump());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->judgement, expected);
    EXPECT_EQ(report->dossier_name, "dossier-lumen.zip");
    EXPECT_EQ(report->dossier_sha256, std::string(64, 'b'));
}

TEST(PastReports, AnotherFileIsTold) {
    EXPECT_EQ(why_not("%PDF-1.4"), "not JSON");
    EXPECT_EQ(why_not(""), "not JSON");
    for (const char* text : {"[]", "{}", "null", "3", R"({"schema": "paraphe-reading/1"})", R"({"schema": 1})"})
        EXPECT_THAT(why_not(text), HasSubstr("schema")) << text;
}

TEST(PastReports, TheFirstWrongValueIsNamed) {
    auto report = example();
    report["pieces"][0]["checks"][0]["outcome"] = "perhaps";
    EXPECT_THAT(why_not(report.dump()), HasSubstr("\"outcome\""));
    report = example();
    report["company"] = json::array();
    EXPECT_THAT(why_not(report.dump()), HasSubstr("\"company\""));
    report = example();
    report["pieces"] = {1, "two", nullptr};
    EXPECT_THAT(why_not(report.dump()), HasSubstr("\"id\""));
}

TEST(PastReports, NoPartMayBeMissing) {
    for (const char* key : {"rulebook", "as_of", "as_of_source", "dossier", "company", "verdict", "pieces", "checks"}) {
        auto report = example();
        report.erase(key);
        EXPECT_THAT(why_not(report.dump()), HasSubstr(key));
    }
}

TEST(PastReports, AVerdictBetterThanItsChecksIsNoneOfOurs) {
    auto report = example();
    report["verdict"] = "eligible";
    EXPECT_THAT(why_not(report.dump()), HasSubstr("verdict"));
}

TEST(PastReports, TwoChecksOrTwoPiecesOfOneNameAreNoneOfOurs) {
    auto report = example();
    auto& checks = report["pieces"][0]["checks"];
    checks.push_back(checks[0]);
    EXPECT_THAT(why_not(report.dump()), HasSubstr(checks[0]["id"].dump()));
    report = example();
    report["pieces"].push_back(report["pieces"][0]);
    EXPECT_THAT(why_not(report.dump()), HasSubstr(report["pieces"][0]["id"].dump()));
}

TEST(PastReports, AnOptionalCheckThatFailsMayStandInAnEligibleOne) {
    auto judgement = example_judgement();
    judgement.verdict = Verdict::eligible;
    for (auto& piece : judgement.pieces)
        for (auto& check : piece.checks) check.required = false;
    EXPECT_EQ(why_not(report::json(example_reading(), judgement, "0.1.0")), "");
}

}  // namespace
}  // namespace paraphe::report
