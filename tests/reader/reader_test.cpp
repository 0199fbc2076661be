// The reader program as the rest of Paraphe uses it.

#include "running_reader.hpp"
#include "small_pdf.hpp"

#include <gmock/gmock.h>
#include <map>
#include <thread>

namespace paraphe::reader {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;

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
    EXPECT_THAT(kept, testing::SizeIs(2));

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

TEST(Reader, AMissingProgramIsAnErrorThatNamesIt) {
    auto wrong = setup();
    wrong.program = "/nowhere/paraphe-reader";
    const auto started = Server::start(wrong);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::not_found);
    EXPECT_THAT(started.error().detail, testing::HasSubstr("/nowhere/paraphe-reader"));
}

TEST(Reader, AMissingModelIsAnErrorAtTheStart) {
    auto wrong = setup();
    wrong.models = "/nowhere";
    const auto started = Server::start(wrong);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace paraphe::reader
