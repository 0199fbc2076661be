// Readers killed, stopped, lying and looked at from outside: what is lost, and what is not.

#include "running_reader.hpp"
#include "small_pdf.hpp"

#include <chrono>
#include <csignal>
#include <gmock/gmock.h>
#include <thread>

namespace paraphe::reader {
namespace {

namespace fs = std::filesystem;

/// A process's name, which the kernel cuts after 15 letters.
std::string name_of(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(file, name);
    return name;
}
std::string name_of_file(const fs::path& program) { return program.filename().string().substr(0, 15); }

std::size_t open_descriptors() {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator{}));
}

TEST(Reader, KilledWhileItReadsCostsOneCallAndIsReplaced) {
    Alone it = alone();
    const Member member = open_one(it.reader, "kbis.pdf", small_pdf("KBIS"));
    ASSERT_TRUE(it.reader.open_file(member));
    ASSERT_EQ(::kill(it.process, SIGSEGV), 0);
    const auto lost = it.reader.read_page(member, 1);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, ErrorKind::crashed);
    EXPECT_EQ(lost.error().path, "kbis.pdf");
    EXPECT_EQ(it.server.losses(), 1);
    const auto again = it.reader.read_page(member, 1);
    EXPECT_TRUE(again) << again.error().detail;
}

TEST(Reader, KilledFromOutsideIsSaidToBeOutOfMemory) {
    Alone it = alone();
    const Member member = open_one(it.reader, "kbis.pdf", small_pdf("KBIS"));
    ASSERT_EQ(::kill(it.process, SIGKILL), 0);
    const auto lost = it.reader.read_page(member, 1);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, ErrorKind::out_of_memory);
}

TEST(Reader, ThatHangsIsStoppedInTimeAndReplaced) {
    Alone it = alone(1.0);
    const Member member = open_one(it.reader, "kbis.pdf", small_pdf("KBIS"));
    ASSERT_TRUE(it.reader.open_file(member));
    ASSERT_EQ(::kill(it.process, SIGSTOP), 0);
    const auto lost = it.reader.read_page(member, 1);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, ErrorKind::out_of_time);
    EXPECT_TRUE(it.reader.open_file(member));
}

TEST(Reader, OutlivesTheDeathOfItsServer) {
    Alone it = alone();
    const Member member = open_one(it.reader, "kbis.pdf", small_pdf("KBIS"));
    ASSERT_EQ(::kill(it.server_process, SIGKILL), 0);
    EXPECT_FALSE(it.reader.read_page(member, 1));
    const auto again = it.reader.read_page(member, 1);
    EXPECT_TRUE(again) << again.error().detail;
}

TEST(Reader, LeavesNoProcessBehind) {
    pid_t server_process = 0;
    {
        const Alone it = alone();
        server_process = it.server_process;
    }
    EXPECT_NE(::kill(server_process, 0), 0);
}

TEST(Reader, LeaksNoDescriptor) {
    const auto use = [] {
        auto reader = server().reader();
        ASSERT_TRUE(reader);
        const Member member = open_one(*reader, "kbis.pdf", small_pdf("KBIS"));
        EXPECT_TRUE(reader->open_file(member));
    };
    use();
    const auto before = open_descriptors();
    for (int i = 0; i < 5; ++i) use();
    EXPECT_EQ(open_descriptors(), before);
}

std::string status_of(pid_t process, const std::string& key) {
    std::ifstream file("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(key + ":")) return line.substr(line.find_first_not_of(" \t", key.size() + 1));
    return {};
}

/// A reader that has just been forked confines itself before it takes its first call: until then it may still be seen without.
void wait_until_confined(pid_t process) {
    for (int tries = 0; tries < 200 && status_of(process, "Seccomp") != "2"; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

TEST(Reader, IsConfinedWhereItRuns) {
    const Alone it = alone();
    wait_until_confined(it.process);
    for (const auto& protection : it.server.protections()) EXPECT_TRUE(protection.active) << protection.name << ": " << protection.detail;
    EXPECT_EQ(status_of(it.process, "Seccomp"), "2");
    EXPECT_EQ(status_of(it.process, "NoNewPrivs"), "1");
    EXPECT_EQ(status_of(it.process, "Threads"), "1");
}

TEST(Reader, HoldsNoDescriptorBesidesItsSocket) {
    const Alone it = alone();
    wait_until_confined(it.process);
    std::error_code error;
    const fs::path held = "/proc/" + std::to_string(it.process) + "/fd";
    std::vector<std::string> targets;
    for (const auto& fd : fs::directory_iterator(held, error)) targets.push_back(fs::read_symlink(fd, error));
    if (error) GTEST_SKIP() << "only root may look into a process that is not dumpable";
    std::ranges::sort(targets);
    EXPECT_THAT(targets, testing::ElementsAre("/dev/null", "/dev/null", "/dev/null", testing::StartsWith("socket:")));
}

/// The reader program behind a script that does something first.
class ReaderBehindAScript : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "reader-test-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { fs::remove_all(folder); }

    [[nodiscard]] reader::Setup preceded_by(const std::string& first) const {
        auto out = setup();
        const fs::path script = folder / "reader.sh";
        std::ofstream(script) << "#!/bin/sh\n" << first << "\nexec " << out.program << " \"$@\"\n";
        fs::permissions(script, fs::perms::owner_all);
        out.program = script;
        return out;
    }

    fs::path folder;
};

TEST_F(ReaderBehindAScript, KilledWhileItStartsIsStartedAgain) {
    auto started = Server::start(preceded_by("mkdir '" + (folder / "once").string() + "' && kill -9 $$"));
    ASSERT_TRUE(started) << started.error().detail;
    auto reader = started->reader();
    ASSERT_TRUE(reader) << reader.error().detail;
    open_one(*reader, "kbis.pdf", small_pdf("KBIS"));
}

TEST_F(ReaderBehindAScript, ThatAlwaysDiesIsAnErrorThatNamesIt) {
    const auto started = Server::start(preceded_by("kill -9 $$"));
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::internal);
    EXPECT_THAT(started.error().detail, testing::HasSubstr("reader.sh did not start"));
}

class LyingReader : public testing::TestWithParam<const char*> {};

TEST_P(LyingReader, IsKilled) {
    auto lying = setup();
    lying.program = PARAPHE_LYING_READER;
    lying.models = GetParam();
    auto started = Server::start(lying);
    ASSERT_TRUE(started) << started.error().detail;
    auto reader = started->reader();
    ASSERT_TRUE(reader) << reader.error().detail;
    const auto file = file_of(small_pdf("KBIS"));
    const auto opened = reader->open("kbis.pdf", file.get());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::broken_form) << opened.error().detail;
    EXPECT_EQ(started->losses(), 1);
    std::vector<pid_t> readers;
    for (const pid_t child : children_of(::getpid()))
        for (const pid_t process : children_of(child))
            if (name_of(process) == name_of_file(PARAPHE_LYING_READER)) readers.push_back(process);
    EXPECT_THAT(readers, testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(OfForm, LyingReader,
                         testing::Values("NoPacket", "NoMessage", "AnswerToAnotherQuestion", "MemberWithoutItsBytes", "MemberOfAnotherSize",
                                         "BytesThatCanStillChange", "BytesWithoutAMember", "MessageWithoutEnd"),
                         [](const auto& lie) { return lie.param; });

}  // namespace
}  // namespace paraphe::reader
