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

TEST(FeeCheque, ABankCutByTheBarsIsNoPayee) {
    auto page = cheque({.payee = ""});
    write(page, 0.10, 0.12, "à it Agricole");
    EXPECT_EQ(text_of(extract("fee_cheque", {page}, label), "payee"), "");
}

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

Box slot_of(const Extraction& read, std::string_view purpose) {
    const auto found = std::ranges::find(read.slots, purpose, &Slot::purpose);
    return found == read.slots.end() ? Box{} : found->place.box;
}

/// Does the place of a value hold the words that were written there?
bool place_holds(const Extraction& read, const PageReading& page, std::string_view purpose, std::string_view word) {
    return std::ranges::any_of(page.words, [&](const Word& w) { return w.text == word && covered(w.box, slot_of(read, purpose)) > 0.95; });
}

void expect_places(const PageReading& page, const PageReading& as_shown) {
    const auto read = extract("fee_cheque", {page}, label);
    EXPECT_TRUE(place_holds(read, as_shown, "amount", "400,00"));
    EXPECT_TRUE(place_holds(read, as_shown, "amount_in_words", "quatre"));
    EXPECT_TRUE(place_holds(read, as_shown, "payee", "FRANCE"));
    EXPECT_TRUE(place_holds(read, as_shown, "drawn_on", "16/02/2017"));
    EXPECT_FALSE(place_holds(read, as_shown, "amount", "quatre"));
    EXPECT_FALSE(place_holds(read, as_shown, "payee", "quatre"));
}

TEST(FeeCheque, EveryValueHasItsPlaceWhereverTheChequeLies) {
    for (const double y : {0.05, 0.3, 0.68}) {
        const auto page = cheque({}, y);
        expect_places(page, page);
    }
}

TEST(FeeCheque, ThePlacesAreKnownThoughTheValuesAreNotRead) {
    const auto page = cheque({});
    auto unread = page;
    std::erase_if(unread.words, [](const Word& w) { return w.text == "400,00" || w.text == "quatre" || w.text == "cents" || w.text == "euros" || w.text == "FRANCE" || w.text == "IT"; });
    expect_places(unread, page);
}

TEST(FeeCheque, ThePlacesAreKnownWithoutTheFirstPrintedLine) {
    auto page = cheque({});
    std::erase_if(page.words, [](const Word& w) { return w.box.y > 0.14 && w.box.y < 0.16; });
    expect_places(page, page);
}

TEST(FeeCheque, TheSumWrittenTwiceShowsWhereAChequeLies) {
    const auto page = cheque({});
    PageReading bare = blank_page();
    for (const auto& word : page.words)
        if (word.text == "400,00" || word.text == "quatre" || word.text == "cents" || word.text == "euros") bare.words.push_back(word);
    const auto read = extract("fee_cheque", {bare}, label);
    EXPECT_TRUE(place_holds(read, page, "drawn_on", "16/02/2017"));
}

TEST(FeeCheque, TheSideOfTheFiguresFrameIsNoFigure) {
    EXPECT_EQ(amount_of(extract("fee_cheque", {cheque({.figures = "| 400,00"})}, label), "amount"), 400);
    EXPECT_EQ(amount_of(extract("fee_cheque", {cheque({.figures = "1 400,00"})}, label), "amount"), 1400);
}

TEST(FeeCheque, ADateOfAStreetIsNoDateOfTheCheque) {
    auto page = cheque({.place = "à", .date = "le"});
    write(page, 0.40, 0.29, "66 BIS AVENUE DU 8 MAI 1945");
    EXPECT_FALSE(field_of(extract("fee_cheque", {page}, label), "drawn_on"));
}

TEST(FeeCheque, TheSignatureBelongsAtTheLowerRight) {
    const auto read = extract("fee_cheque", {cheque({})}, label);
    const Box box = slot_of(read, "signature");
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
