#include "confirm/form_look.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace paraphe::confirm {
namespace {

const std::string first = "Référentiel du label numérique. Préambule. Toute entreprise candidate respecte chacune des exigences suivantes envers clients, salariés et confrères. "
                          "Un contrat écrit précède toute prestation. Les réclamations reçoivent une réponse sous dix jours. Page 1";
const std::string last = "Acceptation finale. Le dirigeant de la société .................... accepte sans réserve ce référentiel entier, dont chaque feuille porte son paraphe. "
                         "Fait à .................... Signature : Page 2";

/// Eight words a line; a gap of one line every other.
PageReading page_of_text(const std::string& text, int number, double shift = 0) {
    PageReading page;
    page.number = number;
    page.source = TextSource::ocr;
    std::istringstream words(text);
    int i = 0;
    for (std::string word; words >> word; ++i) page.words.push_back({word, {0.1 + 0.1 * (i % 8) + shift, 0.1 + 0.04 * (i / 8) + shift, 0.08, 0.012}, 0.95, i / 8});
    return page;
}

Mark mark(MarkKind kind, const Box& box) {
    Mark made;
    made.kind = kind;
    made.box = box;
    made.confidence = 0.9;
    return made;
}

/// What a second look at any place reads.
LookAgain reads(const std::string& text) {
    return [text](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.words = {{text, {0, 0, 1, 1}, 0.9, 0}};
        return answer;
    };
}

struct Compared {
    std::vector<PageReading> pages;
    Document document;

    explicit Compared(std::vector<PageReading> received) : pages(std::move(received)) {
        document.piece = "referential";
        document.parts = {{"r.pdf", {}}};
        for (std::size_t i = 0; i < pages.size(); ++i) document.parts.front().pages.push_back(static_cast<int>(i) + 1);
    }

    std::string with(const Form& form, const LookAgain& look = reads("")) {
        Expectations expected;
        expected.forms = {form};
        compare_with_form(document, expected, look, [&](const std::string&, int number) { return &pages[static_cast<std::size_t>(number) - 1]; });
        std::string all;
        for (const auto& found : document.findings) all += (all.empty() ? "" : "; ") + found.code + ": " + found.text;
        return all;
    }
};

Form official() { return {"referential", "form.pdf", "", {page_of_text(first, 1), page_of_text(last, 2)}}; }

std::string replaced(std::string text, const std::string& from, const std::string& to) { return text.replace(text.find(from), from.size(), to); }
std::string filled(const std::string& name = "DUPONT CONSEIL") { return replaced(replaced(last, "....................", name), "....................", "Lyon"); }

TEST(CompareWithForm, AFilledFormScannedAsideIsTheForm) {
    EXPECT_EQ(Compared({page_of_text(first, 1, 0.02), page_of_text(filled(), 2, 0.02)}).with(official()), "");
    EXPECT_EQ(Compared({page_of_text(replaced(first, "Un contrat écrit", "Uncontrat ecrii"), 1), page_of_text(filled(), 2)}).with(official()), "") << "joined and misread";
}

TEST(CompareWithForm, AnAlteredClauseIsToldWithItsPlace) {
    Compared changed({page_of_text(replaced(first, "dix", "trente"), 1), page_of_text(filled(), 2)});
    EXPECT_EQ(changed.with(official()), "form_text_changed: dix → trente");
    EXPECT_EQ(changed.document.findings.front().place.page, 1);
    EXPECT_FALSE(changed.document.findings.front().place.box.empty());
    EXPECT_EQ(Compared({page_of_text(replaced(first, "toute prestation", "toute prestation sauf accord contraire"), 1), page_of_text(filled(), 2)}).with(official()),
              "form_text_added: sauf accord contraire.");
    EXPECT_EQ(Compared({page_of_text(replaced(first, "Les réclamations reçoivent une réponse sous dix jours. ", ""), 1), page_of_text(filled(), 2)}).with(official()),
              "form_text_removed: Les réclamations reçoivent une réponse sous dix jours.");
}

TEST(CompareWithForm, WhatIsHardlyReadOrLiesUnderInkIsNoAlteration) {
    auto page = page_of_text(replaced(first, "dix", "trente"), 1);
    std::ranges::find(page.words, "trente", &Word::text)->confidence = 0.4;
    EXPECT_EQ(Compared({page, page_of_text(filled(), 2)}).with(official()), "");
    auto inked = page_of_text(replaced(first, "dix", "trente"), 1);
    inked.marks.push_back(mark(MarkKind::paraph, std::ranges::find(inked.words, "trente", &Word::text)->box));
    EXPECT_EQ(Compared({inked, page_of_text(filled(), 2)}).with(official()), "");
}

TEST(CompareWithForm, APageReadTooBadlyToBeComparedIsSaidToBe) {
    auto page = page_of_text(replaced(first, "Les réclamations reçoivent une réponse sous dix jours.", "qjx vwk zyh kkq jxw vvz qkh xxj."), 1);
    for (auto& word : page.words)
        if (word.text.find_first_of("kxzq") == 0 || word.text == "jxw" || word.text == "vwk" || word.text == "vvz") word.confidence = 0.3;
    EXPECT_EQ(Compared({page, page_of_text(filled(), 2)}).with(official()), "form_page_unread: 1");
}

TEST(CompareWithForm, WordsThatAScanLostAreLookedForAgain) {
    const auto page = page_of_text(replaced(first, "une réponse sous dix jours.", "tét"), 1);
    EXPECT_EQ(Compared({page, page_of_text(filled(), 2)}).with(official(), reads("reçoivent une reponse sous dix jours.")), "");
    EXPECT_EQ(Compared({page, page_of_text(filled(), 2)}).with(official(), reads("une reponse sous trente jours")), "form_text_changed: une réponse sous dix jours. → tét");
}

TEST(CompareWithForm, PagesMissingSentTwiceAndOfAnotherTextAreNamed) {
    EXPECT_EQ(Compared({page_of_text(first, 1)}).with(official()), "form_page_missing: 2");
    EXPECT_EQ(Compared({page_of_text(first, 1), page_of_text(filled(), 2), page_of_text(first, 3)}).with(official()), "form_page_twice: 1");
    EXPECT_EQ(Compared({page_of_text(first, 1), page_of_text(filled(), 2), page_of_text("Conditions générales de vente applicables aux commandes passées depuis janvier", 3)}).with(official()),
              "form_page_strange: 3");
}

TEST(CompareWithForm, ACoverOfAFewWordsIsNeitherMissingNorStrange) {
    auto form = official();
    form.pages.push_back(page_of_text("Référentiel ENR Version 2", 3));
    EXPECT_EQ(Compared({page_of_text(first, 1), page_of_text(filled(), 2), page_of_text("Référentiel ENR Version 2", 3)}).with(form), "");
    EXPECT_EQ(Compared({page_of_text(first, 1), page_of_text(filled(), 2)}).with(form), "");
}

TEST(CompareWithForm, ABlankOnWhichNothingStandsIsLeft) {
    EXPECT_EQ(Compared({page_of_text(first, 1), page_of_text(replaced(last, "....................", "DUPONT"), 2)}).with(official()), "blanks_left: FAIT A");
}

TEST(CompareWithForm, WhatTheFormItselfPrintsIsNoMark) {
    auto form = official();
    form.pages.front().marks.push_back(mark(MarkKind::stamp, {0.7, 0.8, 0.15, 0.1}));
    Compared received({page_of_text(first, 1), page_of_text(filled(), 2)});
    received.document.marks = {{"r.pdf", 1, mark(MarkKind::stamp, {0.7, 0.8, 0.15, 0.1})}, {"r.pdf", 1, mark(MarkKind::paraph, {0.1, 0.9, 0.05, 0.03})}};
    EXPECT_EQ(received.with(form), "");
    ASSERT_EQ(received.document.marks.size(), 1u);
    EXPECT_EQ(received.document.marks.front().mark.kind, MarkKind::paraph);
}

TEST(CompareWithForm, WithoutAFormNothingIsSaid) {
    Compared received({page_of_text("autre chose", 1)});
    EXPECT_EQ(received.with({"brand_rules", "b.pdf", "", {page_of_text(first, 1)}}), "");
}

}  // namespace
}  // namespace paraphe::confirm
