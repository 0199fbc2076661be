#include "app/wholeness.hpp"

#include "folder.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace paraphe::app {
namespace {

using Wholenesses = InAFolder;

const std::string zip_end = std::string("PK\x05\x06") + std::string(18, '\0');

TEST_F(Wholenesses, AFileThatSomebodyStillWritesIsUnfinished) {
    write("a.txt", "text");
    const int writer = ::open((folder / "a.txt").c_str(), O_WRONLY);
    const auto while_written = wholeness(folder / "a.txt");
    ::close(writer);
    const auto closed = wholeness(folder / "a.txt");
    if (closed == Wholeness::unknown) GTEST_SKIP() << "this file system gives no leases";
    EXPECT_EQ(while_written, Wholeness::unfinished);
    EXPECT_EQ(closed, Wholeness::whole);
}

TEST_F(Wholenesses, AnArchiveOrPdfWithoutItsEndIsUnfinished) {
    write("cut.zip", "PK\x03\x04 half of it");
    write("cut.pdf", "%PDF-1.4 half of it");
    write("cut.7z", std::string("7z\xBC\xAF\x27\x1C\0\4abcd\x10\0\0\0\0\0\0\0\x20\0\0\0\0\0\0\0crc.", 32));
    write("empty.zip", "");
    for (const auto* name : {"cut.zip", "cut.pdf", "cut.7z", "empty.zip"}) EXPECT_EQ(wholeness(folder / name), Wholeness::unfinished) << name;
}

TEST_F(Wholenesses, AnArchiveOrPdfWithItsEndIsNot) {
    write("whole.zip", "PK\x03\x04 all of it" + zip_end);
    write("whole.pdf", "%PDF-1.4 all of it %%EOF\n");
    for (const auto* name : {"whole.zip", "whole.pdf"}) EXPECT_NE(wholeness(folder / name), Wholeness::unfinished) << name;
}

TEST_F(Wholenesses, AFolderIsAsWholeAsItsLeastWholeFile) {
    write("dossier/kbis.pdf", "%PDF-1.4 all of it %%EOF\n");
    EXPECT_NE(wholeness(folder / "dossier"), Wholeness::unfinished);
    write("dossier/deep/cheque.pdf", "%PDF-1.4 half of it");
    EXPECT_EQ(wholeness(folder / "dossier"), Wholeness::unfinished);
}

}  // namespace
}  // namespace paraphe::app
