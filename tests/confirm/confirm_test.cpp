#include "confirm/confirm.hpp"
#include "looks.hpp"
#include "sign_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraphe {
namespace {

using testing::Contains;
using testing::Gt;
using testing::Lt;

const Place somewhere{"kbis.pdf", 1, {0.5, 0.1, 0.2, 0.02}};

Field claim(std::string name, Value value, double confidence) {
    Field field;
    field.name = std::move(name);
    field.chosen = {std::move(value), confidence, somewhere, "label"};
    return field;
}

Document kbis(Field field) {
    Document document;
    document.piece = "kbis";
    document.fields.push_back(std::move(field));
    return document;
}

Expectations decisive(std::vector<std::string> names) {
    Expectations expectations;
    expectations.decisive = std::move(names);
    return expectations;
}

/// What the picture says, whatever is asked.
confirm::LookAgain picture_says(std::string text) {
    return [text](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        if (!text.empty()) answer.words.push_back({text, somewhere.box, 0.95, 0});
        return answer;
    };
}

PageReading page_from(TextSource source) {
    PageReading page;
    page.source = source;
    return page;
}

TEST(Confirm, ADateThatThePictureRepeatsIsSurer) {
    auto document = kbis(claim("issued_on", std::string("2017-01-05"), 0.9));
    const auto page = page_from(TextSource::ocr);
    confirm::confirm(document, decisive({"kbis.issued_on"}), picture_says("à jour au 5 janvier 2017"), page_of(page));
    EXPECT_EQ(document.fields[0].confirmed, true);
    EXPECT_THAT(document.fields[0].chosen.confidence, Gt(0.95));
}

TEST(Confirm, ALayerThatSaysAnotherDateThanThePictureIsContradicted) {
    auto document = kbis(claim("issued_on", std::string("2017-01-05"), 0.99));
    const auto page = page_from(TextSource::layer);
    confirm::confirm(document, decisive({"kbis.issued_on"}), picture_says("05/01/2016"), page_of(page));
    EXPECT_EQ(document.fields[0].confirmed, false);
    EXPECT_THAT(document.fields[0].chosen.confidence, Lt(0.6));
    ASSERT_FALSE(document.fields[0].others.empty());
    EXPECT_EQ(document.fields[0].others[0].value, Value{std::string("2016-01-05")});
}

TEST(Confirm, TheWordBesideAValueIsNotLookedAt) {
    auto document = kbis(claim("issued_on", std::string("2017-01-09"), 0.9));
    auto page = page_from(TextSource::ocr);
    page.words = {{"du", {somewhere.box.x - 0.026, somewhere.box.y, 0.02, 0.02}, 0.9, 0}, {"9", {somewhere.box.x, somewhere.box.y, 0.01, 0.02}, 0.9, 0}};
    Box asked;
    const confirm::LookAgain look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        if (asked.empty()) asked = request.box;
        return CropAnswer{};
    };
    confirm::confirm(document, decisive({"kbis.issued_on"}), look, page_of(page));
    EXPECT_THAT(asked.x, Gt(page.words[0].box.right()));
    EXPECT_LE(asked.x, somewhere.box.x);
}

TEST(Confirm, ThreeRenderingsOutvoteOneMisreadLook) {
    auto document = kbis(claim("issued_on", std::string("2017-01-09"), 0.9));
    const auto page = page_from(TextSource::ocr);
    const confirm::LookAgain look = [](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way) answer.readings = {"9 janvier 2017", "09/01/2017", "19 janvier 2017"};
        else answer.words.push_back({"19 janvier 2017", somewhere.box, 0.95, 0});
        return answer;
    };
    confirm::confirm(document, decisive({"kbis.issued_on"}), look, page_of(page));
    EXPECT_EQ(document.fields[0].confirmed, true);
}

TEST(Confirm, TheOtherEndOfAPeriodIsNoContradiction) {
    auto document = kbis(claim("valid_from", std::string("2016-06-01"), 0.9));
    document.fields.push_back(claim("valid_to", std::string("2017-05-31"), 0.9));
    document.fields[1].chosen.place.box.x += somewhere.box.w;
    const auto page = page_from(TextSource::ocr);
    confirm::confirm(document, decisive({"kbis.valid_from"}), picture_says("du Ol/O6/ZO16 au 31/05/2017"), page_of(page));
    EXPECT_NE(document.fields[0].confirmed, false);
    EXPECT_DOUBLE_EQ(document.fields[0].chosen.confidence, 0.9);
}

TEST(Confirm, AValueOfAnotherPlaceContradictsAllTheSame) {
    auto document = kbis(claim("valid_from", std::string("2016-06-01"), 0.9));
    document.fields.push_back(claim("valid_to", std::string("2017-05-31"), 0.9));
    document.fields[1].chosen.place.box.y += 0.3;
    const auto page = page_from(TextSource::ocr);
    confirm::confirm(document, decisive({"kbis.valid_from"}), picture_says("31/05/2017"), page_of(page));
    EXPECT_LE(document.fields[0].chosen.confidence, 0.5);
}

TEST(Confirm, ALayerWhosePictureIsSilentIsNoLongerSure) {
    auto document = kbis(claim("issued_on", std::string("2017-01-05"), 0.99));
    const auto page = page_from(TextSource::layer);
    confirm::confirm(document, decisive({"kbis.issued_on"}), picture_says(""), page_of(page));
    EXPECT_FALSE(document.fields[0].confirmed.has_value());
    EXPECT_THAT(document.fields[0].chosen.confidence, Lt(0.8));
}

TEST(Confirm, AReaderThatDiesConfirmsNothing) {
    auto document = kbis(claim("siren", std::string("732829320"), 0.9));
    const auto page = page_from(TextSource::ocr);
    confirm::confirm(document, decisive({"kbis.siren"}), picture_is_gone(), page_of(page));
    EXPECT_FALSE(document.fields[0].confirmed.has_value());
    EXPECT_EQ(document.fields[0].chosen.confidence, 0.9);
}

TEST(Confirm, ASirenIsConfirmedByTheSiretThatHoldsIt) {
    auto document = kbis(claim("siren", std::string("732829320"), 0.9));
    const auto page = page_from(TextSource::ocr);
    confirm::confirm(document, decisive({"kbis.siren"}), picture_says("732 829 320 00074"), page_of(page));
    EXPECT_EQ(document.fields[0].confirmed, true);
}

TEST(Confirm, ADigitExchangedForTheKeysSakeIsNoSecondSight) {
    // The key of 716985008 is wrong; with a 5 for the 6 it holds, as it does for one number in ten by chance.
    auto document = kbis(claim("siren", std::string("715985008"), 0.85));
    const auto page = page_from(TextSource::ocr);
    confirm::confirm(document, decisive({"kbis.siren"}), picture_says("716 985 008"), page_of(page));
    EXPECT_NE(document.fields[0].confirmed, true);
    EXPECT_LE(document.fields[0].chosen.confidence, 0.5);
}

TEST(Confirm, AValueThatDecidesNothingIsLeftAlone) {
    auto document = kbis(claim("registered_on", std::string("2009-01-05"), 0.9));
    const auto page = page_from(TextSource::layer);
    confirm::confirm(document, decisive({"kbis.issued_on"}), picture_says("05/01/2016"), page_of(page));
    EXPECT_FALSE(document.fields[0].confirmed.has_value());
}

TEST(Confirm, WhatIsNotReadCutOutIsReadInItsLine) {
    auto document = kbis(claim("issued_on", std::string("2017-01-05"), 0.95));
    const double alone = document.fields[0].chosen.place.box.w;
    const auto page = page_from(TextSource::layer);
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.box.w > alone + 0.2) answer.words.push_back({"05/01/2017", {}, 0.9, 0});
        return answer;
    };
    confirm::confirm(document, decisive({"kbis.issued_on"}), look, page_of(page));
    EXPECT_EQ(document.fields[0].confirmed, true);
}

confirm::LookAgain hand_says(std::string_view line) {
    return [seen = signs_of(line)](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::hand) answer.lines.push_back(seen);
        return answer;
    };
}

TEST(VerifyHandwriting, AnAmountInInkIsSureOnlyWhenTheLexiconSaysSo) {
    Document cheque;
    cheque.piece = "fee_cheque";
    auto field = claim("amount", 400.0, 0.95);
    field.by_hand = true;
    cheque.fields.push_back(field);
    Expectations expectations;
    expectations.fee = 400;
    const PageReading page;
    auto unsure = cheque;
    confirm::confirm(unsure, expectations, picture_says("4OO"), page_of(page));
    EXPECT_FALSE(unsure.fields[0].confirmed.has_value());
    EXPECT_THAT(unsure.fields[0].chosen.confidence, Lt(0.7));

    const auto says_400 = hand_says("400,00");
    confirm::confirm(cheque, expectations, says_400, page_of(page));
    EXPECT_EQ(cheque.fields[0].confirmed, true);
    EXPECT_TRUE(cheque.fields[0].by_hand);
}

TEST(VerifyHandwriting, ADayHardlyReadInPrintIsAskedOfTheInk) {
    Document letter;
    letter.piece = "commitment_letter";
    letter.fields.push_back(claim("signed_on", std::string("2017-02-04"), 0.5));
    PageReading page;
    page.source = TextSource::ocr;
    auto other = letter;
    confirm::confirm(letter, {}, hand_says("04.02.2017"), page_of(page));
    EXPECT_EQ(letter.fields[0].confirmed, true);
    confirm::confirm(other, {}, hand_says("09.02.2017"), page_of(page));
    EXPECT_FALSE(other.fields[0].confirmed.has_value());
    EXPECT_EQ(other.fields[0].chosen.value, Value{std::string("2017-02-04")}) << "two readings, neither a guess: a doubt";
    Document guessed;
    guessed.piece = "commitment_letter";
    guessed.fields.push_back(claim("signed_on", std::string("2017-02-04"), 0.1));
    confirm::confirm(guessed, {}, hand_says("09.02.2017"), page_of(page));
    EXPECT_EQ(guessed.fields[0].chosen.value, Value{std::string("2017-02-09")});
    EXPECT_EQ(guessed.fields[0].confirmed, true);
}

TEST(VerifyHandwriting, ASumThatIsOnlyNearlyTheExpectedOneIsNotConfirmed) {
    Document cheque;
    cheque.piece = "fee_cheque";
    auto field = claim("amount", 400.0, 0.95);
    field.by_hand = true;
    cheque.fields.push_back(field);
    Expectations expectations;
    expectations.fee = 400;
    const auto nearly = hand_says("?4600,00");
    const PageReading page;
    confirm::confirm(cheque, expectations, nearly, page_of(page));
    EXPECT_FALSE(cheque.fields[0].confirmed.has_value());
}

TEST(Confirm, ALookAlikeIsNotLookedAtAgain) {
    auto document = kbis(claim("issued_on", std::string("2017-01-05"), 0.9));
    document.piece = "other";
    bool asked = false;
    const PageReading page;
    confirm::confirm(document, decisive({"other.issued_on"}), [&](const std::string&, const CropRequest&) -> Result<CropAnswer> { asked = true; return CropAnswer{}; }, page_of(page));
    EXPECT_FALSE(asked);
}

/// What confirm makes of columns told to be missing, when every rendering of the head says that.
std::vector<Finding> columns_missing(const std::string& told, const std::string& seen) {
    Document document;
    document.piece = "staff_register";
    document.findings.push_back({"columns_missing", told, 0.6, {"registre.pdf", 1, {0.1, 0.2, 0.8, 0.02}}});
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way) answer.readings = {"", seen};
        return answer;
    };
    confirm::confirm(document, {}, look, page_of(PageReading{}));
    return document.findings;
}

TEST(LookForColumns, AHeadThatALookShowsIsNotMissing) {
    EXPECT_TRUE(columns_missing("emploi", "N° NOM Emploi / qualification Entrée").empty());
    const auto one = columns_missing("emploi, date d'entrée", "N° NOM Entrée Sortie");
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].text, "emploi");
    EXPECT_EQ(columns_missing("emploi", "N° NOM Sortie").size(), 1U);
}

/// A printed cheque over whose figures, words or both a hand wrote.
Document cheque_with_ink_over(bool figures, bool words, double sure = 0.9, bool day_by_hand = false) {
    Document cheque;
    auto day = claim("drawn_on", std::string("2017-02-16"), 0.95);
    day.chosen.place.box = {0.1, 0.7, 0.2, 0.02};
    day.by_hand = day_by_hand;
    cheque.fields.push_back(day);
    cheque.piece = "fee_cheque";
    for (const std::string name : {"amount", "amount_in_words"}) {
        auto field = claim(name, 400.0, 0.95);
        field.chosen.place.box = {0.1, name == "amount" ? 0.1 : 0.5, 0.2, 0.02};
        cheque.fields.push_back(field);
    }
    const PageReading page;
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = Ink::unsure;
        if (request.purpose == CropPurpose::ink && (request.box.y < 0.3 ? figures : request.box.y < 0.6 && words)) {
            Mark ink;
            ink.kind = MarkKind::handwriting;
            ink.box = request.box;
            ink.confidence = sure;
            answer.marks.push_back(ink);
        }
        return answer;
    };
    confirm::confirm(cheque, {}, look, page_of(page));
    return cheque;
}

TEST(LookForAlteration, AHandOverOneOfTheTwoPrintedSumsWroteItOver) {
    const auto altered = cheque_with_ink_over(true, false);
    ASSERT_EQ(altered.findings.size(), 1U);
    EXPECT_EQ(altered.findings[0].code, "alteration");
    EXPECT_EQ(altered.findings[0].place.box.y, 0.1);
    EXPECT_EQ(cheque_with_ink_over(false, true).findings.size(), 1U);
}

TEST(LookForAlteration, AChequeByHandAndAPrintedOneAreNotAltered) {
    EXPECT_TRUE(cheque_with_ink_over(true, true).findings.empty());
    EXPECT_TRUE(cheque_with_ink_over(false, false).findings.empty());
    EXPECT_TRUE(cheque_with_ink_over(true, false, 0.4).findings.empty()) << "a speck";
    EXPECT_TRUE(cheque_with_ink_over(true, false, 0.9, true).findings.empty()) << "filled in by hand";
}

}  // namespace
}  // namespace paraphe
