#include "confirm/left_out.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace paraphe {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// A page of ten lines of five words; those whose number is among `unread` have ink and no words.
struct Sheet {
    PageReading page;
    Picture view;

    explicit Sheet(const std::vector<int>& unread, const std::vector<int>& empty = {}) {
        page.source = TextSource::ocr;
        view.width = 400, view.height = 560, view.dpi = 50;
        view.pixels.assign(static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height), 230);
        for (int line = 0; line < 10; ++line)
            for (int word = 0; word < 5; ++word) {
                const Box box{0.1 + 0.15 * word, 0.1 + 0.03 * line, 0.12, 0.014};
                if (std::ranges::find(empty, line) != empty.end()) continue;
                ink(box);
                if (std::ranges::find(unread, line) == unread.end()) page.words.push_back({"mot" + std::to_string(line), box, 0.95, line});
            }
    }

    /// Strokes of letters: one column in four is dark.
    void ink(const Box& box) {
        for (int y = static_cast<int>(box.y * view.height); y < static_cast<int>(box.bottom() * view.height); ++y)
            for (int x = static_cast<int>(box.x * view.width); x < static_cast<int>(box.right() * view.width); x += 4)
                view.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(view.width) + static_cast<std::size_t>(x)] = 40;
    }
};

confirm::LookAgain reads(const std::string& text, double confidence) {
    return [=](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        const Box& band = request.box;
        answer.words.push_back({text, {band.x, band.centre_y() - 0.006, 0.2, 0.012}, confidence, 0});
        return answer;
    };
}

TEST(LinesLeftOut, AreFoundWhereThereIsInkBetweenLinesAndNoWord) {
    const Sheet sheet({4, 5, 6});
    const auto bands = confirm::bands_left_out(sheet.page, sheet.view);
    ASSERT_THAT(bands, SizeIs(1));
    EXPECT_LT(bands[0].y, 0.22);
    EXPECT_GT(bands[0].bottom(), 0.29);
}

TEST(LinesLeftOut, AreNotWhereThePaperIsEmpty) {
    const Sheet sheet({}, {4, 5, 6});
    EXPECT_THAT(confirm::bands_left_out(sheet.page, sheet.view), IsEmpty());
}

TEST(LinesLeftOut, AreNotUnderASignature) {
    Sheet sheet({4, 5, 6});
    sheet.page.marks.push_back({MarkKind::signature, {0.2, 0.22, 0.5, 0.07}, 0.9, false, false, "", ""});
    EXPECT_THAT(confirm::bands_left_out(sheet.page, sheet.view), IsEmpty());
}

TEST(LinesLeftOut, AreReadAndStandBetweenTheirNeighbours) {
    Sheet sheet({4, 5});
    const auto before = sheet.page.words.size();
    confirm::read_left_out(sheet.page, sheet.view, "a.pdf", reads("Raison sociale", 0.9));
    ASSERT_EQ(sheet.page.words.size(), before + 1);
    EXPECT_EQ(sheet.page.words[20].text, "Raison sociale");
    EXPECT_EQ(sheet.page.words[19].text, "mot3");
    EXPECT_EQ(sheet.page.words[21].text, "mot6");
}

TEST(LinesLeftOut, OfWhichLittleIsSureAddNothing) {
    Sheet sheet({4, 5});
    const auto before = sheet.page.words.size();
    confirm::read_left_out(sheet.page, sheet.view, "a.pdf", reads("LA iyvf", 0.3));
    EXPECT_EQ(sheet.page.words.size(), before);
}

TEST(LinesLeftOut, AreNotTheFeetOfTheLineAbove) {
    Sheet sheet({4, 5});
    const auto before = sheet.page.words.size();
    confirm::read_left_out(sheet.page, sheet.view, "a.pdf", [](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.words.push_back({"mcf", {request.box.x, request.box.y, 0.1, 0.01}, 0.9, 0});
        return answer;
    });
    EXPECT_EQ(sheet.page.words.size(), before);
}

TEST(LinesLeftOut, OfATextLayerAreNotAsked) {
    Sheet sheet({4, 5});
    sheet.page.source = TextSource::layer;
    const auto before = sheet.page.words.size();
    confirm::read_left_out(sheet.page, sheet.view, "a.pdf", reads("Raison sociale", 0.9));
    EXPECT_EQ(sheet.page.words.size(), before);
}

}  // namespace
}  // namespace paraphe
