#include "examples.hpp"
#include "record/record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace paraphe {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

TEST(ReadingJson, GivesBackEveryMember) {
    const auto back = record::from_json(record::to_json(full_reading()));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(*back, full_reading());
}

TEST(ReadingJson, GivesBackAnEmptyReading) {
    const auto back = record::from_json(record::to_json(Reading{}));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(*back, Reading{});
}

TEST(ReadingJson, IsTheSameBytesForTheSameReading) { EXPECT_EQ(record::to_json(full_reading()), record::to_json(full_reading())); }

TEST(ReadingJson, NamesItsSchemaAndSpellsEnumerations) {
    const auto json = record::to_json(full_reading());
    EXPECT_THAT(json, HasSubstr("\"schema\": \"paraphe-reading/1\""));
    EXPECT_THAT(json, HasSubstr("\"kind\": \"digital_signature\""));
    EXPECT_THAT(json, HasSubstr("\"looks_like\": \"sirene_notice\""));
}

TEST(ReadingJson, DoesNotTurnAnUnknownAnswerIntoNo) {
    Reading reading = full_reading();
    reading.files[0].facts.signatures[0].intact.reset();
    reading.documents[0].fields[0].confirmed.reset();
    const auto back = record::from_json(record::to_json(reading));
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->files[0].facts.signatures[0].intact.has_value());
    EXPECT_FALSE(back->documents[0].fields[0].confirmed.has_value());
}

TEST(ReadingJson, KeepsNumbersToTheLastBit) {
    Reading reading = full_reading();
    reading.documents[0].fields[1].chosen.value = 0.1 + 0.2;
    reading.documents[0].confidence = 1.0 / 3;
    const auto back = record::from_json(record::to_json(reading));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, reading);
}

TEST(ReadingJson, WritesBadUtf8AsReplacementCharacters) {
    Reading reading = full_reading();
    reading.files[0].path = "a\xFF" "b\xC3";
    const auto back = record::from_json(record::to_json(reading));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(back->files[0].path, "a\uFFFDb\uFFFD");
}

TEST(ReadingJson, BringsABoxThatLeavesThePageBackToIt) {
    Reading reading = full_reading();
    reading.documents[0].slots[0].place.box = {0.5, 0.9, 0.25, 0.5};
    const auto back = record::from_json(record::to_json(reading));
    ASSERT_TRUE(back) << back.error().detail;
    const Box box = back->documents[0].slots[0].place.box;
    EXPECT_DOUBLE_EQ(box.bottom(), 1);
    EXPECT_DOUBLE_EQ(box.w, 0.25);
}

TEST(ReadingJson, RefusesWhatIsNoReading) {
    for (const char* text : {"", "{", "[]", "null", "{}", "{\"schema\": \"paraphe-reading/2\"}", "{\"schema\": \"paraphe-reading/1\"}",
                             "{\"schema\": 1, \"files\": [[[]]]}"}) {
        const auto read = record::from_json(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().kind, ErrorKind::broken_form) << text;
    }
}

TEST(ReadingJson, RefusesValuesOutOfTheirForm) {
    const auto json = record::to_json(full_reading());
    const std::pair<const char*, const char*> changes[] = {
        {"\"rotation\": 270", "\"rotation\": 45"},
        {"\"kind\": \"digital_signature\"", "\"kind\": \"hologram\""},
        {"\"kind\": \"digital_signature\"", "\"kind\": 77"},
        {"\"confidence\": 0.98,", "\"confidence\": \"NaN\","},
        {"\"confidence\": 0.98,", ""},
        {"\"width_mm\": 210", "\"width_mm\": -1"},
        {"\"complete\": false", "\"complete\": \"perhaps\""},
        {"\"dossier_name\"", "\"unheard_of\""},
    };
    for (const auto& [what, with] : changes) {
        const auto read = record::from_json(replaced(json, what, with));
        ASSERT_FALSE(read) << with;
        EXPECT_EQ(read.error().kind, ErrorKind::broken_form);
        EXPECT_THAT(read.error().detail, Not(testing::IsEmpty()));
    }
}

TEST(ReadingJson, SurvivesDeepNesting) {
    const std::string deep = "{\"files\": " + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    EXPECT_FALSE(record::from_json(deep));
}

}  // namespace
}  // namespace paraphe
