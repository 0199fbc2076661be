#include "record/messages.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace paraphe {
namespace {

using record::Answer;
using record::FromServer;
using record::Request;

template <class T>
void expect_same(const Result<T>& back, const T& sent) {
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_TRUE(*back == sent);
}

PageReading full_page() {
    const Box box{0.125, 0.25, 0.5, 0.0625};
    PageReading page{3, 90, 210, 297, TextSource::layer, "eng", {}, {}, {}, {}, {}, false, PageProblem::blurred, 0.875, true, 0.0625};
    page.words = {{"numéro", box, 0.5, 4}, {"", {}, 1, -1}};
    page.lines = {{0.25, 0.5, 0.75, 0.5}};
    page.codes = {{"qr", "texte", box}};
    page.overlays = {{"hidden_text", "2017", box}};
    page.marks = {{MarkKind::paraph, box, 0.75, true, true, "JD", "ff"}};
    return page;
}

TEST(Messages, GiveBackEveryRequest) {
    const Request requests[] = {record::OpenRequest{"dossier é.zip", {3, 5'000'000'000}},
                                record::OpenFileRequest{"a/b.pdf", "application/pdf", {1, 2}},
                                record::ReadPageRequest{7},
                                CropRequest{2, {0.25, 0.25, 0.5, 0.5}, CropPurpose::hand, 90},
                                CropRequest{1, {}, CropPurpose::ink},
                                record::PictureRequest{2, {0.5, 0.5, 0.25, 0.25}, 200}};
    for (const auto& request : requests) expect_same(record::request_from_wire(record::to_wire(request)), request);
}

TEST(Messages, GiveBackEveryAnswer) {
    const Box box{0.125, 0.25, 0.5, 0.0625};
    FileFacts facts;
    facts.producer = "Word";
    facts.signatures = {{"Jean", "AC", "2017", {}, true, true, "form", 1, box}};
    const record::Entry read{"a.pdf", std::string(64, 'c'), "application/pdf", 12, true, false, FileStatus::read, "", "", true};
    const record::Entry ignored{"._a", "", "text/plain", 3, false, false, FileStatus::ignored, "system_file", "a Mac's", false};
    const Answer answers[] = {Error{ErrorKind::encrypted, "a.pdf", 2, "needs a password"},
                              record::OpenAnswer{{read, ignored}, "2017-02-20"},
                              record::OpenAnswer{},
                              record::OpenFileAnswer{4, facts, {ignored, read}},
                              record::ReadPageAnswer{full_page(), {827, 1169, 1, 100}, 0.25, 1, 0.5},
                              CropAnswer{{{"552", box, 0.5, 0}}, 0.75, Ink::present, {{MarkKind::stamp, box, 0.5, false, false, "", ""}}, {}},
                              CropAnswer{{}, 0.5, Ink::unsure, {}, {"400,00", "4OO"}, {}, {{box, std::vector<std::uint8_t>(3 * hand_classes, 7)}}},
                              record::PictureShape{10, 20, 3, 200}};
    for (const auto& answer : answers) expect_same(record::answer_from_wire(record::to_wire(answer), Limits{}), answer);
}

TEST(Messages, ALineOfSignsMustHoldWholeColumns) {
    CropAnswer answer;
    answer.lines.push_back({{0, 0, 1, 1}, std::vector<std::uint8_t>(hand_classes + 1, 7)});
    EXPECT_FALSE(record::answer_from_wire(record::to_wire(record::Answer(answer)), Limits{}));
}

TEST(Messages, GiveBackEveryWordOfTheServer) {
    const FromServer words[] = {record::Ready{{}, {{"landlock", true, "ABI 7"}, {"seccomp", false, "no"}}},
                                record::Ready{Error{ErrorKind::not_found, "", 0, "fra.traineddata"}, {}}, record::Forked{4711},
                                Error{ErrorKind::internal, "", 0, "fork"}, record::Ended{4711, 9}};
    for (const auto& word : words) expect_same(record::from_server(record::to_wire(word)), word);
}

TEST(Messages, GiveBackTheLimits) {
    const Limits limits{.entries = 7, .ratio = 13.5, .side = 22, .message_bytes = 20, .words = 21};
    const auto back = record::limits_from_wire(record::to_wire(limits));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(back->entries, 7);
    EXPECT_EQ(back->ratio, 13.5);
    EXPECT_EQ(back->message_bytes, 20u);
    EXPECT_EQ(back->words, 21);
    EXPECT_EQ(back->side, 22);
}

TEST(Messages, CutAnEndlessTextAtACharacter) {
    PageReading page = full_page();
    for (int i = 0; i < 2000; ++i) page.words[0].text += "é";
    const auto back = record::answer_from_wire(record::to_wire(Answer(record::ReadPageAnswer{page, {}, 0, 0, 0})), Limits{});
    ASSERT_TRUE(back) << back.error().detail;
    const auto& text = std::get<record::ReadPageAnswer>(*back).reading.words[0].text;
    EXPECT_LE(text.size(), 1000u);
    EXPECT_EQ(text.substr(text.size() - 2), "é");
}

TEST(Messages, CountWhatAPageMayHold) {
    PageReading page = full_page();
    Limits limits;
    limits.words = 2;
    EXPECT_TRUE(record::within_counts(page, limits));
    page.words.push_back({"one too many", {}, 1, 1});
    EXPECT_FALSE(record::within_counts(page, limits));
}

RC_GTEST_PROP(Messages, AnyWordOnThePageComesBackAsItWas, ()) {
    const auto fraction = [](int most) { return *rc::gen::inRange(0, most + 1) / 1000.0; };
    Word word;
    word.text = *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
    word.box.x = fraction(1000);
    word.box.y = fraction(1000);
    word.box.w = (1 - word.box.x) * fraction(1000);
    word.box.h = (1 - word.box.y) * fraction(1000);
    word.confidence = fraction(1000);
    word.line = *rc::gen::inRange(-1, 1000);
    if (word.text.size() > 1000) word.text.resize(1000);
    CropAnswer answer;
    answer.words = {word};
    const auto back = record::answer_from_wire(record::to_wire(Answer(answer)), Limits{});
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == Answer(answer));
}

RC_GTEST_PROP(Messages, AnyBytesAreAMessageOrRefused, (const std::string& bytes)) {
    static_cast<void>(record::request_from_wire(bytes));
    static_cast<void>(record::from_server(bytes));
    static_cast<void>(record::limits_from_wire(bytes));
    const auto answer = record::answer_from_wire(bytes, Limits{});
    RC_ASSERT(answer.has_value() || answer.error().kind == ErrorKind::broken_form);
}

}  // namespace
}  // namespace paraphe
