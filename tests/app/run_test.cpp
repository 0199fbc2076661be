// What a batch or watch tells while it runs: progress, log, status, metrics; and the lock that keeps two of them apart.

#include "app/exit_status.hpp"
#include "app/journals.hpp"
#include "app/metrics.hpp"
#include "app/output_lock.hpp"
#include "app/outputs.hpp"
#include "app/progress.hpp"
#include "app/run_log.hpp"
#include "app/run_status.hpp"

#include "folder.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

namespace paraphe::app {
namespace {

using report::Language;
using testing::HasSubstr;
using testing::Not;
using testing::internal::CaptureStderr;
using testing::internal::CaptureStdout;
using testing::internal::GetCapturedStderr;
using testing::internal::GetCapturedStdout;

using Runs = InAFolder;

TEST(ProgressLines, TellRateAndRemainingTimeOfWhatTakesWork) {
    EXPECT_EQ(progress_line({60, 100, 10, 20}, Language::fr), "[##############..........] 60/100  0.50 dossiers/s  reste 1 min 20 s");
    EXPECT_EQ(progress_line({100, 100, 10, 20}, Language::en), "[########################] 100/100  0.50 dossiers/s  left 0 s");
}

TEST(ProgressLines, TellNoRemainingTimeBeforeAnythingWasWorkedOn) { EXPECT_THAT(progress_line({50, 100, 0, 1}, Language::fr), Not(HasSubstr("reste"))); }

Processed of_martin() {
    Processed what;
    what.entry.name = "dossier de Mme Martin.zip";
    what.entry.sha256 = std::string(64, 'a');
    what.entry.verdict = "review";
    what.entry.problem = "Martin";
    what.how = How::read;
    what.pages = 11;
    return what;
}

TEST(RunLogs, InJsonEachLineIsAnObjectWithoutAnythingOfTheCandidate) {
    RunLog log(LogFormat::json, Language::fr);
    CaptureStderr();
    log.started("batch", 3);
    log.finished("dossier de Mme Martin.zip", of_martin(), 1, 3);
    log.problem({ErrorKind::io, "/inbox/dossier de Mme Martin.zip", 0, "no space"});
    log.ended("batch", false, 0);
    const auto text = GetCapturedStderr();
    EXPECT_THAT(text, Not(HasSubstr("Martin")));
    std::istringstream lines(text);
    std::vector<std::string> events;
    for (std::string line; std::getline(lines, line);) events.push_back(nlohmann::json::parse(line).at("event"));
    EXPECT_THAT(events, testing::ElementsAre("started", "dossier", "problem", "ended"));
}

TEST(RunLogs, OfADigestThatIsNoneHoldNothing) {
    EXPECT_EQ(ShortDigest(std::string(64, 'a')).text(), std::string(16, 'a'));
    EXPECT_EQ(ShortDigest("Mme Martin, 12 rue des Lilas").text(), "");
    EXPECT_EQ(ShortDigest("abc").text(), "");
}

TEST(RunLogs, NameAMissingProtectionInTheirFormat) {
    const reader::Protection landlock{"landlock", false, "the kernel has none"};
    CaptureStderr();
    RunLog(LogFormat::text, Language::fr).unprotected(landlock);
    EXPECT_EQ(GetCapturedStderr(), "paraphe : protection absente : landlock (the kernel has none)\n");
    CaptureStderr();
    RunLog(LogFormat::json, Language::fr).unprotected(landlock);
    EXPECT_EQ(nlohmann::json::parse(GetCapturedStderr()).at("protection"), "landlock");
}

TEST(RunLogs, InTextALineTellsFileAndOutcome) {
    RunLog log(LogFormat::text, Language::fr);
    CaptureStderr();
    log.finished("a.zip", of_martin(), 1, 3);
    EXPECT_EQ(GetCapturedStderr(), "1/3 a.zip : à examiner\n");
}

TEST(Metrics, CountDossiersPagesAndSecondsWithoutAnythingOfTheCandidate) {
    Counters counters;
    counters.count(of_martin());
    counters.seconds["ocr"] = 1.5;
    const auto text = prometheus(counters, 2, 1487548800);
    EXPECT_THAT(text, HasSubstr("paraphe_dossiers_total{how=\"read\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("paraphe_verdicts_total{verdict=\"review\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("paraphe_pages_total 11\n"));
    EXPECT_THAT(text, HasSubstr("paraphe_readers_lost_total 2\n"));
    EXPECT_THAT(text, HasSubstr("paraphe_stage_seconds_total{stage=\"ocr\"} 1.5\n"));
    EXPECT_THAT(text, Not(HasSubstr("Martin")));
}

TEST_F(Runs, MetricsMayBeReadByAll) {
    ASSERT_TRUE(write_metrics(folder / "paraphe.prom", "x 1\n"));
    struct stat info {};
    ASSERT_EQ(::stat((folder / "paraphe.prom").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0644u);
}

TEST_F(Runs, TwoNeverWorkOnTheSameOutputButOnTwoShardsOfIt) {
    {
        const auto first = OutputLock::take(folder, "journal");
        ASSERT_TRUE(first);
        EXPECT_FALSE(OutputLock::take(folder, "journal"));
        EXPECT_TRUE(OutputLock::take(folder, "journal-1-of-2"));
        EXPECT_TRUE(OutputLock::held(folder, "journal"));
    }
    EXPECT_FALSE(OutputLock::held(folder, "journal"));
    EXPECT_TRUE(OutputLock::take(folder, "journal"));
}

TEST_F(Runs, AStatusTellsRunningStoppedAndKilledApart) {
    RunStatus status{"watch", "/inbox", now_utc(), true, 3, 2, 1, 0, "c.zip", 0, ""};
    const auto printed = [&] {
        CaptureStdout();
        EXPECT_EQ(print_status(folder, Language::fr), status::eligible);
        return GetCapturedStdout();
    };
    ASSERT_TRUE(write_status(status, folder, "status.json"));
    EXPECT_THAT(printed(), HasSubstr("interrompu"));
    {
        const auto lock = OutputLock::take(folder, "journal");
        EXPECT_THAT(printed(), testing::AllOf(HasSubstr("en marche, 2 dossiers faits, 1 en attente"), HasSubstr("c.zip")));
    }
    status.running = false;
    ASSERT_TRUE(write_status(status, folder, "status.json"));
    EXPECT_THAT(printed(), HasSubstr("arrêté"));
}

TEST_F(Runs, WithoutAStatusThatIsSaid) {
    CaptureStderr();
    EXPECT_EQ(print_status(folder, Language::fr), status::no_input);
    EXPECT_THAT(GetCapturedStderr(), HasSubstr("aucun état"));
}

TEST_F(Runs, WhatAKilledProgramLeftHalfWrittenIsRemoved) {
    write("a.zip.html.AbCdEf.part", "half");
    write("b.zip.html.AbCdEf.part", "half, of another shard");
    write("a.zip.html", "whole");
    remove_unfinished(folder, [](const std::string& name) { return name == "a.zip.html"; });
    EXPECT_FALSE(std::filesystem::exists(folder / "a.zip.html.AbCdEf.part"));
    EXPECT_TRUE(std::filesystem::exists(folder / "b.zip.html.AbCdEf.part"));
    EXPECT_TRUE(std::filesystem::exists(folder / "a.zip.html"));
}

TEST_F(Runs, AnInboxCutAnewKeepsWhatItsOldJournalsKnow) {
    using namespace std::chrono;
    const Date first = 2017y / 2 / 20, later = 2017y / 9 / 1;
    {
        auto whole = open_journal(folder, {});
        ASSERT_TRUE(whole && whole->first_seen("abc", first));
    }
    auto shard = open_journal(folder, {1, 2});
    ASSERT_TRUE(shard);
    EXPECT_EQ(*shard->first_seen("abc", later), first);
}

}  // namespace
}  // namespace paraphe::app
