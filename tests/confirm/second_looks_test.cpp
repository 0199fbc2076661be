#include "confirm/confirm.hpp"
#include "confirm/person_look.hpp"
#include "sign_lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace paraphe {
namespace {

Document kbis_of(const std::string& name, double confidence) {
    Document kbis;
    kbis.piece = "kbis";
    kbis.fields.push_back({"representatives", {std::vector<Representative>{{name, "Gérant"}}, confidence, {"kbis.pdf", 1, {0.4, 0.5, 0.1, 0.02}}, ""}, {}, {}, false});
    return kbis;
}

TEST(Representative, ANameReadInDoubtIsReadInEveryRendering) {
    const auto look = [](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way) answer.readings = {"FAURE Olivier", "FAURE Oivier", "FAURE Olivier", "| FAURE Olivier", "RE Olivier x y"};
        return answer;
    };
    const auto name_in = [&](Document kbis) {
        confirm::confirm(kbis, {}, look, [](const std::string&, int) { return nullptr; });
        return std::get<std::vector<Representative>>(field(kbis, "representatives")->chosen.value).front().name;
    };
    EXPECT_EQ(name_in(kbis_of("FAURE Oimer", 0.67)), "FAURE Olivier");
    EXPECT_EQ(name_in(kbis_of("FAURE Oimer", 0.95)), "FAURE Oimer") << "what was surely read is not asked again";
}

TEST(Representative, AWordThatIsTornIsWholeInOtherRenderings) {
    const auto look = [](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way) answer.readings = {"BOUVIER Maëlle", "BOUVIER Maëlle", "BOUVIER Maél le"};
        return answer;
    };
    auto kbis = kbis_of("BOUVIER Maël le", 0.56);
    confirm::confirm(kbis, {}, look, [](const std::string&, int) { return nullptr; });
    EXPECT_EQ(std::get<std::vector<Representative>>(field(kbis, "representatives")->chosen.value).front().name, "BOUVIER Maëlle");
}

Document letter_signed_by(const std::string& name, double confidence) {
    Document letter;
    letter.piece = "commitment_letter";
    letter.fields.push_back({"signatory", {name, confidence, {"lettre.pdf", 1, {}}, ""}, {}, {}, false});
    return letter;
}

/// The representative of a blurred extract, once it is known who signs; the place shows these letters.
Candidate settled(Document kbis, const std::vector<Document>& signed_papers, const std::string& shown) {
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::hand) answer.lines = {signs_of(shown)};
        return answer;
    };
    confirm::settle_representative(kbis, confirm::signatories_of(signed_papers), look);
    return field(kbis, "representatives")->chosen;
}

std::string name_of(const Candidate& read) { return std::get<std::vector<Representative>>(read.value).front().name; }

TEST(Representative, ABlurredNameIsTheSignatorysWhereItsPlaceShowsThatName) {
    const auto letter = letter_signed_by("OLIVIER FAURE", 0.98);
    const auto seen = settled(kbis_of("FAURE Oimer", 0.51), {letter}, "faure olivier");
    EXPECT_EQ(name_of(seen), "OLIVIER FAURE");
    EXPECT_GE(seen.confidence, 0.85);
    EXPECT_EQ(name_of(settled(kbis_of("FAURE Oimer", 0.51), {letter}, "faure olivia")), "FAURE Oimer") << "another's name";
    EXPECT_EQ(name_of(settled(kbis_of("FAURE Oimer", 0.95), {letter}, "faure olivier")), "FAURE Oimer") << "surely read";
    EXPECT_EQ(name_of(settled(kbis_of("FAURE Oimer", 0.51), {letter_signed_by("OLIVIER FAURE", 0.5)}, "faure olivier")), "FAURE Oimer") << "a signatory hardly read";
}

TEST(Representative, ADoubtfulNameIsBorneOutByThatOfTheSignatory) {
    const auto kbis = kbis_of("FAURE Olivier", 0.6);
    EXPECT_GT(settled(kbis, {letter_signed_by("Olivier Faure", 0.98)}, "").confidence, 0.8);
    EXPECT_DOUBLE_EQ(settled(kbis, {letter_signed_by("Paul Martin", 0.98)}, "").confidence, 0.6);
}

/// Is a word that was hardly read still held for handwriting when its place is read like that in every rendering?
bool held_for_a_hand(std::vector<std::string> readings, std::vector<Mark> marks = {}) {
    PageReading page;
    page.marks = std::move(marks);
    auto kbis = kbis_of("FAURE Olivier", 0.95);
    kbis.findings.push_back({"handwriting_in_body", "", 0.3, {"kbis.pdf", 1, {0.35, 0.4, 0.15, 0.01}}});
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way) answer.readings = readings;
        return answer;
    };
    confirm::confirm(kbis, {}, look, [&](const std::string&, int) { return &page; });
    return std::ranges::find(kbis.findings, "handwriting_in_body", &Finding::code) != kbis.findings.end();
}

TEST(GarbledPrint, WhatRenderingsReadAlikeIsNoHandwriting) {
    EXPECT_FALSE(held_for_a_hand({"L'ETABLISSEMENT", "L'ÉTABLISSEMENT", "LETABUSSEMENT", "154", ""}));
    EXPECT_TRUE(held_for_a_hand({"LETARUSFMENT", "L'ETABUSSEMENT", "IFTABLISSEMENT", "154", ""}));
    EXPECT_TRUE(held_for_a_hand({"du", "du", "du"})) << "two letters agree by chance";
    EXPECT_TRUE(held_for_a_hand({})) << "nobody could look";
    EXPECT_TRUE(held_for_a_hand({"L'ETABLISSEMENT", "L'ETABLISSEMENT"}, {{MarkKind::handwriting, {0.4, 0.398, 0.2, 0.012}, 0.2, false, false, "", ""}})) << "ink was seen on it";
}

std::string added_to(std::vector<Word> seen, TextSource source = TextSource::layer, bool signed_below = false) {
    PageReading page;
    page.source = source;
    page.words = {{"La", {0.1, 0.5, 0.02, 0.01}, 1, 0}, {"durée", {0.13, 0.5, 0.05, 0.01}, 1, 0}};
    Document standard;
    standard.piece = "referential";
    standard.parts = {{"r.pdf", {1}}};
    if (signed_below) standard.slots.push_back({"signature", {"r.pdf", 1, {0.5, 0.55, 0.3, 0.1}}, "Signature", Ink::present, 0.9, {}});
    seen.insert(seen.begin(), page.words.begin(), page.words.end());
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::text) answer.words = seen;
        return answer;
    };
    Expectations expected;
    expected.fixed_wording = {"referential"};
    confirm::confirm(standard, expected, look, [&](const std::string&, int) { return &page; });
    const auto found = std::ranges::find(standard.findings, "text_edited", &Finding::code);
    return found == standard.findings.end() ? "" : found->text;
}

TEST(LookForAddedWords, WhatThePictureShowsAndTheLayerLacksWasAdded) {
    const std::vector<Word> clause{{"SAUF", {0.5, 0.5, 0.05, 0.01}, 0.9, 0}, {"ACCORD", {0.56, 0.5, 0.07, 0.01}, 0.9, 0}};
    EXPECT_EQ(added_to(clause), "SAUF ACCORD");
    EXPECT_EQ(added_to({}), "");
    EXPECT_EQ(added_to({clause.front()}), "") << "one word may be a misreading";
    EXPECT_EQ(added_to(clause, TextSource::ocr), "") << "there is no layer to compare with";
    EXPECT_EQ(added_to(clause, TextSource::layer, true), "") << "a mention by the signature";
}

/// "du 18 juin" at a line's end; the picture shows `first` there and `next` at the head of the line below.
bool confirmed_over_two_lines(const std::string& first, const std::string& next) {
    PageReading page;
    page.source = TextSource::layer;
    page.words = {{"du", {0.75, 0.16, 0.02, 0.01}, 1, 0}, {"18", {0.78, 0.16, 0.02, 0.01}, 1, 0}, {"juin", {0.81, 0.16, 0.03, 0.01}, 1, 0}, {"2015", {0.33, 0.18, 0.04, 0.01}, 1, 1}};
    Document certificate;
    certificate.piece = "liability_insurance";
    certificate.fields.push_back({"valid_from", {std::string("2015-06-18"), 0.95, {"rc.pdf", 1, {0.78, 0.16, 0.06, 0.01}}, ""}, {}, {}, false});
    Expectations expected;
    expected.decisive = {"liability_insurance.valid_from"};
    confirm::confirm(certificate, expected, [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.words = {{first, {0.78, 0.16, 0.06, 0.01}, 0.9, 0}};
        if (request.purpose == CropPurpose::text && request.box.bottom() > 0.18) answer.words.push_back({next, {0.33, 0.18, 0.04, 0.01}, 0.9, 1});
        return answer;
    }, [&](const std::string&, int) { return &page; });
    return certificate.fields.front().confirmed == true;
}

TEST(SecondLook, ADateThatRunsOverALinesEndIsSoughtOnBoth) {
    EXPECT_TRUE(confirmed_over_two_lines("18 juin", "2015"));
    EXPECT_FALSE(confirmed_over_two_lines("18 juin", "2014"));
    EXPECT_FALSE(confirmed_over_two_lines("18 juin", ""));
}

/// The number that a Kbis bears when the page said 320746869, whose key does not hold, and renderings of its place say `seen`.
std::string number_of_kbis(std::vector<std::string> seen) {
    PageReading page;
    page.source = TextSource::ocr;
    Document kbis;
    kbis.piece = "kbis";
    kbis.fields.push_back({"siren", {std::string("320746869"), 0.8, {"kbis.pdf", 1, {0.3, 0.2, 0.1, 0.01}}, ""}, {}, {}, false});
    Expectations expected;
    expected.decisive = {"kbis.siren"};
    confirm::confirm(kbis, expected, [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way) answer.readings = seen;
        return answer;
    }, [&](const std::string&, int) { return &page; });
    return std::get<std::string>(kbis.fields.front().chosen.value);
}

TEST(SecondLook, ANumberWhoseKeyDoesNotHoldIsReadInEveryRendering) {
    EXPECT_EQ(number_of_kbis({"320 746 869 R.C.S.", "320 746 860 R.C.S.", "320 746 860"}), "320746860");
    EXPECT_EQ(number_of_kbis({"320 746 869", "320 746 860"}), "320746869") << "one rendering alone";
    EXPECT_EQ(number_of_kbis({"320 746 860", "320 746 860", "732 829 320"}), "320746869") << "renderings that differ";
}

}  // namespace
}  // namespace paraphe
