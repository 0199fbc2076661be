#include "store/answers.hpp"
#include "store/cache.hpp"
#include "store/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraphe::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

class StoreTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "store-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { fs::remove_all(folder); }

    fs::path make_reading(const ReadingCache& cache, std::size_t bytes) const {
        const auto work = cache.workshop();
        std::ofstream(*work / "reading.json") << std::string(bytes, 'x');
        return *work;
    }

    fs::path folder;
};

Entry entry(std::string name, std::string verdict) {
    Entry e;
    e.name = std::move(name);
    e.sha256 = "abc";
    e.verdict = std::move(verdict);
    e.summary = "{}";
    return e;
}

using Journals = StoreTest;
using Caches = StoreTest;

TEST_F(Journals, ContentKeepsTheDayItWasFirstSeen) {
    auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_TRUE(journal);
    const Date first = 2017y / 2 / 20, later = 2017y / 9 / 1;
    EXPECT_EQ(*journal->first_seen("abc", first), first);
    EXPECT_EQ(*journal->first_seen("abc", later), first);
    EXPECT_EQ(*journal->first_seen("def", later), later);
}

TEST_F(Journals, AnEntrySurvivesReopeningAndTellsTheVerdictBefore) {
    {
        auto journal = Journal::open(folder / "journal.sqlite");
        ASSERT_TRUE(journal->finish(entry("a.zip", "review")));
    }
    auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_TRUE(journal->finish(entry("a.zip", "eligible")));
    const auto found = journal->find("a.zip");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->verdict, "eligible");
    EXPECT_EQ((*found)->previous_verdict, "review");
    EXPECT_FALSE(*journal->find("b.zip"));
}

TEST_F(Journals, AChangeOfVerdictOrContentIsNewsAndARepetitionIsNot) {
    auto journal = Journal::open(folder / "journal.sqlite");
    const auto finish = [&](const char* verdict, const char* sha256, const char* at) {
        auto e = entry("a.zip", verdict);
        e.sha256 = sha256;
        e.finished_at = at;
        EXPECT_TRUE(journal->finish(e));
        return **journal->find("a.zip");
    };
    EXPECT_EQ(finish("review", "abc", "2017-02-20T02:00:00Z").changed_at, "2017-02-20T02:00:00Z");
    EXPECT_EQ(finish("review", "abc", "2017-02-21T02:00:00Z").changed_at, "2017-02-20T02:00:00Z");
    EXPECT_EQ(finish("review", "def", "2017-02-22T02:00:00Z").changed_at, "2017-02-22T02:00:00Z");
    const auto last = finish("eligible", "def", "2017-02-23T02:00:00Z");
    EXPECT_EQ(last.changed_at, "2017-02-23T02:00:00Z");
    EXPECT_EQ(last.previous_verdict, "review");
}

TEST_F(Journals, ADossierWasSeenOnTheDayItCameHoweverLongItWaits) {
    auto journal = Journal::open(folder / "journal.sqlite");
    const Date monday = 2017y / 2 / 20, tuesday = 2017y / 2 / 21, wednesday = 2017y / 2 / 22;
    ASSERT_TRUE(journal->sight({{"a.zip", "one"}}, monday));
    ASSERT_TRUE(journal->sight({{"a.zip", "one"}, {"b.zip", "two"}}, tuesday));
    EXPECT_EQ(*journal->sighted({"a.zip", "one"}, wednesday), monday);
    EXPECT_EQ(*journal->sighted({"b.zip", "two"}, wednesday), tuesday);
    EXPECT_EQ(*journal->sighted({"a.zip", "other content"}, wednesday), wednesday);
}

TEST_F(Journals, WhatLeftTheInboxIsGoneUntilItComesBack) {
    auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_TRUE(journal->finish(entry("a.zip", "review")));
    ASSERT_TRUE(journal->sight({}, 2017y / 2 / 20));
    EXPECT_EQ((*journal->find("a.zip"))->gone_on, "2017-02-20");
    ASSERT_TRUE(journal->sight({}, 2017y / 2 / 21));
    EXPECT_EQ((*journal->find("a.zip"))->gone_on, "2017-02-20");
    ASSERT_TRUE(journal->sight({{"a.zip", "one"}}, 2017y / 2 / 22));
    EXPECT_EQ((*journal->find("a.zip"))->gone_on, "");
}

TEST_F(Journals, NewsIsSinceTheLastSummaryOfAnEarlierDay) {
    auto journal = Journal::open(folder / "journal.sqlite");
    EXPECT_EQ(*journal->summary_before(2017y / 2 / 20), "");
    ASSERT_TRUE(journal->note_summary(2017y / 2 / 20, "2017-02-20T02:00:00Z"));
    ASSERT_TRUE(journal->note_summary(2017y / 2 / 21, "2017-02-21T02:00:00Z"));
    EXPECT_EQ(*journal->summary_before(2017y / 2 / 21), "2017-02-20T02:00:00Z");  // a second run of the same day shows the same news
}

TEST_F(Journals, AnotherCutOfTheInboxKeepsTheDaysFirstSeenAndTheNewestEntries) {
    auto old = Journal::open(folder / "journal-1-of-2.sqlite");
    ASSERT_TRUE(old->first_seen("abc", 2017y / 2 / 20));
    ASSERT_TRUE(old->finish(entry("mine", "review")));
    ASSERT_TRUE(old->finish(entry("other", "review")));
    auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_TRUE(journal->first_seen("abc", 2017y / 9 / 1));
    ASSERT_TRUE(journal->inherit(folder / "journal-1-of-2.sqlite", [](const std::string& name) { return name == "mine"; }));
    EXPECT_EQ(*journal->first_seen("abc", 2017y / 9 / 1), Date(2017y / 2 / 20));
    EXPECT_TRUE(*journal->find("mine"));
    EXPECT_FALSE(*journal->find("other"));
}

TEST_F(Journals, ASchemaOfTheFirstVersionMigratesAndKeepsEverything) {
    {
        SQLite::Database db(folder / "journal.sqlite", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec("CREATE TABLE content (sha256 TEXT PRIMARY KEY, first_seen TEXT NOT NULL) WITHOUT ROWID;"
                "CREATE TABLE dossier (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, as_of TEXT NOT NULL, as_of_source TEXT NOT NULL, verdict TEXT NOT NULL,"
                " program TEXT NOT NULL, rulebook TEXT NOT NULL, expectations TEXT NOT NULL, finished_at TEXT NOT NULL, previous_verdict TEXT NOT NULL,"
                " summary TEXT NOT NULL, problem TEXT NOT NULL) WITHOUT ROWID;"
                "INSERT INTO content VALUES ('abc', '2017-02-20');"
                "INSERT INTO dossier VALUES ('a.zip','abc','2017-02-20','journal','eligible','0.1.0','','','2017-02-21T02:00:00Z','review','{}','');"
                "PRAGMA user_version = 1");
    }
    auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_TRUE(journal) << journal.error().detail;
    EXPECT_EQ(*journal->first_seen("abc", 2017y / 9 / 1), Date(2017y / 2 / 20));
    const auto found = journal->find("a.zip");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->verdict, "eligible");
    EXPECT_EQ((*found)->changed_at, "2017-02-21T02:00:00Z");
}

TEST_F(Journals, IsItsOwnersOnly) {
    ASSERT_TRUE(Journal::open(folder / "journal.sqlite"));
    struct stat info {};
    ASSERT_EQ(::stat((folder / "journal.sqlite").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
}

/// All bytes of the files of a folder.
std::string bytes_in(const fs::path& folder) {
    std::string all;
    for (const auto& file : fs::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

TEST_F(Journals, WhatIsForgottenLeavesNoByteAndNoDossierAges) {
    const Date first = 2017y / 2 / 20;
    auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_TRUE(journal && journal->first_seen("abc", first) && journal->sight({{"Martin.zip", "1"}, {"Durand.zip", "1"}}, first));
    auto old = entry("Martin.zip", "review"), recent = entry("Durand.zip", "review");
    old.finished_at = "2017-02-20T03:00:00Z";
    recent.finished_at = "2017-03-20T03:00:00Z";
    ASSERT_TRUE(journal->finish(old) && journal->finish(recent));
    ASSERT_TRUE(journal->forget("2017-03-01T00:00:00Z"));
    EXPECT_FALSE(*journal->find("Martin.zip"));
    EXPECT_TRUE(*journal->find("Durand.zip"));
    EXPECT_EQ(bytes_in(folder).find("Martin"), std::string::npos);
    EXPECT_EQ(*journal->first_seen("abc", 2018y / 1 / 1), first);
}

TEST_F(Journals, AFileThatIsNoJournalIsRefused) {
    std::ofstream(folder / "journal.sqlite") << std::string(5000, 'x');
    EXPECT_FALSE(Journal::open(folder / "journal.sqlite"));
}

TEST_F(Journals, ASchemaFromTheFutureIsRefusedAndKept) {
    { SQLite::Database(folder / "journal.sqlite", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA user_version = 99"); }
    const auto journal = Journal::open(folder / "journal.sqlite");
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().kind, ErrorKind::damaged);
}

TEST_F(Journals, AProgramKilledWhileWritingLeavesWholeEntries) {
    const auto path = folder / "journal.sqlite";
    const pid_t child = ::fork();
    if (child == 0) {
        auto journal = Journal::open(path);
        for (int i = 0;; ++i) (void)journal->finish(entry("dossier " + std::to_string(i % 50), i % 2 ? "eligible" : "review"));
    }
    ::usleep(300'000);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const auto journal = Journal::open(path);
    ASSERT_TRUE(journal);
    const auto all = journal->all();
    ASSERT_TRUE(all);
    EXPECT_THAT(*all, testing::Each(testing::Field(&Entry::sha256, "abc")));
}

TEST_F(Caches, AnAdoptedReadingIsFoundUnderItsKeyOnly) {
    const auto cache = ReadingCache::open(folder / "cache", 1 << 20);
    ASSERT_TRUE(cache);
    ASSERT_TRUE(cache->adopt("key", make_reading(*cache, 10)));
    EXPECT_TRUE(cache->find("key"));
    EXPECT_FALSE(cache->find("other"));
}

TEST_F(Caches, TwoProgramsThatReadTheSameBothSucceed) {
    const auto cache = ReadingCache::open(folder / "cache", 1 << 20);
    const auto first = make_reading(*cache, 10), second = make_reading(*cache, 10);
    EXPECT_TRUE(cache->adopt("key", first));
    EXPECT_TRUE(cache->adopt("key", second));
    EXPECT_FALSE(fs::exists(second));
}

TEST_F(Caches, TheLeastRecentlyUsedGoesFirst) {
    const auto cache = ReadingCache::open(folder / "cache", 2500);
    for (const auto* key : {"a", "b", "c"}) {
        ASSERT_TRUE(cache->adopt(key, make_reading(*cache, 1000)));
        fs::last_write_time(folder / "cache" / key, fs::file_time_type::clock::now() - hours(10 - (key[0] - 'a')));
    }
    ASSERT_TRUE(cache->find("a"));  // used just now
    cache->trim();
    EXPECT_TRUE(cache->find("a"));
    EXPECT_FALSE(cache->find("b"));
    EXPECT_TRUE(cache->find("c"));
}

TEST_F(Caches, APurgeTakesWhatWasNotUsedSince) {
    const auto cache = ReadingCache::open(folder / "cache", 1 << 20);
    for (const auto* key : {"old", "recent"}) ASSERT_TRUE(cache->adopt(key, make_reading(*cache, 10)));
    const auto left = cache->workshop();
    ASSERT_TRUE(left);
    for (const auto& path : {folder / "cache" / "old", *left}) fs::last_write_time(path, fs::file_time_type::clock::now() - hours(48));
    EXPECT_EQ(cache->purge(system_clock::now() - hours(24)), 1u);
    EXPECT_FALSE(cache->find("old"));
    EXPECT_TRUE(cache->find("recent"));
    EXPECT_FALSE(fs::exists(*left));
}

TEST_F(Caches, WhatIsInUseIsNeverTrimmed) {
    const auto cache = ReadingCache::open(folder / "cache", 10);
    ASSERT_TRUE(cache->adopt("key", make_reading(*cache, 1000)));
    cache->trim();
    EXPECT_TRUE(cache->find("key"));
}

TEST_F(Caches, IsTrimmedWhileItGrowsOnceItsLimitIsPassed) {
    const auto cache = ReadingCache::open(folder / "cache", 2500);
    const auto adopt = [&](const char* key) {
        ASSERT_TRUE(cache->adopt(key, make_reading(*cache, 1000)));
        fs::last_write_time(folder / "cache" / key, fs::file_time_type::clock::now() - hours(1));
        cache->trim_if_full();
    };
    adopt("a");
    adopt("b");
    EXPECT_TRUE(fs::exists(folder / "cache" / "a"));
    adopt("c");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "cache"), {}), 2);
}

TEST_F(Caches, AHalfDeletedReadingIsReplaced) {
    const auto cache = ReadingCache::open(folder / "cache", 1 << 20);
    fs::create_directories(folder / "cache" / "key" / "pictures");
    EXPECT_TRUE(cache->adopt("key", make_reading(*cache, 10)));
    EXPECT_TRUE(cache->find("key"));
}

TEST_F(Caches, AHalfWrittenReadingIsNeverFound) {
    const auto cache = ReadingCache::open(folder / "cache", 1 << 20);
    fs::create_directory(folder / "cache" / "key");
    EXPECT_FALSE(cache->find("key"));
}

using Answers = StoreTest;

TEST_F(Answers, AreFoundAgainByTheirKeyOnly) {
    {
        auto store = AnswerStore::open(folder / "answers.sqlite", 1 << 20);
        ASSERT_TRUE(store);
        store->keep("page 1", std::string("what was read\0there", 19));
    }
    auto store = AnswerStore::open(folder / "answers.sqlite", 1 << 20);
    ASSERT_TRUE(store);
    EXPECT_EQ(store->find("page 1"), std::string("what was read\0there", 19));
    EXPECT_FALSE(store->find("page 2"));
}

TEST_F(Answers, TheLimitHolds) {
    auto store = AnswerStore::open(folder / "answers.sqlite", 3000);
    ASSERT_TRUE(store);
    std::string noise(2000, '\0');
    std::mt19937 random(2016);
    std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
    store->keep("a", noise);
    store->keep("b", noise);
    store->trim();
    EXPECT_NE(store->find("a").has_value(), store->find("b").has_value());
}

TEST_F(Answers, AStoreThatIsNoneIsRefused) {
    std::ofstream(folder / "answers.sqlite") << std::string(5000, 'x');
    EXPECT_FALSE(AnswerStore::open(folder / "answers.sqlite", 1 << 20));
}

TEST_F(Answers, AreTheirOwnersOnly) {
    ASSERT_TRUE(AnswerStore::open(folder / "answers.sqlite", 1 << 20));
    struct stat info {};
    ASSERT_EQ(::stat((folder / "answers.sqlite").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
}

}  // namespace
}  // namespace paraphe::store
