#include "looks.hpp"
#include "sign_lines.hpp"

#include "confirm/confirm.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace paraphe {
namespace {

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

/// The confidence of a blank that is not surely bare where that word was read so surely.
double blank_over(const std::string& name, const std::string& word, double sure) {
    auto document = letter_with_a_blank();
    document.findings[0].text = name;
    PageReading page;
    page.source = TextSource::ocr;
    page.words.push_back({word, {0.42, 0.301, 0.1, 0.014}, sure, 0});
    confirm::confirm(document, {}, ink_is(Ink::unsure, 0.5), page_of(page));
    return document.findings[0].confidence;
}

TEST(LookAtBlanks, LettersReadThereAsBadlyAsAHandsFillIt) {
    EXPECT_LT(blank_over("en qualité de", "GERANT", 0.3), 0.3);
    EXPECT_GE(blank_over("en qualité de", "......", 0.3), 0.5);
    EXPECT_GE(blank_over("en qualité de", "(nom)", 0.96), 0.5) << "print of the form";
    EXPECT_GE(blank_over("[nom du signataire]", "signataire]", 0.6), 0.5) << "the form's own placeholder";
}

/// The confidence of a blank of a scan over bare paper, apart from the print that a look at it alone reads.
double blank_that_reads(const std::string& print, double sure) {
    auto document = letter_with_a_blank();
    const Box blank = document.findings[0].place.box;
    PageReading page;
    page.source = TextSource::ocr;
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = Ink::empty;
        if (request.purpose == CropPurpose::text) answer.words.push_back({print, blank, sure, 0});
        return answer;
    };
    confirm::confirm(document, {}, look, page_of(page));
    return document.findings[0].confidence;
}

TEST(LookAtBlanks, PrintThatTheDotsHadHiddenFillsABlank) {
    EXPECT_LT(blank_that_reads("Boréal", 0.9), 0.3);
    EXPECT_GT(blank_that_reads("Boréal", 0.4), 0.9) << "hardly read";
    EXPECT_GT(blank_that_reads("....", 0.9), 0.9);
}

TEST(LookAtBlanks, DotsThatGoOnAfterWhatAHandWroteAreNoBlank) {
    PageReading page;
    page.source = TextSource::ocr;
    page.words.push_back({"SCOP", {0.3, 0.299, 0.09, 0.02}, 0.9, 0});
    const auto blank_after = [&](MarkKind before) {
        auto document = letter_with_a_blank();
        const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
            CropAnswer answer;
            const bool word = request.box.x < 0.35;
            answer.ink = word ? Ink::present : Ink::empty;
            if (word) answer.mark = before;
            return answer;
        };
        confirm::confirm(document, {}, look, page_of(page));
        return document.findings[0].confidence;
    };
    EXPECT_LT(blank_after(MarkKind::handwriting), 0.3);
    EXPECT_GT(blank_after(MarkKind::stamp), 0.9);
}

/// What is left of a blank on a scan in which a hand's line reads thus.
double blank_that_bears(std::string_view signs) {
    auto document = letter_with_a_blank();
    PageReading page;
    page.source = TextSource::ocr;
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.ink = Ink::unsure;
        if (request.purpose == CropPurpose::hand) answer.lines = {signs_of(signs)}, answer.lines.front().box = request.box;
        return answer;
    };
    confirm::confirm(document, {}, look, page_of(page));
    return document.findings[0].confidence;
}

TEST(LookAtBlanks, TwoSignsOfAHandFillOne) {
    EXPECT_LT(blank_that_bears("sa"), 0.3);
    EXPECT_GE(blank_that_bears("......"), 0.3);
    EXPECT_GE(blank_that_bears("s"), 0.3);
    EXPECT_GE(blank_that_bears("?sb"), 0.3);
}

}  // namespace
}  // namespace paraphe
