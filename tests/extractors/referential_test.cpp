#include "candidate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

using ::testing::ElementsAre;

const Expectations label = the_label();

PageReading content(int number, const std::string& foot) {
    auto page = page_of({"1. DÉONTOLOGIE", "L'entreprise satisfait aux obligations légales.", "L'entreprise précise les droits intellectuels cédés."});
    page.number = number;
    write(page, 0.3, 0.95, foot);
    return page;
}

PageReading closing(int number, const std::string& foot) {
    auto page = page_of({"Je soussigné(e), Karim Pons, président de la société Alpha Conseil, déclare avoir pris connaissance", "de l'ensemble du référentiel.", "À Nantes, le 12/02/2017", "Monsieur Karim Pons, président", "Signature et cachet"});
    page.number = number;
    write(page, 0.3, 0.95, foot);
    return page;
}

std::vector<std::string> numbers(const Extraction& read) {
    const auto* field = field_of(read, "page_numbers");
    return field ? std::get<std::vector<std::string>>(field->chosen.value) : std::vector<std::string>{};
}

TEST(Referential, GivesItsPrintedNumbersInTheOrderOfItsPages) {
    const auto read = extract("referential", {content(1, "Référentiel ENR - édition 2016 - page 1"), content(2, "Référentiel ENR - édition 2016 - page 2"), closing(3, "Référentiel ENR - édition 2016 - page 3")}, label);
    EXPECT_THAT(numbers(read), ElementsAre("1", "2", "3"));
    EXPECT_EQ(text_of(read, "edition"), "2016");
}

bool run_on(const std::vector<std::vector<std::string>>& sheets) {
    std::vector<PageReading> pages;
    for (const auto& lines : sheets) {
        pages.push_back(page_of(lines));
        pages.back().number = static_cast<int>(pages.size());
    }
    return finding_of(extract("referential", pages, label), "sections_run_on") != nullptr;
}

TEST(Referential, SectionsRunOnFromOneWithoutAGap) {
    EXPECT_TRUE(run_on({{"Préambule", "Article 1. - La loi", "Article 2. - Les droits"}, {"Article 3. - Le secret", "Article 4. - Les prix"}, {"Signature et cachet"}}));
    EXPECT_TRUE(run_on({{"1. DÉONTOLOGIE", "1.1 La loi", "1.2 Les droits"}, {"2. COMMERCE", "2.1 Les prix", "3. QUALITÉ"}}));
    EXPECT_FALSE(run_on({{"Article 1. - La loi", "Article 2. - Les droits"}, {"Article 4. - Les prix", "Article 5. - Les délais"}})) << "a gap";
    EXPECT_FALSE(run_on({{"Article 2. - Les droits", "Article 3. - Le secret"}, {"Article 4. - Les prix", "Article 5. - Les délais"}})) << "the first is missing";
    EXPECT_FALSE(run_on({{"Article 1. - La loi", "Article 2. - Les droits"}, {"Rien de numéroté"}, {"Article 3. - Le secret", "Article 4. - Les prix"}})) << "a page that may stand anywhere";
    EXPECT_FALSE(run_on({{"1. DÉONTOLOGIE", "1.1 La loi", "1.2 Les droits"}, {"3. QUALITÉ", "3.1 Les délais"}}));
    EXPECT_TRUE(run_on({{"1. DÉONTOLOGIE", "1.1 La loi", "1.2 Les droits", "13 Le secret", "1.4 La loyauté", "1.5 L'avenir"}, {"2. COMMERCE", "2.1 Les prix"}, {"Signature"}})) << "one was misread within a sheet";
    EXPECT_FALSE(run_on({{"1. Un", "2. Deux", "1. Un", "2. Deux", "1. Un"}, {"2. Deux", "1. Un", "2. Deux"}})) << "lists";
    EXPECT_FALSE(run_on({{"12 rue de la Paix", "2 pages", "3 exemplaires", "4 clients", "5 salariés"}}));
}

TEST(Referential, ADraftIsNoEditionInForce) {
    for (const char* said : {"Version 0.9 (projet) - 2009", "Version provisoire 3", "Édition 2016 - document de travail"})
        EXPECT_TRUE(finding_of(extract("referential", {content(1, said), closing(2, "Page 2")}, label), "draft_edition")) << said;
    for (const char* said : {"Version 1.2 - 2016", "Édition 2016", "La version 2 de votre projet est livrée avec la documentation de la révision 2016 au client"})
        EXPECT_FALSE(finding_of(extract("referential", {content(1, said), closing(2, "Page 2")}, label), "draft_edition")) << said;
}

TEST(Referential, LeavesAnUnreadNumberOpen) {
    const auto read = extract("referential", {content(1, "Page 1/3"), content(2, ""), closing(3, "Page 3/3")}, label);
    EXPECT_THAT(numbers(read), ElementsAre("1/3", "", "3/3"));
}

TEST(Referential, AsksForAParaphOnEveryPageAndASignatureOnTheLast) {
    const auto read = extract("referential", {content(1, "Page 1"), content(2, "Page 2"), closing(3, "Page 3")}, label);
    EXPECT_EQ(std::ranges::count(read.slots, std::string("paraph"), &Slot::purpose), 3);
    for (const auto& slot : read.slots) {
        if (slot.purpose == "signature") { EXPECT_EQ(slot.place.page, 3); }
    }
    EXPECT_GE(std::ranges::count(read.slots, std::string("signature"), &Slot::purpose), 1);
}

TEST(Referential, ABlankBackNeedsNoParaph) {
    auto back = blank_page();
    back.number = 2, back.problem = PageProblem::blank;
    const auto read = extract("referential", {content(1, "Page 1"), back}, label);
    EXPECT_EQ(std::ranges::count(read.slots, std::string("paraph"), &Slot::purpose), 1);
}

TEST(Referential, TheDeclarationAtItsEndNamesSignatoryAndCompany) {
    const auto read = extract("referential", {content(1, "Page 1"), closing(2, "Page 2")}, label);
    EXPECT_EQ(text_of(read, "signatory"), "Karim Pons");
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Conseil");
    EXPECT_EQ(text_of(read, "signed_on"), "2017-02-12");
}

TEST(Referential, WordsStruckThroughAreAChangeAndUnderlinedOnesAreNot) {
    auto page = content(1, "Page 1");
    const Box word = page.words[3].box;
    page.lines.push_back({word.x, word.centre_y(), word.x + 0.25, word.centre_y()});
    EXPECT_TRUE(finding_of(extract("referential", {page}, label), "text_edited"));
    page.lines.back().y1 = page.lines.back().y2 = word.bottom();
    EXPECT_FALSE(finding_of(extract("referential", {page}, label), "text_edited"));
}

TEST(Referential, ARuleSeenThroughTheLettersOfOneTornWordStrikesNothing) {
    auto page = content(1, "Page 1");
    auto& first = page.words[3];
    auto& second = page.words[4];
    second.box.x = first.box.right() + 0.0005;
    const double level = first.box.centre_y();
    page.lines.push_back({first.box.x, level, second.box.right(), level});
    EXPECT_FALSE(finding_of(extract("referential", {page}, label), "text_edited"));
    second.box.x += 0.01;
    page.lines.back().x2 = second.box.right();
    EXPECT_TRUE(finding_of(extract("referential", {page}, label), "text_edited"));
}

TEST(Referential, ARuleSeenThroughWordsWhoseBoxesAreTooTallStrikesNothing) {
    auto page = page_of({"", "", "", "", "", "", "3.4 L'entreprise facture confor mément à la commande du client"});
    for (const std::size_t tall : {2U, 3U, 4U}) page.words[tall].box = grown(page.words[tall].box, 0, 0.25 * page.words[tall].box.h);
    page.lines.push_back({page.words[2].box.x, page.words[2].box.centre_y(), page.words[3].box.right(), page.words[3].box.centre_y()});
    EXPECT_FALSE(finding_of(extract("referential", {page}, label), "text_edited"));
}

TEST(Referential, AClauseIsStruckFromMarginToMargin) {
    auto page = page_of({"", "", "", "", "", "", "Article 1", "Les retards sont annoncés dès qu'ils sont connus"});
    double right = 0, level = 0;
    for (const auto& word : page.words)
        if (word.box.y > 0.2) right = std::max(right, word.box.right()), level = word.box.centre_y();
    page.lines.push_back({0.1, level, 0.1 + 2 * (right - 0.1), level});
    EXPECT_TRUE(finding_of(extract("referential", {page}, label), "text_edited"));
}

TEST(Referential, AParaphOverTheFootIsNoStrike) {
    auto page = page_of({"Article 1"});
    write(page, 0.3, 0.95, "Référentiel du label Entreprise Numérique");
    page.lines.push_back({0.3, page.words.back().box.centre_y(), 0.65, page.words.back().box.centre_y()});
    EXPECT_FALSE(finding_of(extract("referential", {page}, label), "text_edited"));
}

TEST(Referential, TheFrameOfAStampStrikesNothingOut) {
    auto page = content(1, "Page 1");
    const Box word = page.words[3].box;
    page.lines.push_back({word.x, word.centre_y(), word.x + 0.25, word.centre_y()});
    Mark stamp;
    stamp.kind = MarkKind::stamp;
    stamp.box = {0, word.y - 0.02, 1, 0.06};
    page.marks.push_back(stamp);
    EXPECT_FALSE(finding_of(extract("referential", {page}, label), "text_edited"));
}

}  // namespace
}  // namespace paraphe::extractors
