// What a captured reader may send: each breach of form is refused, and the parent goes on.

#include "record/messages.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <record.pb.h>

namespace paraphe {
namespace {

wire::Answer good_page() {
    record::ReadPageAnswer answer;
    answer.reading.words = {{"mot", {0.1, 0.1, 0.2, 0.02}, 0.9, 0}};
    answer.reading.lines = {{0.1, 0.5, 0.9, 0.5}};
    answer.reading.marks = {{MarkKind::stamp, {0.1, 0.1, 0.2, 0.2}, 0.9, false, false, "", ""}};
    answer.view = {10, 10, 1, 100};
    wire::Answer message;
    EXPECT_TRUE(message.ParseFromString(record::to_wire(record::Answer(answer))));
    return message;
}

wire::Answer good_opening() {
    record::OpenAnswer answer;
    answer.entries = {{"a.pdf", std::string(64, '0'), "application/pdf", 12, true, false, FileStatus::read, "", "", true}};
    wire::Answer message;
    EXPECT_TRUE(message.ParseFromString(record::to_wire(record::Answer(answer))));
    return message;
}

bool accepted(const wire::Answer& message, const Limits& limits = {}) {
    const auto answer = record::answer_from_wire(message.SerializeAsString(), limits);
    if (!answer) {
        EXPECT_EQ(answer.error().kind, ErrorKind::broken_form);
        EXPECT_FALSE(answer.error().detail.empty());
    }
    return answer.has_value();
}

struct Breach {
    const char* name;
    std::function<void(wire::PageReading&)> commit;
};

class PageBreach : public testing::TestWithParam<Breach> {};

TEST_P(PageBreach, IsRefused) {
    wire::Answer message = good_page();
    ASSERT_TRUE(accepted(message));
    GetParam().commit(*message.mutable_read_page()->mutable_reading());
    EXPECT_FALSE(accepted(message));
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

const Breach breaches[] = {
    {"ConfidenceIsNoNumber", [](auto& page) { page.mutable_words(0)->set_confidence(nan); }},
    {"ConfidenceAboveOne", [](auto& page) { page.mutable_words(0)->set_confidence(1.5); }},
    {"ConfidenceAbsent", [](auto& page) { page.mutable_words(0)->clear_confidence(); }},
    {"BoxOffThePage", [](auto& page) { page.mutable_words(0)->set_box(0, 1.5); }},
    {"BoxSumOffThePage", [](auto& page) { page.mutable_words(0)->set_box(2, 0.95); }},
    {"BoxOfNegativeWidth", [](auto& page) { page.mutable_words(0)->set_box(2, -0.05); }},
    {"BoxOfInfiniteHeight", [](auto& page) { page.mutable_words(0)->set_box(3, infinity); }},
    {"BoxOfThreeNumbers", [](auto& page) { page.mutable_words(0)->mutable_box()->RemoveLast(); }},
    {"BoxOfFiveNumbers", [](auto& page) { page.mutable_words(0)->add_box(0.1); }},
    {"LineOffThePage", [](auto& page) { page.mutable_lines(0)->set_x2(7); }},
    {"LineNumberAbsurd", [](auto& page) { page.mutable_words(0)->set_line(-2); }},
    {"TextTooLong", [](auto& page) { page.mutable_words(0)->set_text(std::string(100'000, 'a')); }},
    {"UnknownMark", [](auto& page) { page.mutable_marks(0)->set_kind(static_cast<wire::MarkKind::Value>(5)); }},
    {"NegativeMark", [](auto& page) { page.mutable_marks(0)->set_kind(static_cast<wire::MarkKind::Value>(-1)); }},
    {"UnknownSource", [](auto& page) { page.set_source(static_cast<wire::TextSource::Value>(3)); }},
    {"UnknownProblem", [](auto& page) { page.set_problem(static_cast<wire::PageProblem::Value>(99)); }},
    {"RotationByFortyFive", [](auto& page) { page.set_rotation(45); }},
    {"PageZero", [](auto& page) { page.set_number(0); }},
    {"LegibilityAbsent", [](auto& page) { page.clear_legible(); }},
    {"WidthInfinite", [](auto& page) { page.set_width_mm(infinity); }},
    {"InkAboveAll", [](auto& page) { page.set_ink_share(2); }},
    {"TooManyWords", [](auto& page) {
         const auto word = page.words(0);
         for (int i = 0; i < Limits{}.words; ++i) *page.add_words() = word;
     }},
};

INSTANTIATE_TEST_SUITE_P(OfForm, PageBreach, testing::ValuesIn(breaches), [](const auto& breach) { return breach.param.name; });

TEST(HostileMessage, ABoxAHairOffThePageIsBroughtBack) {
    wire::Answer message = good_page();
    message.mutable_read_page()->mutable_reading()->mutable_words(0)->set_box(0, -0.005);
    const auto answer = record::answer_from_wire(message.SerializeAsString(), Limits{});
    ASSERT_TRUE(answer);
    EXPECT_EQ(std::get<record::ReadPageAnswer>(*answer).reading.words[0].box.x, 0);
}

TEST(HostileMessage, BadUtf8IsRefused) {
    std::string bytes = good_page().SerializeAsString();
    const auto at = bytes.find("mot");
    ASSERT_NE(at, std::string::npos);
    bytes[at] = '\xFF';
    EXPECT_FALSE(record::answer_from_wire(bytes, Limits{}));
}

TEST(HostileMessage, APictureAboveTheLimitIsRefused) {
    wire::Answer message = good_page();
    auto& view = *message.mutable_read_page()->mutable_view();
    view.set_width(100'000);
    view.set_height(100'000);
    EXPECT_FALSE(accepted(message));
    view.set_height(1);
    EXPECT_FALSE(accepted(message));
    view.set_width(10);
    view.set_height(10);
    view.set_channels(2);
    EXPECT_FALSE(accepted(message));
    view.set_channels(1);
    view.set_width(-10);
    EXPECT_FALSE(accepted(message));
}

TEST(HostileMessage, EntriesBeyondTheLimitsAreRefused) {
    wire::Answer message = good_opening();
    ASSERT_TRUE(accepted(message));
    Limits limits;
    limits.file_bytes = 11;
    EXPECT_FALSE(accepted(message, limits));
    limits = {};
    limits.total_bytes = 11;
    EXPECT_FALSE(accepted(message, limits));
    const auto entry = message.open().entries(0);
    for (int i = 0; i < 100; ++i) *message.mutable_open()->add_entries() = entry;
    limits = {};
    limits.entries = 20;
    EXPECT_FALSE(accepted(message, limits));
}

TEST(HostileMessage, AnEntryToReadWithoutBytesIsRefused) {
    wire::Answer message = good_opening();
    message.mutable_open()->mutable_entries(0)->set_bytes(false);
    EXPECT_FALSE(accepted(message));
}

TEST(HostileMessage, AHashThatIsNoneIsRefused) {
    wire::Answer message = good_opening();
    message.mutable_open()->mutable_entries(0)->set_sha256("<script>");
    EXPECT_FALSE(accepted(message));
}

TEST(HostileMessage, MorePagesThanTheLimitAreRefused) {
    wire::Answer message;
    message.mutable_open_file()->set_page_count(1'000'000);
    message.mutable_open_file()->mutable_facts()->set_revisions(1);
    EXPECT_FALSE(accepted(message));
}

TEST(HostileMessage, AnEmptyMessageIsRefused) { EXPECT_FALSE(accepted(wire::Answer{})); }

}  // namespace
}  // namespace paraphe
