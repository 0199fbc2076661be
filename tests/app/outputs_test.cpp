#include "app/outputs.hpp"

#include "folder.hpp"

#include <sys/stat.h>

namespace paraphe::app {
namespace {

namespace fs = std::filesystem;
using Outputs = InAFolder;

unsigned mode_of(const fs::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777 : 0;
}

TEST_F(Outputs, AreTheirOwnersOnly) {
    ASSERT_TRUE(write_private(folder / "report.json", "{}"));
    EXPECT_EQ(mode_of(folder / "report.json"), 0600u);
    ASSERT_TRUE(make_private_folder(folder / "a" / "b"));
    EXPECT_EQ(mode_of(folder / "a" / "b"), 0700u);
}

TEST_F(Outputs, ReplaceAnOlderReportWhole) {
    write("report.json", "old and longer");
    ASSERT_TRUE(write_private(folder / "report.json", "new"));
    EXPECT_EQ(*read_whole(folder / "report.json"), "new");
}

TEST_F(Outputs, ThatCannotBeWrittenLeaveNothingBehind) {
    fs::create_directory(folder / "report.json");  // a folder stands where the report should go
    const auto written = write_private(folder / "report.json", "{}");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::io);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(Outputs, OnAFullDiskAreAnErrorAndNoHalfReport) {
    if (!fs::exists("/dev/full")) return;
    EXPECT_FALSE(write_private("/dev/full/report.json", "{}"));
}

TEST_F(Outputs, ATemporaryFolderVanishes) {
    write("work/page.jpg", "x");
    { const TemporaryFolder temporary(folder / "work"); }
    EXPECT_FALSE(fs::exists(folder / "work"));
}

TEST_F(Outputs, AFileAboveTheLimitIsNotRead) {
    write("big", std::string(100, 'x'));
    const auto bytes = read_whole(folder / "big", 99);
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().kind, ErrorKind::too_large);
}

}  // namespace
}  // namespace paraphe::app
