// The reader program as the rest of Paraphe uses it: started for real, its processes killed and stopped from outside.

#include "reader/channel.hpp"
#include "reader/client.hpp"
#include "small_pdf.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <sstream>
#include <stdexcept>
#include <sys/types.h>
#include <thread>
#include <unistd.h>

namespace paraphe::reader {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::SizeIs;

Setup setup(double page_seconds = 60) {
    Setup out;
    out.program = PARAPHE_BINARY_DIR "/paraphe-reader";
    out.models = PARAPHE_MODELS;
    out.limits.page_seconds = page_seconds;
    return out;
}

/// Starting it loads Tesseract: one for all tests that do not kill it.
Server& server() {
    static Server shared = [] {
        auto started = Server::start(setup());
        if (!started) throw std::runtime_error(started.error().detail);
        return std::move(*started);
    }();
    return shared;
}

Descriptor file_of(const std::string& bytes) {
    auto file = sealed({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
    EXPECT_TRUE(file);
    return std::move(*file);
}

Member open_one(Reader& reader, const std::string& name, const std::string& bytes) {
    const auto file = file_of(bytes);
    auto opened = reader.open(name, file.get());
    EXPECT_TRUE(opened) << opened.error().detail;
    EXPECT_THAT(opened->members, SizeIs(1));
    return std::move(opened->members.at(0));
}

/// The living processes whose parent is `parent`.
std::vector<pid_t> children_of(pid_t parent) {
    std::vector<pid_t> out;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        std::ifstream stat(entry.path() / "stat");
        std::string text((std::istreambuf_iterator<char>(stat)), {});
        const auto end = text.rfind(')');
        if (end == std::string::npos) continue;
        char state = 0;
        pid_t above = 0;
        std::istringstream rest(text.substr(end + 1));
        rest >> state >> above;
        if (above == parent && state != 'Z') out.push_back(static_cast<pid_t>(std::stol(name)));
    }
    return out;
}

/// A process's name, which the kernel cuts after 15 letters.
std::string name_of(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(file, name);
    return name;
}
std::string name_of_file(const fs::path& program) { return program.filename().string().substr(0, 15); }

/// A server of its own and the one reader forked from it.
struct Alone {
    Server server;
    Reader reader;
    pid_t server_process = 0, process = 0;
};

Alone alone(double page_seconds = 60) {
    const auto before = children_of(::getpid());
    auto server = Server::start(setup(page_seconds));
    EXPECT_TRUE(server) << server.error().detail;
    auto reader = server->reader();
    EXPECT_TRUE(reader) << reader.error().detail;
    Alone out{std::move(*server), std::move(*reader)};
    for (const pid_t child : children_of(::getpid()))
        if (std::ranges::find(before, child) == before.end()) out.server_process = child;
    const auto readers = children_of(out.server_process);
    EXPECT_THAT(readers, SizeIs(1));
    out.process = readers.at(0);
    return out;
}

std::size_t open_descriptors() {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator{}));
}

TEST(Reader, ReadsAPageWithItsPicture) {
    auto reader = server().reader();
    ASSERT_TRUE(reader) << reader.error().detail;
    const Member member = open_one(*reader, "kbis.pdf", small_pdf("EXTRAIT KBIS"));
    EXPECT_EQ(member.media_type, "application/pdf");
    EXPECT_TRUE(member.has_pages);
    const auto file = reader->open_file(member);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ(file->page_count, 1);
    const auto page = reader->read_page(member, 1);
    ASSERT_TRUE(page) << page.error().detail;
    EXPECT_THAT(page->reading.words, Contains(testing::Field(&Word::text, "KBIS")));
    EXPECT_TRUE(page->reading.legible);
    EXPECT_TRUE(page->view.consistent());
    EXPECT_NEAR(page->view.width, 827, 10);
}

/// A memory in a map: what is kept, by key.
Memory memory_in(std::map<std::string, std::string>& kept) {
    return {[&kept](const std::string& key) { return kept.contains(key) ? std::optional{kept[key]} : std::nullopt; },
            [&kept](const std::string& key, std::string_view answer) { kept[key] = answer; }};
}

TEST(ReaderMemory, WhatWasAnsweredOnceIsNotAskedAgain) {
    std::map<std::string, std::string> kept;
    auto remembering = setup();
    remembering.memory = memory_in(kept);
    auto first = Server::start(remembering);
    ASSERT_TRUE(first) << first.error().detail;
    auto reader = first->reader();
    ASSERT_TRUE(reader);
    const Member member = open_one(*reader, "kbis.pdf", small_pdf("EXTRAIT KBIS"));
    const auto page = reader->read_page(member, 1);
    const auto picture = reader->picture(member, 1, {0.1, 0.1, 0.5, 0.2}, 100);
    ASSERT_TRUE(page && picture);
    EXPECT_THAT(kept, SizeIs(2));

    auto second = first->reader();
    ASSERT_TRUE(second);
    Member gone{member.path, member.sha256, member.media_type, member.size, true, false, FileStatus::read, {}, {}, {}};  // the bytes are not there to be read
    const auto again = second->read_page(gone, 1);
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->reading, page->reading);
    EXPECT_EQ(again->view.pixels, page->view.pixels);
    EXPECT_EQ(second->picture(gone, 1, {0.1, 0.1, 0.5, 0.2}, 100)->pixels, picture->pixels);
}

TEST(ReaderMemory, ADamagedMemoryCostsTimeOnly) {
    std::map<std::string, std::string> kept;
    auto remembering = setup();
    remembering.memory = memory_in(kept);
    auto server_with_memory = Server::start(remembering);
    ASSERT_TRUE(server_with_memory);
    auto reader = server_with_memory->reader();
    ASSERT_TRUE(reader);
    const Member member = open_one(*reader, "kbis.pdf", small_pdf("EXTRAIT KBIS"));
    ASSERT_TRUE(reader->read_page(member, 1));
    for (auto& [key, answer] : kept) answer.resize(answer.size() / 2);
    const auto cut = reader->read_page(member, 1);
    ASSERT_TRUE(cut) << cut.error().detail;
    EXPECT_TRUE(cut->view.consistent());
    for (auto& [key, answer] : kept) answer = "not an answer";
    EXPECT_TRUE(reader->read_page(member, 1));
}

TEST(Reader, AKnownRotationChangesNothingButTheTime) {
    auto reader = server().reader();
    ASSERT_TRUE(reader);
    const Member member = open_one(*reader, "kbis.pdf", small_pdf("EXTRAIT KBIS"));
    CropRequest request{1, {0, 0, 1, 1}, CropPurpose::text};
    request.rotation = 0;  // known: nothing but the crop is read
    const auto known = reader->look_again(member, request);
    auto other = server().reader();
    ASSERT_TRUE(other);
    request.rotation.reset();
    const auto unknown = other->look_again(member, request);
    ASSERT_TRUE(known && unknown);
    EXPECT_EQ(known->words, unknown->words);
}

TEST(Reader, LooksAgainAtANumberAndSeesTheSame) {
    auto reader = server().reader();
    ASSERT_TRUE(reader);
    const Member member = open_one(*reader, "kbis.pdf", small_pdf("EXTRAIT KBIS"));
    const auto page = reader->read_page(member, 1);
    ASSERT_TRUE(page) << page.error().detail;
    const auto& words = page->reading.words;
    const auto number = std::ranges::find(words, "2017", &Word::text);
    ASSERT_NE(number, words.end());
    const auto again = reader->look_again(member, {1, grown(number->box, 0.005, 0.004), CropPurpose::digits});
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_THAT(again->words, Contains(testing::Field(&Word::text, "2017")));
    const auto picture = reader->picture(member, 1, number->box, 200);
    ASSERT_TRUE(picture) << picture.error().detail;
    EXPECT_NEAR(picture->width, number->box.w * 210 / 25.4 * 200, 3);
}

TEST(Reader, SaysWhatIsWrongWithAFileAndGoesOn) {
    auto reader = server().reader();
    ASSERT_TRUE(reader);
    const Member broken = open_one(*reader, "kbis.pdf", small_pdf("KBIS").substr(0, 120));
    const auto file = broken.has_pages ? reader->open_file(broken) : fail(ErrorKind::damaged, "told when it was opened");
    ASSERT_FALSE(file);
    EXPECT_THAT(file.error().kind, AnyOf(ErrorKind::damaged, ErrorKind::empty, ErrorKind::unsupported));
    const Member whole = open_one(*reader, "kbis2.pdf", small_pdf("KBIS"));
    EXPECT_TRUE(reader->read_page(whole, 1));
}

TEST(Reader, APageThatIsNotThereIsAnError) {
    auto reader = server().reader();
    ASSERT_TRUE(reader);
    const Member member = open_one(*reader, "kbis.pdf", small_pdf("KBIS"));
    EXPECT_FALSE(reader->read_page(member, 2));
    EXPECT_TRUE(reader->read_page(member, 1));
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

TEST(Reader, TwoInTwoThreadsReadTheirOwnFiles) {
    std::string seen[2];
    const auto read = [&](int which, const std::string& title) {
        auto reader = server().reader();
        ASSERT_TRUE(reader);
        const Member member = open_one(*reader, "a.pdf", small_pdf(title));
        const auto page = reader->read_page(member, 1);
        ASSERT_TRUE(page) << page.error().detail;
        seen[which] = page->reading.words.at(0).text;
    };
    std::thread one(read, 0, "PREMIER"), two(read, 1, "SECOND");
    one.join();
    two.join();
    EXPECT_EQ(seen[0], "PREMIER");
    EXPECT_EQ(seen[1], "SECOND");
}

TEST(Reader, TellsItsProtections) {
    std::vector<std::string> names;
    for (const auto& protection : server().protections()) names.push_back(protection.name);
    EXPECT_THAT(names, testing::UnorderedElementsAre("no_new_privs", "rlimits", "landlock", "seccomp"));
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

TEST(Reader, AMissingProgramIsAnErrorThatNamesIt) {
    auto wrong = setup();
    wrong.program = "/nowhere/paraphe-reader";
    const auto started = Server::start(wrong);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::not_found);
    EXPECT_THAT(started.error().detail, testing::HasSubstr("/nowhere/paraphe-reader"));
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

TEST(Reader, AMissingModelIsAnErrorAtTheStart) {
    auto wrong = setup();
    wrong.models = "/nowhere";
    const auto started = Server::start(wrong);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace paraphe::reader
