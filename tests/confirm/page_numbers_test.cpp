#include "confirm/page_numbers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe::confirm {
namespace {

using testing::ElementsAre;

constexpr const char* file = "referentiel.pdf";

Document of_sheets(std::vector<std::string> numbers) {
    Document document;
    document.piece = "referential";
    document.parts = {{file, {}}};
    for (std::size_t i = 0; i < numbers.size(); ++i) document.parts[0].pages.push_back(static_cast<int>(i) + 1);
    Field field;
    field.name = "page_numbers";
    field.chosen.value = std::move(numbers);
    document.fields.push_back(field);
    return document;
}

PageOf pages_from(TextSource source, int rotation = 0) {
    return [source, rotation](const std::string&, int number) {
        static PageReading page;
        page.source = source, page.number = number, page.rotation = rotation;
        return &page;
    };
}

/// Page `number` says `text` at its foot, in the rendering asked for and only where the strip shows the lower right corner.
LookAgain foot_says(int number, std::string text, CropPurpose in) {
    return [=](const std::string&, const CropRequest& asked) -> Result<CropAnswer> {
        CropAnswer answer;
        if (asked.page != number || asked.purpose != in || asked.box.bottom() < 0.95 || asked.box.right() < 0.95) return answer;
        answer.words.push_back({text, {0.8, 0.95, 0.1, 0.01}, 0.9, 0});
        answer.readings = {"", "A.R.\n" + text};
        return answer;
    };
}

std::vector<std::string> shown(const Document& document) {
    const auto* numbers = field(document, "page_numbers");
    return numbers ? std::get<std::vector<std::string>>(numbers->chosen.value) : std::vector<std::string>{};
}

TEST(PageNumbersAgain, ANumberThatThePageLostIsReadEnlarged) {
    auto document = of_sheets({"1", "", "3"});
    read_page_numbers(document, foot_says(2, "Page 2", CropPurpose::text), pages_from(TextSource::ocr));
    EXPECT_THAT(shown(document), ElementsAre("1", "2", "3"));
}

TEST(PageNumbersAgain, OrInAnotherRenderingOfIt) {
    auto document = of_sheets({"1", "2", ""});
    read_page_numbers(document, foot_says(3, "Page 3", CropPurpose::every_way), pages_from(TextSource::ocr));
    EXPECT_THAT(shown(document), ElementsAre("1", "2", "3"));
}

TEST(PageNumbersAgain, AFigureThatContinuesNothingIsNone) {
    auto document = of_sheets({"1", "2", ""});
    read_page_numbers(document, foot_says(3, "8", CropPurpose::text), pages_from(TextSource::ocr));
    EXPECT_THAT(shown(document), ElementsAre("1", "2", ""));
}

TEST(PageNumbersAgain, WhatATextLayerDoesNotSayIsNotPrinted) {
    auto document = of_sheets({"1", ""});
    read_page_numbers(document, foot_says(2, "Page 2", CropPurpose::text), pages_from(TextSource::layer));
    EXPECT_THAT(shown(document), ElementsAre("1", ""));
}

TEST(PageNumbersAgain, TheFootOfAPhotographedPageIsReadWhereItStands) {
    auto document = of_sheets({"1", ""});
    PageReading photographed;
    photographed.source = TextSource::ocr, photographed.number = 2;
    photographed.words = {{"Article", {0.1, 0.3, 0.1, 0.01}, 0.9, 0}, {"ENR", {0.4, 0.8, 0.05, 0.01}, 0.9, 1}};
    const auto look = [](const std::string&, const CropRequest& asked) -> Result<CropAnswer> {
        CropAnswer answer;
        if (asked.purpose == CropPurpose::text && asked.box.y < 0.8 && asked.box.bottom() > 0.82) answer.words.push_back({"Page 2", {0.6, 0.8, 0.1, 0.01}, 0.9, 0});
        return answer;
    };
    read_page_numbers(document, look, [&](const std::string&, int) { return &photographed; });
    EXPECT_THAT(shown(document), ElementsAre("1", "2"));
}

TEST(PageNumbersAgain, TheFootOfALyingPageIsOnItsSide) {
    auto document = of_sheets({"1", ""});
    std::vector<Box> asked;
    const LookAgain look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        asked.push_back(request.box);
        return CropAnswer{};
    };
    read_page_numbers(document, look, pages_from(TextSource::ocr, 90));
    ASSERT_FALSE(asked.empty());
    EXPECT_GT(asked.front().h, asked.front().w);
}

TEST(PageNumbersAgain, ADocumentWithoutNumbersHasNoSuchField) {
    auto document = of_sheets({"", ""});
    read_page_numbers(document, foot_says(1, "", CropPurpose::text), pages_from(TextSource::ocr));
    EXPECT_EQ(field(document, "page_numbers"), nullptr);
}

std::string total_after(const std::string& read, const std::string& foot) {
    Document kbis;
    kbis.piece = "kbis";
    kbis.parts = {{file, {1}}};
    kbis.findings = {{"page_of", read, 0.97, {file, 1, {}}}};
    look_at_totals(kbis, foot_says(1, foot, CropPurpose::every_way), pages_from(TextSource::ocr));
    return kbis.findings[0].text;
}

TEST(PageNumbersAgain, ATotalThatAsksForMorePagesIsLookedAtAgain) {
    EXPECT_EQ(total_after("1/2", "page 1/1"), "1/1");
    EXPECT_EQ(total_after("1/2", "page 1/2"), "1/2");
    EXPECT_EQ(total_after("1/2", ""), "1/2");
}

}  // namespace
}  // namespace paraphe::confirm
