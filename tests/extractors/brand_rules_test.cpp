#include "candidate.hpp"

#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

const Expectations label = the_label();

std::vector<std::string> rules(const std::string& closing) {
    return {"RÈGLES D'UTILISATION DE LA MARQUE ET DU LOGO", "Entre France IT, association loi 1901, 14 rue Passet, 69007 Lyon, et l'entreprise candidate au label :", "1. La marque et le logo ENR sont la propriété exclusive de France IT.", "2. L'entreprise labellisée peut reproduire le logo sur ses documents.", "",
            closing, "À Nantes, le 6 février 2017", "Karim Pons", "Président", "Signature et cachet de l'entreprise"};
}

TEST(BrandRules, TheOwnerOfTheLabelIsNotTheSigningCompany) {
    const auto read = extract("brand_rules", {page_of(rules("La société Alpha Conseil, représentée par Karim Pons, s'engage à respecter les présentes règles."))}, label);
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Conseil");
    EXPECT_EQ(text_of(read, "signatory"), "Karim Pons");
    EXPECT_EQ(text_of(read, "signatory_role"), "Président");
    EXPECT_EQ(text_of(read, "signed_on"), "2017-02-06");
}

TEST(BrandRules, SentencesAboutAnyCompanyNameNone) {
    const auto read = extract("brand_rules", {page_of(rules("Je reconnais avoir pris connaissance de ces règles et m'engage à les respecter."))}, label);
    EXPECT_EQ(text_of(read, "company_name"), "");
    EXPECT_EQ(text_of(read, "signatory"), "Karim Pons");
}

TEST(BrandRules, WhatAHandWroteBeforeSigningIsNoCompany) {
    const auto mention = extract("brand_rules", {page_of({"RÈGLES D'UTILISATION DE LA MARQUE ET DU LOGO", "", "Fait à Nantes, le 6 février 2017", "Pour l'entreprise :", "Lu et approuvé"})}, label);
    EXPECT_EQ(text_of(mention, "company_name"), "");
}

TEST(BrandRules, AHeadingAfterASentenceIsNoCompany) {
    const auto read = extract("brand_rules", {page_of({"RÈGLES D'UTILISATION DE LA MARQUE ET DU LOGO", "Le logo est apposé sur les documents de l'entreprise.", "DURÉE", "Le droit d'usage dure trois ans."})}, label);
    EXPECT_EQ(text_of(read, "company_name"), "");
}

TEST(BrandRules, TheSignatureBelongsUnderItsWordsOnTheLastPage) {
    const auto first = page_of({"RÈGLES D'UTILISATION DE LA MARQUE ET DU LOGO", "Article 1", "Article 2"});
    auto last = page_of({"Fait à Nantes, le 6 février 2017", "Signature et cachet de l'entreprise"});
    last.number = 2;
    const auto read = extract("brand_rules", {first, last}, label);
    ASSERT_FALSE(read.slots.empty());
    for (const auto& slot : read.slots) EXPECT_EQ(slot.place.page, 2);
}

TEST(BrandRules, TheRunningTitleOfTheFormIsNoCompany) {
    const auto read = extract("brand_rules", {page_of({"Entreprise : Règles d'utilisation de la marque et du logo ENR - 2", "12 rue des Lilas", "44000 Nantes", "Signature et cachet"})}, label);
    EXPECT_EQ(text_of(read, "company_name"), "");
}

TEST(BrandRules, AHeadingBesideWordsOfSignaturesIsNobody) {
    const auto read = extract("brand_rules", {page_of({"RÈGLES D'UTILISATION DE LA MARQUE ET DU LOGO", "", "", "", "", "SUPPORTS PERMIS", "Papier à en-tête, cartes de visite, plaquettes, devis et", "factures, signatures de courriels."})}, label);
    EXPECT_EQ(text_of(read, "signatory"), "");
}

TEST(BrandRules, ANameWithAParticleIsWhole) {
    const auto read = extract("brand_rules", {page_of({"", "", "", "", "", "", "", "", "Fait à Nantes, le 8 janvier 2018", "Rémi Da Silva, Président", "Signature et cachet de l'entreprise"})}, label);
    EXPECT_EQ(text_of(read, "signatory"), "Rémi Da Silva");
    EXPECT_EQ(text_of(read, "signatory_role"), "Président");
}

TEST(BrandRules, TheFootOfAPhotographedPageDoesNotHideThePlaceToSign) {
    auto page = page_of({"", "Article 9", "Tout différend relève des tribunaux.", "Fait à Nantes, le 6 février 2017", "Béatrice Rousseau, Gérante", "Signature :"});
    const double words = page.words.back().box.y;
    write(page, 0.4, 0.86, "Règles d'utilisation - 2/2");
    const auto read = extract("brand_rules", {page}, label);
    ASSERT_FALSE(read.slots.empty());
    const auto under_words = [&](const Slot& slot) { return slot.purpose == "signature" && std::abs(slot.place.box.y - words) < 0.05; };
    EXPECT_TRUE(std::ranges::any_of(read.slots, under_words));
}

TEST(BrandRules, InitialsReadAsWordsAndTheDeskUnderTheSheetDoNotEither) {
    auto page = page_of({"", "Article 9", "Tout différend relève des tribunaux.", "Fait à Nantes, le 6 février 2017", "Béatrice Rousseau, Gérante", "Signature :"});
    const double words = page.words.back().box.y;
    write(page, 0.8, 0.82, "BR");
    Mark initials;
    initials.kind = MarkKind::paraph;
    initials.box = {0.79, 0.81, 0.05, 0.03};
    initials.confidence = 0.9;
    page.marks.push_back(initials);
    write(page, 0.4, 0.85, "Règles d'utilisation - 2/2");
    write(page, 0.1, 0.88, "PNA ES RIRES", 0.2);
    const auto read = extract("brand_rules", {page}, label);
    ASSERT_FALSE(read.slots.empty());
    EXPECT_EQ(read.slots.front().label, "Signature");
    EXPECT_NEAR(read.slots.front().place.box.y, words, 0.05);
}

}  // namespace
}  // namespace paraphe::extractors
