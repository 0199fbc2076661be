#include "text/page_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace paraphe {
namespace {

using ::testing::ElementsAre;

/// A page written as on a typewriter: letters 0.01 wide and 0.012 high, upright.
class Typewriter {
public:
    Typewriter& at(double x, double y, const std::string& text, double slope = 0) {
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            const double width = 0.01 * static_cast<double>(word.size());
            page.words.push_back({word, {x, y + slope * x, width, 0.012}, 0.9, -1});
            x += width + 0.007;
        }
        return *this;
    }
    Typewriter& turned_by(int degrees) {
        for (auto& word : page.words) word.box = turned(word.box, 360 - degrees);
        page.rotation = degrees;
        return *this;
    }
    PageReading page;
};

std::vector<std::string> folded_lines(const PageText& text) {
    std::vector<std::string> lines;
    for (const auto& line : text.lines()) lines.push_back(line.folded);
    return lines;
}

std::string first(const PageText& text, const std::vector<Span>& spans) { return spans.empty() ? "(none)" : std::string(text.folded(spans[0])); }

TEST(PageText, CutsTwoColumnsWhateverTheirOrder) {
    Typewriter t;
    t.at(0.6, 0.10, "Valeur un").at(0.1, 0.10, "Étiquette un").at(0.1, 0.12, "Étiquette deux").at(0.6, 0.12, "Valeur deux");
    EXPECT_THAT(folded_lines(PageText(t.page)), ElementsAre("ETIQUETTE UN", "VALEUR UN", "ETIQUETTE DEUX", "VALEUR DEUX"));
}

TEST(PageText, CutsCellsAtARuledLine) {
    Typewriter t;
    t.at(0.1, 0.10, "NOM").at(0.14, 0.10, "EMPLOI");
    EXPECT_EQ(PageText(t.page).lines().size(), 1u);
    t.page.lines.push_back({0.135, 0.05, 0.135, 0.3});
    EXPECT_THAT(folded_lines(PageText(t.page)), ElementsAre("NOM", "EMPLOI"));
}

TEST(PageText, KeepsALineOfASkewedScanInOnePiece) {
    Typewriter t;
    for (int line = 0; line < 5; ++line) t.at(0.1, 0.1 + 0.016 * line, "Je soussigné certifie que l'entreprise est en conformité avec le référentiel", 0.03);
    EXPECT_EQ(PageText(t.page).lines().size(), 5u);
}

TEST(PageText, FindsAPhraseOverTheEndOfALineInItsColumn) {
    Typewriter t;
    t.at(0.1, 0.10, "est en conformité").at(0.6, 0.10, "Siège social").at(0.1, 0.12, "avec le référentiel").at(0.6, 0.12, "12 rue des Lilas");
    const PageText text(t.page);
    EXPECT_TRUE(text.contains("conformité avec le référentiel"));
    EXPECT_FALSE(text.contains("brochure de présentation"));
}

TEST(PageText, FindsTheValueBesideItsLabelOrBelowIt) {
    Typewriter t;
    t.at(0.1, 0.10, "Fait à : Lyon").at(0.1, 0.2, "Capital social").at(0.6, 0.2, "7 500 euros").at(0.1, 0.3, "Signature").at(0.1, 0.32, "Le gérant");
    const PageText text(t.page);
    EXPECT_EQ(first(text, text.right_of(text.find("Fait à").at(0))), "LYON");
    EXPECT_EQ(first(text, text.right_of(text.find("Capital social").at(0))), "7 500 EUROS");
    EXPECT_EQ(first(text, text.below(text.find("Signature").at(0))), "LE GERANT");
}

TEST(PageText, FindsTheValueGluedToItsLabel) {
    Typewriter t;
    t.at(0.1, 0.1, "numéro982 574 717");
    const PageText text(t.page);
    const auto value = text.right_of(text.find("numéro").at(0));
    EXPECT_EQ(first(text, value), "982 574 717");
    EXPECT_GT(text.upright_box(value[0]).x, 0.155);
    EXPECT_EQ(text.printed(value[0]), "numéro982 574 717");
}

TEST(PageText, GivesPlacesOnThePageAsShown) {
    for (const int degrees : {0, 90, 180, 270}) {
        Typewriter t;
        t.at(0.2, 0.3, "SIGNATURE").turned_by(degrees);
        const PageText text(t.page);
        const auto span = text.find("signature").at(0);
        EXPECT_NEAR(text.upright_box(span).x, 0.2, 1e-9);
        EXPECT_NEAR(text.place(span).x, t.page.words[0].box.x, 1e-9);
        EXPECT_NEAR(text.place(span).h, t.page.words[0].box.h, 1e-9);
    }
}

TEST(PageText, GoesBackFromAByteToItsLine) {
    Typewriter t;
    t.at(0.1, 0.1, "un deux").at(0.1, 0.2, "trois quatre");
    const PageText text(t.page);
    const auto at = text.folded().find("TROIS");
    const auto span = text.locate(at, at + 5);
    EXPECT_EQ(text.folded(span), "TROIS");
    EXPECT_EQ(span.line, 1u);
    EXPECT_NEAR(text.confidence(span), 0.9, 1e-9);
}

TEST(PageText, TakesAnEmptyPage) {
    const PageReading page;
    const PageText text(page);
    EXPECT_TRUE(text.lines().empty());
    EXPECT_TRUE(text.find("signature").empty());
    EXPECT_TRUE(text.right_of({}).empty());
    EXPECT_TRUE(text.below({}).empty());
}

TEST(PageText, TheFootIsALineOrTwoAloneFarBelowTheRest) {
    Typewriter t;
    t.at(0.1, 0.10, "Article un").at(0.1, 0.12, "Le texte").at(0.3, 0.84, "Référentiel").at(0.3, 0.86, "page 1/5");
    EXPECT_NEAR(PageText(t.page).foot_begins(), 0.84, 1e-9);
    t.at(0.1, 0.82, "encore du texte");
    EXPECT_EQ(PageText(t.page).foot_begins(), 1) << "three lines are text";
}

TEST(PageText, WhatIsReadMuchWorseThanItsPageIsNoPrint) {
    Typewriter t;
    t.at(0.1, 0.10, "Article un").at(0.1, 0.12, "Le texte").at(0.3, 0.84, "PNA RIRES");
    for (auto& word : t.page.words) word.confidence = word.text == "PNA" || word.text == "RIRES" ? 0.2 : 0.9;
    const PageText mixed(t.page);
    EXPECT_TRUE(mixed.is_print(mixed.lines().front()));
    EXPECT_FALSE(mixed.is_print(mixed.lines().back()));
    for (auto& word : t.page.words) word.confidence = 0.2;
    const PageText poor(t.page);
    EXPECT_TRUE(poor.is_print(poor.lines().front())) << "a poor scan throughout";
}

/// Words that the engine put on one line.
void on_line(PageReading& page, int line, std::initializer_list<Word> words) {
    for (auto word : words) word.line = line, page.words.push_back(word);
}

TEST(PageText, AWordAsTallAsTwoLinesStaysOnItsOwn) {
    PageReading page;
    on_line(page, 0, {{"Dénomination", {0.1, 0.317, 0.12, 0.01}, 0.9, 0}, {"Rivage", {0.364, 0.317, 0.06, 0.026}, 0.9, 0}, {"Data", {0.432, 0.317, 0.03, 0.01}, 0.9, 0}});
    on_line(page, 1, {{"Forme", {0.1, 0.332, 0.06, 0.01}, 0.9, 0}, {"Société", {0.364, 0.332, 0.064, 0.01}, 0.9, 0}, {"anonyme", {0.434, 0.332, 0.07, 0.01}, 0.9, 0}});
    EXPECT_THAT(folded_lines(PageText(page)), ::testing::IsSupersetOf({"RIVAGE DATA", "SOCIETE ANONYME"}));
}

TEST(PageText, WordsOfOneLineWhoseBoxesOverlapStayTogether) {
    PageReading page;
    on_line(page, 0, {{"pour", {0.645, 0.158, 0.060, 0.012}, 0.9, 0}, {"la", {0.688, 0.156, 0.016, 0.017}, 0.9, 0}, {"période", {0.714, 0.157, 0.067, 0.013}, 0.9, 0}});
    EXPECT_THAT(folded_lines(PageText(page)), ElementsAre("POUR LA PERIODE"));
}

}  // namespace
}  // namespace paraphe
