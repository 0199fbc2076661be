#include "example.hpp"
#include "hostile.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace paraphe::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const Reading& reading = example_reading(), const Judgement& judgement = example_judgement(), Language language = Language::fr) {
    return html(reading, judgement, example_picture, language, "0.1.0", "2026-11-24");
}

TEST(ReportHtml, NothingOfTheCandidateBecomesMarkup) {
    for (const auto language : {Language::fr, Language::en}) {
        const auto text = page(hostile_reading(), hostile_judgement(), language);
        for (const char* bad : {"<script", "<img", "\x1b", "\x07", "\r", "\b", "\xc2\x9b", "\xe2\x80\xae"}) EXPECT_THAT(text, Not(HasSubstr(bad)));
        EXPECT_THAT(text, HasSubstr("&lt;script&gt;"));
        EXPECT_THAT(text, HasSubstr("{{verdict}}"));  // a template in a name is only letters
    }
}

TEST(ReportHtml, OfABrokenArchiveNothingIsSaidToBeInOrder) {
    auto reading = example_reading();
    reading.files = {reading.files[3]};
    const auto text = page(reading, example_judgement());
    EXPECT_THAT(text, HasSubstr("assurance.pdf"));
    EXPECT_THAT(text, Not(HasSubstr("class=\"tiles\"")));
    EXPECT_THAT(text, Not(HasSubstr("id=\"whole\"")));
    EXPECT_THAT(text, Not(HasSubstr("Registre du personnel")));
}

TEST(ReportHtml, LoadsNothingAndRunsNothing) {
    const auto text = page();
    EXPECT_THAT(text, HasSubstr("default-src 'none'; img-src data:"));
    EXPECT_THAT(text, Not(HasSubstr("src=\"http")));
    EXPECT_THAT(text, Not(HasSubstr("href=\"http")));
    EXPECT_THAT(text, Not(HasSubstr("url(")));
}

TEST(ReportHtml, SaysTheVerdictThenWhatToDoThenThePiecesThenTheFiles) {
    const auto text = page();
    const auto verdict = text.find("<h1"), todo = text.find("Ce qu’il faut faire"), pieces = text.find("id=\"piece-kbis\""), files = text.find("Tous les fichiers reçus");
    EXPECT_LT(verdict, todo);
    EXPECT_LT(todo, pieces);
    EXPECT_LT(pieces, files);
    EXPECT_THAT(text.substr(verdict, 200), HasSubstr("Non éligible"));
}

TEST(ReportHtml, ShowsTheEvidenceOfAFailureWithAName) {
    const auto text = page();
    const auto message = text.find("Kbis du 2 octobre 2016", text.find("id=\"piece-kbis\""));
    ASSERT_NE(message, std::string::npos);
    EXPECT_THAT(text.substr(message, 1500), HasSubstr("role=\"img\" aria-label=\"Kbis du 2 octobre 2016"));
    EXPECT_THAT(text.substr(message, 1500), HasSubstr("class=\"frame fail\""));
}

TEST(ReportHtml, ShowsEachOutcomeByItsSignAndItsWord) {
    const auto text = page();
    const auto kbis = text.find("<article class=\"piece fail\" id=\"piece-kbis\"");
    ASSERT_NE(kbis, std::string::npos);
    EXPECT_THAT(text.substr(kbis, 300), HasSubstr("#s-fail"));
    EXPECT_THAT(text.substr(kbis, 400), HasSubstr("non conforme"));
    EXPECT_THAT(text, HasSubstr("class=\"verdict not_eligible\""));
}

TEST(ReportHtml, HoldsEachPictureOnce) {
    const auto text = page();
    std::size_t pictures = 0;
    for (auto at = text.find("<image "); at != std::string::npos; at = text.find("<image ", at + 1)) ++pictures;
    EXPECT_EQ(pictures, 4u);  // three pages' pictures and one crop, though shown many times
}

TEST(ReportHtml, ShowsEachSheetOfTheInitialledDocumentAndNamesTheBareOne) {
    const auto text = page();
    EXPECT_THAT(text, HasSubstr("Page 1 · paraphe"));
    EXPECT_THAT(text, HasSubstr("Page 2 · aucune marque vue"));
}

TEST(ReportHtml, TellsWhatWasLookedAtWhenAPieceIsMissing) {
    const auto text = page();
    EXPECT_THAT(text.substr(text.find("id=\"piece-fee_cheque\"")), HasSubstr("Examiné : 5 pages dans 3 fichiers"));
}

TEST(ReportHtml, SpeaksEnglishWhenAsked) {
    const auto text = page(example_reading(), example_judgement(), Language::en);
    EXPECT_THAT(text, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(text, HasSubstr("Not eligible"));
    EXPECT_THAT(text, HasSubstr("Kbis extract"));
}

TEST(ReportHtml, StandsWithoutPictures) {
    const auto text = html(example_reading(), example_judgement(), {}, Language::fr, "0.1.0", "2026-11-24");
    EXPECT_THAT(text, HasSubstr("Image non disponible"));
}

TEST(ReportHtml, StaysSmallWhenANameIsHuge) {
    auto reading = example_reading();
    const auto before = page(reading).size();
    reading.files[0].path = std::string(5'000'000, 'x');
    EXPECT_LT(page(reading).size(), before + 20'000);
}

/// What stands between `before` and the next `after`, each time.
std::vector<std::string> all_between(const std::string& text, std::string_view before, std::string_view after) {
    std::vector<std::string> out;
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        const auto from = at + before.size();
        out.push_back(text.substr(from, text.find(after, from) - from));
    }
    return out;
}

TEST(ReportHtml, NoTwoLandmarksHaveTheSameName) {
    const auto text = page();
    auto names = all_between(text, "<section aria-labelledby=\"", "\"");
    EXPECT_GE(names.size(), 4u);
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
    EXPECT_THAT(text, Not(HasSubstr("role=\"region\"")));  // a box that scrolls within a section is a group, no landmark
}

TEST(ReportHtml, EveryNameByReferenceFindsItsElementOnce) {
    const auto text = page();
    for (const auto* attribute : {"aria-labelledby=\"", "href=\"#"})
        for (const auto& id : all_between(text, attribute, "\""))
            EXPECT_EQ(all_between(text, " id=\"" + id + "\"", ">").size(), 1u) << id;
}

TEST(ReportHtml, HeadingsNeverSkipALevel) {
    char before = '0';
    for (const auto& heading : all_between(page(), "<h", ">")) {
        if (heading.size() > 40 || heading.empty() || heading[0] < '1' || heading[0] > '6') continue;  // <head>, <html>, <header>
        EXPECT_LE(heading[0], before + 1) << heading;
        before = heading[0];
    }
    EXPECT_NE(before, '0');
}

TEST(ReportHtml, EveryPictureHasANameAndTwoOfOneSheetHaveTwo) {
    const auto text = page();
    EXPECT_THAT(all_between(text, "role=\"img\" aria-label=\"", "\""), testing::Each(Not(testing::IsEmpty())));
    EXPECT_THAT(text, HasSubstr("aria-label=\"Page 1 · paraphe\""));
    EXPECT_THAT(text, HasSubstr("aria-label=\"Page 1 · paraphe, de près\""));
    EXPECT_THAT(text, HasSubstr("aria-label=\"Page 3 · Référentiel paraphé\""));  // among the files: which page, not only of what
    EXPECT_THAT(page(example_reading(), example_judgement(), Language::en), HasSubstr(", close up\""));
}

TEST(ReportHtml, OnAPhoneTheTableOfNamesStaysATableWithLabelledCells) {
    const auto text = page();
    const auto table = text.substr(text.find("<table"), text.find("</table>") - text.find("<table"));
    EXPECT_THAT(table, HasSubstr("role=\"table\""));
    EXPECT_EQ(all_between(table, "role=\"columnheader\" scope=\"col\"", ">").size(), 4u);
    EXPECT_THAT(table, HasSubstr("role=\"rowheader\" scope=\"row\""));
    EXPECT_THAT(table, HasSubstr("data-label=\"SIREN\"><span class=\"number\">552\u00a0100\u00a0554</span>"));
}

TEST(ReportHtml, ACellWithNothingToSayIsEmpty) {
    auto reading = example_reading();
    std::erase_if(reading.documents[0].fields, [](const Field& f) { return f.name == "representatives"; });
    EXPECT_THAT(page(reading), HasSubstr("data-label=\"Signataire ou représentants\"></td>"));
}

TEST(ReportHtml, NeverShowsStaffRowsOrBirths) {
    const auto text = page();
    EXPECT_THAT(text, Not(HasSubstr("M.D.")));
    EXPECT_THAT(text, Not(HasSubstr("1970")));
}

}  // namespace
}  // namespace paraphe::report
