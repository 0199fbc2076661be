#include "confirm/confirm.hpp"
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

confirm::LookAgain picture_is_gone() {
    return [](const std::string& path, const CropRequest&) -> Result<CropAnswer> { return fail(ErrorKind::crashed, "killed", path); };
}

PageReading page_from(TextSource source) {
    PageReading page;
    page.source = source;
    return page;
}

confirm::PageOf page_of(const PageReading& page) {
    return [&page](const std::string&, int) { return &page; };
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
        asked = request.box;
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

Slot signature_slot() { return {"signature", {"lettre.pdf", 1, {0.5, 0.7, 0.3, 0.1}}, "Signature", Ink::unsure, 0, {}}; }

Document letter_with(Slot slot) {
    Document document;
    document.piece = "commitment_letter";
    document.slots.push_back(std::move(slot));
    return document;
}

confirm::LookAgain ink_is(Ink ink, double confidence) {
    return [=](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = ink;
        answer.confidence = confidence;
        return answer;
    };
}

confirm::LookAgain place_holds(MarkKind kind, double confidence) {
    return [=](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = Ink::present;
        answer.mark = kind;
        answer.confidence = confidence;
        return answer;
    };
}

TEST(SettleSlot, ASignatureFoundInItsPlaceFillsIt) {
    auto document = letter_with(signature_slot());
    PageReading page;
    page.marks.push_back({MarkKind::signature, {0.55, 0.72, 0.15, 0.05}, 0.95, false, false, "", ""});
    confirm::confirm(document, {}, picture_is_gone(), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::present);
    EXPECT_EQ(document.slots[0].mark, MarkKind::signature);
}

TEST(SettleSlot, AStampAloneIsNoSignature) {
    auto document = letter_with(signature_slot());
    PageReading page;
    page.marks.push_back({MarkKind::stamp, {0.55, 0.72, 0.15, 0.05}, 0.95, false, false, "", ""});
    confirm::confirm(document, {}, ink_is(Ink::empty, 0.9), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::empty);
    EXPECT_EQ(document.slots[0].mark, MarkKind::stamp);
}

TEST(SettleSlot, FaintInkOfThePageKeepsAPlaceFromBeingSurelyEmpty) {
    auto document = letter_with(signature_slot());
    PageReading page;
    page.marks.push_back({MarkKind::signature, {0.55, 0.72, 0.15, 0.05}, 0.3, false, false, "", ""});
    confirm::confirm(document, {}, ink_is(Ink::empty, 0.95), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
}

const Box in_the_place{0.55, 0.72, 0.15, 0.05};

TEST(SettleSlot, AStampOverInkOfAHandIsDoubt) {
    auto document = letter_with(signature_slot());
    PageReading page;
    page.marks.push_back({MarkKind::handwriting, in_the_place, 0.5, false, false, "", ""});
    confirm::confirm(document, {}, place_holds(MarkKind::stamp, 0.97), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
}

TEST(SettleSlot, ADoubtfulSignatureIsLookedAtAgain) {
    auto document = letter_with(signature_slot());
    PageReading page;
    page.marks.push_back({MarkKind::signature, in_the_place, 0.7, false, false, "", ""});
    confirm::confirm(document, {}, place_holds(MarkKind::signature, 0.98), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::present);
    EXPECT_EQ(document.slots[0].confidence, 0.98);
}

/// The place holds handwriting of no sure kind, in which the recogniser of handwriting sees that text.
confirm::LookAgain hand_writes(std::string text) {
    return [text = std::move(text)](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::hand) {
            answer.lines.push_back(signs_of(text));
            answer.lines.back().box = in_the_place;
        } else {
            answer.ink = Ink::unsure;
            answer.confidence = 0.5;
            answer.mark = MarkKind::handwriting;
        }
        return answer;
    };
}

/// A letter of Jean-Marc Rey in whose signature's place a hand wrote that.
Slot signed_in_letters(const std::string& text, PageReading page) {
    auto document = letter_with(signature_slot());
    document.fields.push_back({"signatory", {std::string("Jean-Marc Rey"), 0.95, {"lettre.pdf", 1, {}}, ""}, {}, {}, false});
    confirm::confirm(document, {}, hand_writes(text), page_of(page));
    return document.slots[0];
}

PageReading page_with_handwriting() {
    PageReading page;
    page.marks.push_back({MarkKind::handwriting, in_the_place, 0.6, false, false, "", ""});
    return page;
}

TEST(SettleSlot, TheSignatorysNameInAHandIsASignature) {
    const auto slot = signed_in_letters("jean-marc rey", page_with_handwriting());
    EXPECT_EQ(slot.ink, Ink::present);
    EXPECT_EQ(slot.mark, MarkKind::signature);
}

TEST(SettleSlot, AnotherNameInAHandIsNone) {
    EXPECT_EQ(signed_in_letters("lu et approuve", page_with_handwriting()).ink, Ink::unsure);
    EXPECT_EQ(signed_in_letters("paul martin", page_with_handwriting()).ink, Ink::unsure);
}

TEST(SettleSlot, APrintedNameIsNoSignature) { EXPECT_EQ(signed_in_letters("jean-marc rey", {}).ink, Ink::unsure); }

TEST(SettleSlot, APrintedNameUnderAFaintMarkIsNoSignature) {
    auto page = page_with_handwriting();
    page.marks[0].confidence = 0.2;
    Word name;
    name.text = "Jean-Marc Rey";
    name.box = in_the_place;
    name.confidence = 0.95;
    page.words.push_back(name);
    EXPECT_EQ(signed_in_letters("jean-marc rey", page).ink, Ink::unsure);
}

TEST(SettleSlot, ANameThatFillsAFormsBlankIsNoSignature) {
    auto page = page_with_handwriting();
    Word label;
    label.text = "signataire :";
    label.box = {0.42, 0.73, 0.12, 0.03};
    label.confidence = 0.9;
    page.words.push_back(label);
    EXPECT_EQ(signed_in_letters("jean-marc rey", page).ink, Ink::unsure);
}

Document letter_with_mark(MarkKind kind, const Box& box, double confidence) {
    auto document = letter_with(signature_slot());
    document.marks.push_back({"lettre.pdf", 1, {kind, box, confidence, false, false, "", ""}});
    return document;
}

TEST(NameByPlace, InkThatFillsASignaturesPlaceIsTheSignature) {
    auto document = letter_with_mark(MarkKind::paraph, in_the_place, 0.8);
    confirm::confirm(document, {}, place_holds(MarkKind::signature, 0.98), page_of(PageReading{}));
    EXPECT_EQ(document.marks[0].mark.kind, MarkKind::signature);
    EXPECT_EQ(document.marks[0].mark.confidence, 0.98);
}

TEST(NameByPlace, AStampStaysAStamp) {
    auto document = letter_with_mark(MarkKind::stamp, in_the_place, 0.8);
    confirm::confirm(document, {}, place_holds(MarkKind::signature, 0.98), page_of(PageReading{}));
    EXPECT_EQ(document.marks[0].mark.kind, MarkKind::stamp);
}

TEST(NameByPlace, InkElsewhereKeepsItsName) {
    auto document = letter_with_mark(MarkKind::paraph, {0.1, 0.1, 0.05, 0.03}, 0.8);
    confirm::confirm(document, {}, place_holds(MarkKind::signature, 0.98), page_of(PageReading{}));
    EXPECT_EQ(document.marks[0].mark.kind, MarkKind::paraph);
}

TEST(NameByPlace, NothingIsRenamedWhereThePlaceIsInDoubt) {
    auto document = letter_with_mark(MarkKind::handwriting, in_the_place, 0.8);
    confirm::confirm(document, {}, ink_is(Ink::unsure, 0.5), page_of(PageReading{}));
    EXPECT_EQ(document.marks[0].mark.kind, MarkKind::handwriting);
}

Document letter_with_a_blank() {
    Document document;
    document.piece = "commitment_letter";
    document.findings.push_back({"blanks_left", "nom", 0.9, {"lettre.pdf", 1, {0.4, 0.3, 0.3, 0.02}}});
    return document;
}

TEST(LookAtBlanks, BarePaperMakesABlankSurer) {
    auto document = letter_with_a_blank();
    confirm::confirm(document, {}, ink_is(Ink::empty, 0.95), page_of(PageReading{}));
    EXPECT_GT(document.findings[0].confidence, 0.9);
}

TEST(LookAtBlanks, BarePaperBesideWhatIsFilledInMakesNoBlank) {
    auto document = letter_with_a_blank();
    document.findings[0].confidence = 0.25;
    confirm::confirm(document, {}, ink_is(Ink::empty, 0.95), page_of(PageReading{}));
    EXPECT_LT(document.findings[0].confidence, 0.3);
}

TEST(LookAtBlanks, WhatAHandWroteIsNoBlank) {
    auto document = letter_with_a_blank();
    confirm::confirm(document, {}, place_holds(MarkKind::handwriting, 0.9), page_of(PageReading{}));
    EXPECT_LT(document.findings[0].confidence, 0.3);
}

TEST(LookAtBlanks, ABlankThatIsNotSurelyBareRefusesNobody) {
    auto document = letter_with_a_blank();
    confirm::confirm(document, {}, ink_is(Ink::unsure, 0.5), page_of(PageReading{}));
    EXPECT_LE(document.findings[0].confidence, 0.5);
}

TEST(SettleSlot, WithoutAnAnswerThePlaceStaysUnsure) {
    auto document = letter_with(signature_slot());
    const PageReading page;
    confirm::confirm(document, {}, picture_is_gone(), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
}

TEST(SettleSlot, AParaphMayStandAnywhereOnItsPage) {
    auto document = letter_with({"paraph", {"ref.pdf", 1, {}}, "", Ink::unsure, 0, {}});
    PageReading page;
    page.marks.push_back({MarkKind::paraph, {0.9, 0.95, 0.05, 0.03}, 0.96, false, false, "", ""});
    confirm::confirm(document, {}, picture_is_gone(), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::present);
}

Document page_to_paraph() { return letter_with({"paraph", {"ref.pdf", 1, {}}, "", Ink::unsure, 0, {}}); }

TEST(SettleSlot, FaintInitialsSeenTwiceAreThere) {
    auto document = page_to_paraph();
    PageReading page;
    page.marks.push_back({MarkKind::paraph, {0.9, 0.95, 0.05, 0.03}, 0.4, false, false, "", ""});
    confirm::confirm(document, {}, place_holds(MarkKind::paraph, 0.97), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::present);
    EXPECT_EQ(document.slots[0].confidence, 0.97);
}

TEST(SettleSlot, InitialsThatASecondLookTakesForWordsAreDoubt) {
    auto document = page_to_paraph();
    PageReading page;
    page.marks.push_back({MarkKind::paraph, {0.9, 0.95, 0.05, 0.03}, 0.7, false, false, "", ""});
    confirm::confirm(document, {}, place_holds(MarkKind::handwriting, 0.97), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
}

TEST(SettleSlot, WordsOfAHandAreNoParaph) {
    auto document = page_to_paraph();
    PageReading page;
    page.marks.push_back({MarkKind::handwriting, {0.4, 0.5, 0.2, 0.03}, 0.9, false, false, "", ""});
    confirm::confirm(document, {}, place_holds(MarkKind::paraph, 0.97), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
}

TEST(SettleSlot, AnIllegiblePageIsNeverSurelyWithoutParaph) {
    auto document = letter_with({"paraph", {"ref.pdf", 1, {}}, "", Ink::unsure, 0, {}});
    PageReading page;
    page.legible = false;
    confirm::confirm(document, {}, picture_is_gone(), page_of(page));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
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

}  // namespace
}  // namespace paraphe
