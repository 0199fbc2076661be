#include "confirm/hand_look.hpp"
#include "sign_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace paraphe::confirm {
namespace {

const Place page_wide{"letter.pdf", 1, {0, 0, 1, 1}};

Expectations of_2017() {
    Expectations out;
    out.payees = {"France IT"};
    out.first_year = 2008;
    out.last_year = 2020;
    return out;
}

/// Lines that the whole place shows, and those that a closer look at a part shows, in the order of the looks.
struct Paper {
    std::vector<std::string> whole;
    std::vector<std::string> closer;
    std::uint8_t lead = close_call;
    std::vector<Box> looked_at = {};

    LookAgain look() {
        return [this](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
            CropAnswer answer;
            const bool first = request.box == page_wide.box;
            if (!first) looked_at.push_back(request.box);
            const auto one = looked_at.size() - 1;
            const auto texts = first ? whole : one < closer.size() ? std::vector{closer[one]} : std::vector<std::string>{};
            for (const auto& text : texts) {
                auto line = signs_of(text, lead);
                line.box = {0, 0.1 * static_cast<double>(answer.lines.size() + 1), 1, 0.03};
                line.line = static_cast<int>(answer.lines.size());
                answer.lines.push_back(line);
            }
            return answer;
        };
    }
};

TEST(HandLook, WhatTheWholePlaceSaysSurelyIsNotLookedAtAgain) {
    Paper paper{{"caen, le 13/02/2017"}, {}};
    const auto found = written_in("signed_on", page_wide, of_2017(), paper.look());
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->sure);
    EXPECT_TRUE(paper.looked_at.empty());
}

TEST(HandLook, APartThatIsLeftOpenIsLookedAtAlone) {
    Paper paper{{"bourg-en-bresse, le 1?38/02/2017"}, {"le 13/02/2017", "le 13/02/2017"}};
    const auto found = written_in("signed_on", page_wide, of_2017(), paper.look());
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->sure);
    EXPECT_EQ(found->value, Value{std::string("2017-02-13")});
    ASSERT_EQ(paper.looked_at.size(), 2U);
    EXPECT_GT(paper.looked_at[0].x, 0.5);
    EXPECT_LT(paper.looked_at[0].h, 0.05);
}

TEST(HandLook, PartsThatSaySurelyDifferentThingsLeaveItOpen) {
    Paper paper{{"le 1?38/02/2017", "le 1?38/02/2017"}, {"le 13/02/2017", "le 13/02/2017", "le 18/02/2017", "le 18/02/2017"}};
    const auto found = written_in("signed_on", page_wide, of_2017(), paper.look());
    EXPECT_FALSE(found && found->sure);
    EXPECT_GE(paper.looked_at.size(), 4U);
}

TEST(HandLook, WhatOneCutShowsAndAnotherDoesNotIsLeftOpen) {
    Paper paper{{"le 1?38/02/2017"}, {"le 13/02/2017", "le 18/02/2017"}};
    const auto found = written_in("signed_on", page_wide, of_2017(), paper.look());
    EXPECT_FALSE(found && found->sure);
}

TEST(HandLook, LooksThatHardlyDoubtAndAgreeAreSureTogether) {
    Paper paper{{"le 1?38/02/2017"}, {"le 1?38/02/2017", "le 1?38/02/2017"}, 2 * close_call};
    const auto found = written_in("signed_on", page_wide, of_2017(), paper.look());
    EXPECT_TRUE(found && found->sure);
    Paper closer_call{{"le 1?38/02/2017"}, {"le 1?38/02/2017", "le 1?38/02/2017"}};
    const auto open = written_in("signed_on", page_wide, of_2017(), closer_call.look());
    EXPECT_FALSE(open && open->sure);
}

/// A place that shows other lines in each cut: as a whole, without its top, without its foot, without both.
std::optional<WrittenValue> day_in_cuts(const std::vector<std::string>& cuts) {
    const Place place{"letter.pdf", 1, {0.1, 0.5, 0.6, 0.1}};
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        const bool top = request.box.y > 0.505, foot = request.box.bottom() < 0.595;
        CropAnswer answer;
        answer.lines = {signs_of(cuts[(top ? 1U : 0U) + (foot ? 2U : 0U)])};
        answer.lines.back().box = request.box;
        return answer;
    };
    return written_in("signed_on", place, of_2017(), look);
}

TEST(HandLook, ACutTighterThanThePlaceIsAskedWhereThePlaceLeavesItOpen) {
    const std::string open = "le 1?38/02/2017", sure = "le 13/02/2017";
    EXPECT_TRUE(day_in_cuts({open, sure, sure, sure})->sure);
    const auto disputed = day_in_cuts({open, sure, "le 18/02/2017", sure});
    EXPECT_FALSE(disputed && disputed->sure);
}

TEST(HandLook, ANameIsToldByAPartOfALine) {
    Paper paper{{"a l'ordre de fran?cde it"}, {"france it"}};
    const std::vector<std::string> names{"Tangram", "France IT"};
    const auto written = names_written_in(page_wide, names, paper.look());
    ASSERT_EQ(written.size(), 1U);
    EXPECT_EQ(written[0].name, 1U);
}

TEST(HandLook, AFieldThatNoHandFillsHasNoValue) {
    Paper paper{{"13/02/2017"}, {}};
    EXPECT_FALSE(written_in("siren", page_wide, of_2017(), paper.look()));
}

TEST(HandLook, ALongNameNeedNotBeSpelledClearlyButAShortOneMust) {
    const std::vector<std::string> names{"Cobalt Informatique", "Cobalt"};
    Paper longer{{"cobatt informatique"}, {"coba?tlt informatique", "coba?tlt informatique"}};
    Paper shorter{{"coba?tlt"}, {"coba?tlt", "coba?tlt"}};
    EXPECT_EQ(names_written_in(page_wide, std::span(names).first(1), longer.look()).size(), 1U);
    EXPECT_TRUE(names_written_in(page_wide, std::span(names).last(1), shorter.look()).empty());
}

TEST(HandLook, ANameIsToldOnEachLineThatSaysIt) {
    Paper paper{{"monsieur jean-marc rey, gerant", "lu et approuve", "jean-marc rey"}, {}};
    const std::vector<std::string> names{"jean-marc rey"};
    const auto boxes = names_written_in(page_wide, names, paper.look());
    ASSERT_EQ(boxes.size(), 2U);
    EXPECT_LT(boxes[0].box.y, boxes[1].box.y);
    EXPECT_GT(boxes[0].box.x, 0.2) << "only the name, not its line";
}

TEST(HandLook, OfAPageThatLiesOnItsSideTheColumnsRunDownwards) {
    const auto look = [](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.lines.push_back(signs_of("le signataire france it"));
        answer.lines.back().box = {0.4, 0.1, 0.03, 0.8};
        answer.lines.back().rotation = 270;
        return answer;
    };
    const std::vector<std::string> names{"France IT"};
    const auto boxes = names_written_in(page_wide, names, look);
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_NEAR(boxes[0].box.w, 0.03, 1e-9);
    EXPECT_LT(boxes[0].box.h, 0.5);
    EXPECT_GT(boxes[0].box.y, 0.4) << "turned anticlockwise by a quarter, the line's end lies at the bottom";
}

}  // namespace
}  // namespace paraphe::confirm
