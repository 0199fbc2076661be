#include "reader/office.hpp"
#include "reader/office_jail.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraphe::office {
namespace {

using reader::Descriptor;

constexpr const char* rtf = "application/rtf";
constexpr const char* docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

Descriptor holding(const std::string& bytes) {
    Descriptor file{::memfd_create("test", MFD_CLOEXEC)};
    EXPECT_EQ(::write(file.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    return file;
}

std::string content(int fd) {
    struct stat info {};
    ::fstat(fd, &info);
    std::string out(static_cast<std::size_t>(info.st_size), '\0');
    EXPECT_EQ(::pread(fd, out.data(), out.size(), 0), info.st_size);
    return out;
}

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t length) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), length);
    return static_cast<la_ssize_t>(length);
}

/// The smallest Word file that says `text`.
std::string docx(const std::string& text) {
    const std::pair<const char*, std::string> parts[] = {
        {"[Content_Types].xml", R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
        {"_rels/.rels", R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"word/document.xml", R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>)" + text + "</w:t></w:r></w:p></w:body></w:document>"}};
    std::string out;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_options(writer, "zip:compression=store");
    archive_write_open(writer, &out, nullptr, append, nullptr);
    for (const auto& [name, bytes] : parts) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return out;
}

bool installed() { return ::access("/usr/bin/soffice", X_OK) == 0 && ::access("/usr/bin/bwrap", X_OK) == 0; }

/// Where the jail cannot be (no LibreOffice, no user namespaces), the error must say so: that is the behaviour then.
bool works(const Result<Descriptor>& result) {
    if (result) return true;
    EXPECT_EQ(result.error().kind, ErrorKind::unsupported) << result.error().detail;
    EXPECT_FALSE(result.error().detail.empty());
    EXPECT_FALSE(installed() && result.error().detail.find("not installed") != std::string::npos);
    return false;
}

TEST(Office, FilesOfADossierBecomePdfsInOrder) {
    const auto first = holding("{\\rtf1\\ansi Bonjour}"), second = holding("{\\rtf1\\ansi Registre unique du personnel}");
    const auto results = convert({{first.get(), rtf}, {second.get(), rtf}}, {});
    ASSERT_EQ(results.size(), 2u);
    for (const auto& result : results) {
        if (!works(result)) continue;
        const auto pdf = content(result->get());
        EXPECT_TRUE(pdf.starts_with("%PDF-"));
        EXPECT_NE(pdf.find("%%EOF"), std::string::npos);
        EXPECT_NE(::fcntl(result->get(), F_GET_SEALS) & F_SEAL_WRITE, 0);
    }
}

TEST(Office, AFileThatGivesNothingCostsOnlyItself) {
    const auto broken = holding(docx("x").substr(0, 90)), sound = holding("{\\rtf1\\ansi Bonjour}");
    const auto results = convert({{broken.get(), docx_type}, {sound.get(), rtf}}, {});
    ASSERT_EQ(results.size(), 2u);
    if (!works(results[1])) return;
    ASSERT_FALSE(results[0]);
    EXPECT_EQ(results[0].error().kind, ErrorKind::damaged);
}

TEST(Office, LeavesNothingOnDisk) {
    const auto names = [] {
        std::vector<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator{"/tmp"})
            if (const auto name = entry.path().filename().string(); name.starts_with("lu") || name.find("office") != std::string::npos) out.push_back(name);
        std::ranges::sort(out);
        return out;
    };
    const auto before = names();
    const auto file = holding("{\\rtf1\\ansi Bonjour}");
    (void)convert({{file.get(), rtf}}, {});
    EXPECT_EQ(names(), before);
}

/// What a shell command inside the jail writes, in the place of the converter.
std::string said_in_the_jail(const std::string& command) {
    const auto file = holding("x");
    std::vector<JailFile> files;
    files.push_back({file.get(), Descriptor{::memfd_create("test", MFD_CLOEXEC)}, "rtf"});
    const auto ended = run_in_jail({"/usr/bin/bwrap", "{ " + command + "; } >/tmp/out/0.pdf 2>/dev/null; true"}, files, 20);
    if (!ended) return {};
    return content(files[0].pdf.get());
}

TEST(Jail, SeesNeitherFilesOfUsersNorTheNetworkNorOtherProcesses) {
    if (said_in_the_jail("echo here") != "here\n") GTEST_SKIP() << "no jail on this machine";
    EXPECT_EQ(said_in_the_jail("cat /etc/passwd /etc/shadow; ls -A /home /root /srv /var/tmp /run"), "");
    EXPECT_EQ(said_in_the_jail("ls -A /tmp"), "in\nout\n");
    EXPECT_EQ(said_in_the_jail("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"), "lo\n");
    EXPECT_EQ(said_in_the_jail("cat /proc/[0-9]*/comm | sort -u | tr '\\n' ' '").find("office_test"), std::string::npos);
    EXPECT_EQ(said_in_the_jail("echo x >/usr/escape; ls /usr/escape"), "");
}

TEST(Office, IsReadyOrSaysWhyNot) {
    const auto state = ready({.seconds = 20});
    EXPECT_TRUE(state || (state.error().kind == ErrorKind::unsupported && !state.error().detail.empty()));
    EXPECT_THAT(ready({.program = "no-such-office"}).error().detail, testing::HasSubstr("not installed"));
}

TEST(Office, IsStoppedAfterItsTime) {
    const auto file = holding("{\\rtf1\\ansi Bonjour}");
    const auto results = convert({{file.get(), rtf}}, {.seconds = 0.02});
    ASSERT_FALSE(results[0]);
    EXPECT_THAT(results[0].error().kind, testing::AnyOf(ErrorKind::out_of_time, ErrorKind::unsupported));
}

TEST(Office, SaysWhichProgramIsMissing) {
    const auto file = holding("{\\rtf1\\ansi Bonjour}");
    const auto results = convert({{file.get(), rtf}}, {.program = "no-such-office"});
    ASSERT_FALSE(results[0]);
    EXPECT_EQ(results[0].error().kind, ErrorKind::unsupported);
    EXPECT_THAT(results[0].error().detail, testing::HasSubstr("not installed"));
}

TEST(Office, TakesNoProgramFromOutsideTheSystemsFolders) {
    const auto file = holding("{\\rtf1\\ansi Bonjour}");
    EXPECT_FALSE(convert({{file.get(), rtf}}, {.program = "../../tmp/soffice"})[0]);
}

TEST(Office, RefusesWhatIsNoOfficeFile) {
    const auto file = holding("%PDF-1.4");
    EXPECT_EQ(convert({{file.get(), "application/pdf"}}, {})[0].error().kind, ErrorKind::unsupported);
}

}  // namespace
}  // namespace paraphe::office
