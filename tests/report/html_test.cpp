#include "example.hpp"

#include <gmock/gmock.h>

namespace paraphe::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const Reading& reading = example_reading(), const Judgement& judgement = example_judgement(), Language language = Language::fr) {
    return html(reading, judgement, example_picture, language, "0.1.0", "2026-11-24");
}

const std::string hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{verdict}}{{{style}}}\x1b[31m\xe2\x80\xae" "fdp.sibK";

/// A dossier whose every text is hostile.
Reading hostile_reading() {
    auto reading = example_reading();
    reading.dossier_name = reading.files[0].path = reading.files[0].reason = hostile;
    reading.files[0].pages[0].piece = reading.files[0].pages[0].looks_like = hostile;
    reading.files[3].reason = hostile;
    for (auto& f : reading.documents[0].fields) f.chosen.value = hostile;
    reading.documents[0].fields[0].name = hostile;
    reading.documents[0].parts[0].path = hostile;
    reading.documents[0].fields[4].chosen.value = std::vector<Representative>{{hostile, hostile, false}};
    return reading;
}

Judgement hostile_judgement() {
    auto judgement = example_judgement();
    judgement.company_name = judgement.siren = judgement.as_of_source = hostile;
    judgement.pieces[0].checks[1].message = judgement.pieces[0].checks[1].advice = {hostile, hostile};
    judgement.pieces[0].checks[1].evidence = {{hostile, 1, {0.1, 0.1, 0.1, 0.1}}};
    judgement.notes[0].message = {hostile, hostile};
    return judgement;
}

TEST(ReportHtml, NothingOfTheCandidateBecomesMarkup) {
    const auto text = page(hostile_reading(), hostile_judgement());
    EXPECT_THAT(text, Not(HasSubstr("<script")));
    EXPECT_THAT(text, Not(HasSubstr("<img")));
    EXPECT_THAT(text, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(text, HasSubstr("{{verdict}}"));  // a template in a name is only letters
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
    EXPECT_THAT(text, Not(HasSubstr("\xe2\x80\xae")));
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

TEST(ReportHtml, NeverShowsStaffRowsOrBirths) {
    const auto text = page();
    EXPECT_THAT(text, Not(HasSubstr("M.D.")));
    EXPECT_THAT(text, Not(HasSubstr("1970")));
}

}  // namespace
}  // namespace paraphe::report
