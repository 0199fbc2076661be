#include "confirm/confirm.hpp"
#include "looks.hpp"
#include "sign_lines.hpp"

#include <gtest/gtest.h>

namespace paraphe {
namespace {

Slot signature_slot() { return {"signature", {"lettre.pdf", 1, {0.5, 0.7, 0.3, 0.1}}, "Signature", Ink::unsure, 0, {}}; }

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

TEST(SettleSlot, PrintBesideThePlaceLabelsNothingInIt) {
    auto page = page_with_handwriting();
    page.words.push_back({"SERVICES", {signature_slot().place.box.x - 0.1, 0.73, 0.09, 0.03}, 0.9, 0});
    EXPECT_EQ(signed_in_letters("jean-marc rey", page).mark, MarkKind::signature);
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

/// Two pages to initial, a signature's place on the second, and these signs.
Document initialled(std::vector<PlacedMark> signs) {
    auto document = letter_with({"paraph", {"lettre.pdf", 1, {}}, "", Ink::unsure, 0, {}});
    document.slots.push_back({"paraph", {"lettre.pdf", 2, {}}, "", Ink::unsure, 0, {}});
    document.slots.push_back({"signature", {"lettre.pdf", 2, {0.5, 0.7, 0.3, 0.1}}, "Signature", Ink::unsure, 0, {}});
    document.marks = std::move(signs);
    confirm::confirm(document, {}, place_holds(MarkKind::signature, 0.98), page_of(PageReading{}));
    return document;
}

PlacedMark sign(int page, const Box& box) { return {"lettre.pdf", page, {MarkKind::signature, box, 0.9, false, false, "", ""}}; }
const Box at_the_foot{0.83, 0.93, 0.13, 0.04};

TEST(NameByPlace, ASignOutsideEveryPlaceForASignatureIsThePagesInitials) {
    const auto document = initialled({sign(1, at_the_foot), sign(2, at_the_foot), sign(2, in_the_place)});
    EXPECT_EQ(document.marks[0].mark.kind, MarkKind::paraph);
    EXPECT_EQ(document.marks[1].mark.kind, MarkKind::paraph);
    EXPECT_EQ(document.marks[2].mark.kind, MarkKind::signature);
}

TEST(NameByPlace, TheOnlySignOfTheLastPageMayBeASignatureOutOfItsPlace) {
    const auto document = initialled({sign(1, at_the_foot), sign(2, at_the_foot)});
    EXPECT_EQ(document.marks[1].mark.kind, MarkKind::signature);
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

/// The whole page, looked at again, shows initials; a place of its own holds what `place` says.
confirm::LookAgain overlooked_initials(MarkKind place) {
    return [place](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose != CropPurpose::ink) return answer;
        answer.marks.push_back({MarkKind::paraph, {0.5, 0.92, 0.05, 0.03}, 0.7, false, false, "", ""});
        if (request.box.h < 0.5) answer.ink = Ink::present, answer.mark = place, answer.confidence = 0.9;
        return answer;
    };
}

TEST(SettleSlot, InitialsThatThePageOverlookedAreFoundInASecondLookWhenTwoDetectorsSeeThem) {
    auto document = page_to_paraph();
    confirm::confirm(document, {}, overlooked_initials(MarkKind::paraph), page_of(PageReading{}));
    EXPECT_EQ(document.slots[0].ink, Ink::present);
    ASSERT_EQ(document.marks.size(), 1u) << "and held against the others' as any";
    document = page_to_paraph();
    confirm::confirm(document, {}, overlooked_initials(MarkKind::handwriting), page_of(PageReading{}));
    EXPECT_EQ(document.slots[0].ink, Ink::unsure);
}

}  // namespace
}  // namespace paraphe
