#include "app/diff.hpp"

#include "app/exit_status.hpp"
#include "report/json_words.hpp"

#include "folder.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace paraphe::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::internal::CaptureStderr;
using testing::internal::CaptureStdout;
using testing::internal::GetCapturedStderr;
using testing::internal::GetCapturedStdout;

/// A report of a dossier of one piece, as its one check ended.
std::string report_of(Outcome outcome, const std::string& siren = "552100554") {
    Judgement judgement;
    judgement.rulebook_id = "enr";
    judgement.as_of = "2017-02-20";
    judgement.siren = siren;
    judgement.verdict = outcome == Outcome::pass ? Verdict::eligible : outcome == Outcome::fail ? Verdict::not_eligible : Verdict::review;
    Check age;
    age.id = "kbis.age";
    age.code = std::string{"kbis.age."} + report::name_of(outcome);
    age.outcome = outcome;
    age.message.fr = "Un Kbis.";
    judgement.pieces = {{"kbis", {"Extrait Kbis", ""}, true, outcome, {"kbis-1"}, {age}}};
    return report::json({}, judgement, "1");
}

class Diffs : public InAFolder {
protected:
    struct Ended {
        int status;
        std::string out, err;
    };
    Ended diff_of(const std::string& before, const std::string& after, const std::string& json = "") {
        write("avant.json", before);
        write("apres.json", after);
        return diff_files("avant.json", "apres.json", json);
    }
    Ended diff_files(const std::string& before, const std::string& after, const std::string& json = "") {
        CaptureStdout();
        CaptureStderr();
        const int status = diff({folder / before, folder / after, json, {}});
        return {status, GetCapturedStdout(), GetCapturedStderr()};
    }
};

TEST_F(Diffs, EndAsACheckOfTheSecondSubmission) {
    EXPECT_EQ(diff_of(report_of(Outcome::fail), report_of(Outcome::pass)).status, status::eligible);
    EXPECT_EQ(diff_of(report_of(Outcome::pass), report_of(Outcome::fail)).status, status::not_eligible);
    EXPECT_EQ(diff_of(report_of(Outcome::fail), report_of(Outcome::review)).status, status::review);
}

TEST_F(Diffs, OfTwoCompaniesNeverEndWell) {
    const auto other = diff_of(report_of(Outcome::pass), report_of(Outcome::pass, "815332671"));
    EXPECT_EQ(other.status, status::review);
    EXPECT_THAT(other.out, HasSubstr("ne sont pas comparables"));
    EXPECT_EQ(diff_of(report_of(Outcome::pass), report_of(Outcome::fail, "815332671")).status, status::not_eligible);
}

TEST_F(Diffs, NameTheFileThatIsNoReportInOneLine) {
    for (const char* bytes : {"%PDF-1.4", "", "{\"schema\": \"paraphe-reading/1\"}"}) {
        const auto ended = diff_of(report_of(Outcome::pass), bytes);
        EXPECT_EQ(ended.status, status::no_input);
        EXPECT_EQ(ended.out, "");
        EXPECT_THAT(ended.err, AllOf(HasSubstr("apres.json"), Not(HasSubstr("avant.json"))));
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1);
    }
}

TEST_F(Diffs, NameTheFileThatCannotBeOpened) {
    const auto ended = diff_files("absent\x1b[2J\n.json", "absent too.json");
    EXPECT_EQ(ended.status, status::no_input);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("absent␛[2J␊.json"), Not(HasSubstr("\x1b"))));
    EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1);
}

TEST_F(Diffs, WithJsonOnStandardOutputPrintNothingElse) {
    const auto ended = diff_of(report_of(Outcome::fail), report_of(Outcome::pass), "-");
    EXPECT_EQ(nlohmann::json::parse(ended.out).at("schema"), "paraphe-diff/1");
}

TEST_F(Diffs, WriteJsonBesideTheText) {
    const auto ended = diff_of(report_of(Outcome::fail), report_of(Outcome::pass), folder / "diff.json");
    EXPECT_THAT(ended.out, HasSubstr("Extrait Kbis — conforme maintenant"));
    std::ifstream file(folder / "diff.json");
    EXPECT_EQ(nlohmann::json::parse(file).at("pieces").size(), 1u);
    EXPECT_EQ(diff_of(report_of(Outcome::fail), report_of(Outcome::pass), folder / "absent" / "diff.json").status, status::io);
}

}  // namespace
}  // namespace paraphe::app
