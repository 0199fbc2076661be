#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

TEST(FilesReadable, AnIllegiblePageAnUnreadableFileAndAnEmptyDossierAreToReview) {
    Bench bench{.piece = "kbis"};
    EXPECT_EQ(bench.run("files_readable").reason, "ok");
    bench.reading.files.front().pages.front().legible = false;
    EXPECT_EQ(bench.run("files_readable").reason, "illegible");
    bench.reading.files.front().status = FileStatus::unreadable;
    EXPECT_EQ(bench.run("files_readable").reason, "unreadable");
    bench.reading.files.clear();
    EXPECT_EQ(bench.run("files_readable").reason, "empty");
}

TEST(FilesReadable, AnIgnoredFileIsNoDefect) {
    Bench bench{.piece = "kbis"};
    FileReading thumbs;
    thumbs.path = "Thumbs.db";
    thumbs.status = FileStatus::ignored;
    bench.reading.files.push_back(thumbs);
    EXPECT_EQ(bench.run("files_readable").reason, "ok");
}

}  // namespace
}  // namespace paraphe::rules::testing
