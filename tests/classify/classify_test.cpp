#include "classify/classify.hpp"

#include <gmock/gmock.h>

#include <list>

namespace paraphe::classify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<PageKind> kinds{
    {"kbis", "kbis", false, "Extrait Kbis", "Kbis", {{"Extrait Kbis", 3.5, Zone::top}, {"immatriculation principale au registre du commerce et des sociétés", 3, Zone::top},
      {"greffe du tribunal de commerce", 1.5}, {"identification de la personne morale", 2}}},
    {"sirene_notice", "kbis", true, "Avis de situation SIRENE", "SIRENE notice", {{"avis de situation au répertoire Sirene", 5, Zone::top}, {"Identifiant SIRET du siège", 2}}},
    {"referential", "referential", false, "Référentiel", "Reference", {{"référentiel du label entreprise numérique responsable", 3.5, Zone::top}, {"obligations et déontologie", 2},
      {"réalisation de la prestation", 2}}}};

/// A page written line by line, as a text layer would give it.
PageReading page(int number, const std::vector<std::string>& lines, const std::string& foot = "") {
    PageReading reading;
    reading.number = number;
    reading.source = TextSource::layer;
    reading.width_mm = 210, reading.height_mm = 297;
    reading.ink_share = 0.05;
    int line = 0;
    const auto write = [&](const std::string& text, double y) {
        double x = 0.1;
        std::size_t begin = 0;
        while (begin < text.size()) {
            std::size_t end = text.find(' ', begin);
            if (end == std::string::npos) end = text.size();
            const double width = 0.009 * static_cast<double>(end - begin);
            reading.words.push_back({text.substr(begin, end - begin), {x, y, width, 0.012}, 1, line});
            x += width + 0.006;
            begin = end + 1;
        }
        ++line;
    };
    double y = 0.13;
    for (const auto& text : lines) write(text, y), y += 0.022;
    if (!foot.empty()) write(foot, 0.95);
    return reading;
}

std::vector<std::string> prose(const std::string& about) {
    std::vector<std::string> lines;
    for (int i = 0; i < 12; ++i) lines.push_back("Le texte " + about + " dit autre chose encore, ligne " + std::string(1, static_cast<char>('a' + i)) + about);
    return lines;
}

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& rest) {
    first.insert(first.end(), rest.begin(), rest.end());
    return first;
}

class Dossier {
public:
    Dossier& add(const std::string& path, PageReading reading) {
        readings_.push_back(std::move(reading));
        pages_.push_back({path, &readings_.back()});
        return *this;
    }
    [[nodiscard]] Classified classify() const { return paraphe::classify::classify(pages_, kinds); }

private:
    std::list<PageReading> readings_;
    std::vector<SourcePage> pages_;
};

PageReading kbis(int number, const std::string& date, const std::string& foot = "") {
    return page(number, with({"Greffe du Tribunal de Commerce de Nantes", "Extrait Kbis", "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES",
                              "à jour au " + date, "IDENTIFICATION DE LA PERSONNE MORALE"}, prose("kbis")), foot);
}

PageReading referential(int number, const std::string& foot) {
    return page(number, with({"Référentiel du label Entreprise Numérique Responsable", "Obligations et déontologie", "Réalisation de la prestation"},
                             prose("numero" + std::string(static_cast<std::size_t>(number), 'x'))), foot);
}

TEST(Classify, NamesAPageByItsPhrasesDespiteScannerErrors) {
    const auto found = Dossier().add("a.pdf", page(1, with({"Greffe du Tribunai de Cornmerce de Nantes", "Extrait Kbls", "EXTRAIT D'IMMATRlCULATION PRlNCIPALE AU REGlSTRE DU COMMERCE ET DES SOClETES"},
                                                          prose("scan")))).classify();
    EXPECT_EQ(found.pages[0].piece, "kbis");
    EXPECT_GT(found.pages[0].confidence, 0.9);
    EXPECT_THAT(found.pages[0].may_be, ElementsAre("kbis"));
}

TEST(Classify, LeavesUnknownPaperUnnamedAndSaysSoWithConfidence) {
    const auto found = Dossier().add("a.pdf", page(1, prose("jardin"))).classify();
    EXPECT_EQ(found.pages[0].piece, "other");
    EXPECT_EQ(found.pages[0].looks_like, "");
    EXPECT_GT(found.pages[0].confidence, 0.85);
    EXPECT_THAT(found.groups, IsEmpty());
}

TEST(Classify, IsUnsureOfAPageThatCouldNotBeRead) {
    PageReading dark = page(1, {"Ex"});
    dark.legible = false;
    dark.problem = PageProblem::too_dark;
    const auto found = Dossier().add("a.jpg", dark).classify();
    EXPECT_EQ(found.pages[0].piece, "other");
    EXPECT_LT(found.pages[0].confidence, 0.5);
}

TEST(Classify, CallsALookAlikeByItsName) {
    const auto found = Dossier().add("kbis.pdf", page(1, with({"Avis de situation au répertoire Sirene", "Identifiant SIRET du siège 732 829 320 00074"}, prose("insee")))).classify();
    EXPECT_EQ(found.pages[0].piece, "other");
    EXPECT_EQ(found.pages[0].looks_like, "sirene_notice");
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_EQ(found.groups[0].piece, "other");
    EXPECT_EQ(found.groups[0].looks_like, "sirene_notice");
}

TEST(Classify, JoinsASecondPageThatHoldsAlmostNothing) {
    const auto found = Dossier().add("a.pdf", kbis(1, "3 janvier 2017", "R.C.S. Nantes - 03/01/2017 page 1/2"))
                           .add("a.pdf", page(2, {"Le Greffier", "FIN DE L'EXTRAIT"}, "R.C.S. Nantes - 03/01/2017 page 2/2")).classify();
    EXPECT_EQ(found.pages[1].piece, "kbis");
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_THAT(found.groups[0].pages, ElementsAre(0, 1));
}

TEST(Classify, AwaitsTheSecondSheetThatTheFirstAnnounces) {
    for (const std::string foot : {"R.C.S. Nantes page 222", "tœ'gge 7"}) {
        const auto found = Dossier().add("a.pdf", kbis(1, "3 janvier 2017", "R.C.S. Nantes - 03/01/2017 page 1/2"))
                               .add("a.pdf", page(2, {"Je certifie ce qui précède", "Nantes, le 3 janvier 2017"}, foot)).classify();
        EXPECT_EQ(found.pages[1].piece, "kbis") << foot;
    }
}

TEST(Classify, ATextWhoseSectionsRunOnIsOneDocument) {
    const auto second = [](const std::string& head) {
        return Dossier().add("a.pdf", page(1, with({"Référentiel du label Entreprise Numérique Responsable", "2.1 Obligations et déontologie", "2.2 Réalisation de la prestation"}, prose("un"))))
            .add("a.pdf", page(2, with({head}, prose("deux")))).classify();
    };
    const auto next = second("2.3 La commande");
    EXPECT_EQ(next.pages[1].piece, "referential");
    ASSERT_EQ(next.groups.size(), 1u);
    EXPECT_THAT(next.groups[0].pages, ElementsAre(0, 1));
    EXPECT_EQ(second("4.1 La commande").pages[1].piece, "other");
}

TEST(Classify, OneSureSheetMakesTheDocumentOne) {
    const auto found = Dossier().add("a.pdf", kbis(1, "3 janvier 2017", "R.C.S. Nantes - 03/01/2017 page 1/2"))
                           .add("a.pdf", page(2, {"Le Greffier"})).classify();
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_DOUBLE_EQ(found.groups[0].confidence, std::max(found.pages[0].confidence, found.pages[1].confidence));
}

TEST(Classify, SplitsOneFileThatHoldsSeveralPieces) {
    const auto found = Dossier().add("tout.pdf", kbis(1, "3 janvier 2017")).add("tout.pdf", referential(2, "page 1/2")).add("tout.pdf", referential(3, "page 2/2"))
                           .add("tout.pdf", page(4, prose("jardin"))).classify();
    ASSERT_EQ(found.groups.size(), 2u);
    EXPECT_THAT(found.groups[0].pages, ElementsAre(0));
    EXPECT_THAT(found.groups[1].pages, ElementsAre(1, 2));
    EXPECT_EQ(found.pages[3].piece, "other");
}

TEST(Classify, OrdersPagesByTheirPrintedNumbersAcrossFiles) {
    const auto found = Dossier().add("b.pdf", referential(1, "page 3/4")).add("b.pdf", referential(2, "page 1/4")).add("c.pdf", referential(3, "page 4/4"))
                           .add("d.jpg", referential(4, "page 2/4")).classify();
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_THAT(found.groups[0].pages, ElementsAre(1, 3, 0, 2));
}

TEST(Classify, OrdersPagesWhoseSlashesWereReadAsFigures) {
    const auto found = Dossier().add("b.pdf", referential(1, "page 113")).add("b.pdf", referential(2, "page 23")).add("b.pdf", referential(3, "page 33")).classify();
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_THAT(found.groups[0].pages, ElementsAre(0, 1, 2));
}

TEST(Classify, KeepsTwoExtractsOfTwoDatesApart) {
    const auto found = Dossier().add("a.pdf", kbis(1, "3 janvier 2017")).add("b.pdf", kbis(1, "12 mars 2015")).classify();
    EXPECT_EQ(found.groups.size(), 2u);
    EXPECT_EQ(found.pages[1].duplicate_of, "");
}

TEST(Classify, RecognisesTheSameSheetSentTwice) {
    const auto found = Dossier().add("a.pdf", kbis(1, "3 janvier 2017")).add("b.pdf", kbis(1, "3 janvier 2017")).classify();
    EXPECT_EQ(found.groups.size(), 1u);
    EXPECT_EQ(found.pages[1].duplicate_of, "a.pdf#1");
}

TEST(Classify, KeepsTheCopyThatBearsTheSignature) {
    PageReading signed_copy = kbis(1, "3 janvier 2017");
    signed_copy.marks.push_back({MarkKind::signature, {0.6, 0.8, 0.2, 0.05}, 0.95, false, false, "", ""});
    const auto found = Dossier().add("a.pdf", kbis(1, "3 janvier 2017")).add("b.pdf", signed_copy).classify();
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_THAT(found.groups[0].pages, ElementsAre(1));
    EXPECT_EQ(found.pages[0].duplicate_of, "b.pdf#1");
}

TEST(Classify, GivesBlankPagesToNoDocument) {
    PageReading blank;
    blank.number = 2, blank.problem = PageProblem::blank;
    const auto found = Dossier().add("a.pdf", referential(1, "page 1/2")).add("a.pdf", blank).add("a.pdf", referential(3, "page 2/2")).classify();
    EXPECT_EQ(found.pages[1].piece, "other");
    ASSERT_EQ(found.groups.size(), 1u);
    EXPECT_THAT(found.groups[0].pages, ElementsAre(0, 2));
}

}  // namespace
}  // namespace paraphe::classify
