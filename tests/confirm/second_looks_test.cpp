#include "confirm/confirm.hpp"

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

}  // namespace
}  // namespace paraphe
