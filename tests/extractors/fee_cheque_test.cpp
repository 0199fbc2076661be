#include "candidate.hpp"

#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

const Expectations label = the_label();

struct Filled {
    std::string figures = "400,00", words = "quatre cents euros", payee = "FRANCE IT", place = "à Nantes", date = "le 16/02/2017";
};

/// A cheque of 175 mm on A4 whose upper left corner stands at (0.08, y).
PageReading cheque(const Filled& filled, double y = 0.1) {
    auto page = blank_page();
    write(page, 0.10, y, "BNP Paribas");
    write(page, 0.72, y + 0.03, "€ " + filled.figures);
    write(page, 0.10, y + 0.05, "Payez contre ce chèque non endossable, sauf au profit d'une banque");
    write(page, 0.12, y + 0.08, filled.words);
    write(page, 0.10, y + 0.11, "à l'ordre de " + filled.payee);
    write(page, 0.66, y + 0.125, filled.place);
    write(page, 0.66, y + 0.145, filled.date);
    write(page, 0.10, y + 0.16, "Payable en France");
    write(page, 0.10, y + 0.18, "44000 NANTES AGENCE");
    write(page, 0.40, y + 0.16, "COMPTE N° 59920975890");
    write(page, 0.40, y + 0.18, "SAS ALPHA CONSEIL");
    write(page, 0.40, y + 0.20, "12 RUE DES LILAS");
    write(page, 0.40, y + 0.22, "44000 NANTES");
    write(page, 0.10, y + 0.22, "Chèque n° 5413804");
    return page;
}

double amount_of(const Extraction& read, std::string_view field) {
    const auto* found = field_of(read, field);
    const auto* value = found ? std::get_if<double>(&found->chosen.value) : nullptr;
    return value ? *value : -1;
}

TEST(FeeCheque, EveryZoneGivesItsField) {
    const auto read = extract("fee_cheque", {cheque({})}, label);
    EXPECT_EQ(amount_of(read, "amount"), 400);
    EXPECT_EQ(amount_of(read, "amount_in_words"), 400);
    EXPECT_EQ(text_of(read, "payee"), "FRANCE IT");
    EXPECT_EQ(text_of(read, "drawn_on"), "2017-02-16");
    EXPECT_EQ(text_of(read, "place"), "Nantes");
    EXPECT_EQ(text_of(read, "drawer"), "ALPHA CONSEIL");
    EXPECT_EQ(text_of(read, "bank"), "BNP Paribas");
    EXPECT_EQ(text_of(read, "cheque_number"), "5413804");
}

TEST(FeeCheque, WordsAndFiguresAreReadApart) {
    const auto read = extract("fee_cheque", {cheque({.figures = "400,00", .words = "deux cents euros"})}, label);
    EXPECT_EQ(amount_of(read, "amount"), 400);
    EXPECT_EQ(amount_of(read, "amount_in_words"), 200);
}

TEST(FeeCheque, TheSumInEveryPrint) {
    for (const std::string figures : {"400", "#400,00#", "= 400,00 =", "400.00", "400,00 €"})
        EXPECT_EQ(amount_of(extract("fee_cheque", {cheque({.figures = figures})}, label), "amount"), 400) << figures;
}

TEST(FeeCheque, AnotherPayeeIsReadAsItIsPrinted) { EXPECT_EQ(text_of(extract("fee_cheque", {cheque({.payee = "CIRIDD"})}, label), "payee"), "CIRIDD"); }

TEST(FeeCheque, ABlankPayeeIsSaidToBeSo) {
    const auto read = extract("fee_cheque", {cheque({.payee = ""})}, label);
    EXPECT_EQ(text_of(read, "payee"), "");
    EXPECT_TRUE(finding_of(read, "payee_blank"));
}

TEST(FeeCheque, ABareDateIsUndatedAndAHandIsNot) {
    auto page = cheque({.place = "à", .date = "le"});
    EXPECT_TRUE(finding_of(extract("fee_cheque", {page}, label), "undated"));
    write_by_hand(page, {0.70, 0.235, 0.15, 0.02});
    const auto read = extract("fee_cheque", {page}, label);
    EXPECT_FALSE(finding_of(read, "undated"));
    EXPECT_TRUE(finding_of(read, "date_by_hand"));
}

TEST(FeeCheque, WhatAHandWroteIsNeverTrusted) {
    auto page = cheque({});
    for (const auto& word : page.words)
        if (word.text == "400,00") write_by_hand(page, word.box);
    const auto read = extract("fee_cheque", {page}, label);
    EXPECT_LE(sure_of(read, "amount"), 0.6);
    EXPECT_TRUE(field_of(read, "amount")->by_hand);
}

TEST(FeeCheque, TheSignatureBelongsAtTheLowerRight) {
    const auto read = extract("fee_cheque", {cheque({})}, label);
    ASSERT_EQ(read.slots.size(), 1u);
    const Box box = read.slots[0].place.box;
    EXPECT_GT(box.x, 0.45);
    EXPECT_GT(box.centre_y(), 0.2);
    EXPECT_LT(box.bottom(), 0.45);
}

TEST(FeeCheque, ALettreChequesStubDoesNotHideTheCheque) {
    auto page = cheque({.figures = "400,00"}, 0.6);
    write(page, 0.1, 0.1, "Lettre-chèque");
    write(page, 0.1, 0.2, "Frais d'étude - label");
    write(page, 0.7, 0.2, "600,00 €");
    const auto read = extract("fee_cheque", {page}, label);
    EXPECT_EQ(amount_of(read, "amount"), 400);
    EXPECT_GT(read.slots.at(0).place.box.y, 0.6);
}

TEST(FeeCheque, ASpecimenIsCancelled) {
    auto page = cheque({});
    write(page, 0.4, 0.19, "SPECIMEN");
    EXPECT_TRUE(finding_of(extract("fee_cheque", {page}, label), "cancelled"));
}

}  // namespace
}  // namespace paraphe::extractors
