#include "example.hpp"
#include "hostile.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace paraphe::report {
namespace {

using nlohmann::json;

json parsed(const Reading& reading, const Judgement& judgement) { return json::parse(report::json(reading, judgement, "0.1.0")); }
json example() { return parsed(example_reading(), example_judgement()); }

TEST(ReportJson, KeepsItsSchema) {
    const std::string file = std::string{PARAPHE_BINARY_DIR} + "/report_test.json";
    std::ofstream{file} << report::json(example_reading(), example_judgement(), "0.1.0");
    const std::string command = "/usr/bin/python3 -c \"import json,sys,jsonschema; jsonschema.Draft7Validator.check_schema(json.load(open(sys.argv[1]))); "
                                "jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])), jsonschema.Draft7Validator)\" '" +
                                std::string{PARAPHE_SOURCE_DIR} + "/pipeline/report/report.schema.json' '" + file + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(ReportJson, OfTheSameJudgementIsTheSameBytes) {
    EXPECT_EQ(report::json(example_reading(), example_judgement(), "1"), report::json(example_reading(), example_judgement(), "1"));
}

TEST(ReportJson, NamesEveryFileOnceWithItsFate) {
    const auto report = example();
    ASSERT_EQ(report["files"].size(), 5u);
    EXPECT_EQ(report["files"][3]["status"], "unreadable");
    EXPECT_EQ(report["files"][3]["reason"], "encrypted");
    EXPECT_EQ(report["files"][0]["pages"][0]["rotation"], 90);
    EXPECT_EQ(report["files"][0]["pages"][0]["confidence"], 0.98);
}

TEST(ReportJson, GivesValuesInTheirCanonicalFormWithTheirPlace) {
    const auto fields = example()["pieces"][0]["documents"][0]["fields"];
    EXPECT_EQ(fields["siren"]["value"], "552100554");
    EXPECT_EQ(fields["capital"]["value"], 7500);
    EXPECT_EQ(fields["representatives"]["value"][0]["name"], "Marie Durand");
}

TEST(ReportJson, GivesBoxesOnThePageTurnedUpright) {
    const auto report = example();
    const auto kbis = report["pieces"][0];
    ASSERT_EQ(report["files"][0]["pages"][0]["rotation"], 90);
    EXPECT_EQ(kbis["documents"][0]["fields"]["siren"]["box"], json::array({0.73, 0.2, 0.02, 0.2}));
}

TEST(ReportJson, TurnsTheBoxesOfMarksAndEvidenceToo) {
    auto reading = example_reading();
    auto judgement = example_judgement();
    const auto path = reading.files[0].path;
    reading.files[0].pages[0].rotation = 180;
    Mark stamp;
    stamp.kind = MarkKind::stamp;
    stamp.box = {0.1, 0.2, 0.3, 0.1};
    stamp.confidence = 0.9;
    reading.documents[0].marks = {{path, 1, stamp}};
    judgement.pieces[0].checks[0].evidence = {{path, 1, {0.1, 0.2, 0.3, 0.1}}, {path, 1, {}}};
    const auto report = parsed(reading, judgement);
    EXPECT_EQ(report["pieces"][0]["documents"][0]["marks"][0]["box"], json::array({0.6, 0.7, 0.3, 0.1}));
    EXPECT_EQ(report["pieces"][0]["checks"][0]["evidence"][0]["box"], json::array({0.6, 0.7, 0.3, 0.1}));
    EXPECT_EQ(report["pieces"][0]["checks"][0]["evidence"][1]["box"], json::array({0.0, 0.0, 1.0, 1.0}));
}

/// What the report tells of marks on the Kbis, a place for a signature in its middle.
json told(const std::vector<Mark>& marks, Ink ink = Ink::unsure) {
    auto reading = example_reading();
    auto& kbis = reading.documents[0];
    Slot slot;
    slot.purpose = "signature";
    slot.place = {kbis.parts[0].path, 1, {0.4, 0.4, 0.3, 0.1}};
    slot.ink = ink;
    kbis.slots = {slot};
    kbis.marks.clear();
    for (const auto& mark : marks) kbis.marks.push_back({slot.place.path, 1, mark});
    return parsed(reading, example_judgement())["pieces"][0]["documents"][0]["marks"];
}

Mark mark(MarkKind kind, const Box& box, double confidence) {
    Mark made;
    made.kind = kind;
    made.box = box;
    made.confidence = confidence;
    return made;
}

TEST(ReportJson, TellsOfFieldsHowOftenSuchAreTrue) {
    auto reading = example_reading();
    auto& believed = reading.documents[0].fields[1].chosen.confidence;
    double before = -1;
    for (const double confidence : {0.0, 0.2, 0.45, 0.6, 0.75, 0.9, 1.0}) {
        believed = confidence;
        const double told = parsed(reading, example_judgement())["pieces"][0]["documents"][0]["fields"]["siren"]["confidence"];
        EXPECT_GT(told, before);
        before = told;
        if (confidence == 0.75) { EXPECT_EQ(told, 0.9); }
    }
    EXPECT_LT(before, 1);
}

TEST(ReportJson, TellsNoFaintSignWhereNoneIsAwaited) {
    EXPECT_EQ(told({mark(MarkKind::paraph, {0.9, 0.9, 0.05, 0.05}, 0.2), mark(MarkKind::stamp, {0.1, 0.9, 0.1, 0.05}, 0.3)}).size(), 0u);
    EXPECT_EQ(told({mark(MarkKind::paraph, {0.9, 0.9, 0.05, 0.05}, 0.8), mark(MarkKind::stamp, {0.1, 0.9, 0.1, 0.05}, 0.8)}).size(), 2u);
}

TEST(ReportJson, TellsNoUnsureStampWithinASignature) {
    const auto sign = mark(MarkKind::signature, {0.4, 0.4, 0.3, 0.1}, 0.9);
    EXPECT_EQ(told({sign, mark(MarkKind::stamp, {0.45, 0.41, 0.1, 0.08}, 0.5)}).size(), 1u);
    EXPECT_EQ(told({sign, mark(MarkKind::stamp, {0.45, 0.41, 0.1, 0.08}, 0.9)}).size(), 2u);
    EXPECT_EQ(told({sign, mark(MarkKind::stamp, {0.6, 0.45, 0.3, 0.1}, 0.5)}).size(), 2u);
}

TEST(ReportJson, TellsAFaintSignatureInItsPlace) {
    const auto marks = told({mark(MarkKind::signature, {0.45, 0.42, 0.1, 0.05}, 0.15)});
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_GT(marks[0]["confidence"], 0.6);  // so often such marks are signatures
}

TEST(ReportJson, TellsWritingThatAloneFillsASignaturesPlaceAsOneThatIsNotSure) {
    const auto name = mark(MarkKind::handwriting, {0.45, 0.42, 0.1, 0.05}, 0.9);
    const auto marks = told({name, mark(MarkKind::stamp, {0.5, 0.42, 0.1, 0.05}, 0.9)});
    EXPECT_EQ(marks[0]["kind"], "signature");
    EXPECT_LT(marks[0]["confidence"], 0.85);
    EXPECT_EQ(told({name}, Ink::empty)[0]["kind"], "handwriting");
}

TEST(ReportJson, OfSeveralWritingsInThePlaceNamesNone) {
    for (const auto& each : told({mark(MarkKind::handwriting, {0.45, 0.42, 0.1, 0.02}, 0.9), mark(MarkKind::handwriting, {0.45, 0.45, 0.1, 0.02}, 0.9)}))
        EXPECT_EQ(each["kind"], "handwriting");
}

TEST(ReportJson, CountsTheStaffAndNeverShowsItsRows) {
    const auto fields = example()["pieces"][2]["documents"][0]["fields"];
    EXPECT_FALSE(fields.contains("rows"));
    EXPECT_EQ(fields["employee_count"]["value"], 2);  // one left before, one comes later, one leaves on the day itself
    EXPECT_EQ(report::json(example_reading(), example_judgement(), "1").find("M.D."), std::string::npos);
}

TEST(ReportJson, KeepsBirthsAndAccountNumbersToItself) {
    auto reading = example_reading();
    auto& others = reading.documents[0].fields;
    for (const char* name : {"iban", "account_number", "home_address", "cmc7", "nationality"}) {
        others.push_back(others[0]);
        others.back().name = name;
        others.back().chosen.value = std::string{"SECRET"};
    }
    auto judgement = example_judgement();
    judgement.pieces[0].checks[1].message.fr = "Compte FR76 3000 6000 0112 3456 7890 189, NIR 1 70 05 75 123 456 78, SIRET 55210055400013.";
    const auto text = report::json(reading, judgement, "1");
    EXPECT_EQ(text.find("SECRET"), std::string::npos);
    EXPECT_EQ(text.find("1970-05-06"), std::string::npos);
    EXPECT_EQ(text.find("3000 6000"), std::string::npos);
    EXPECT_EQ(text.find("75 123"), std::string::npos);
    EXPECT_NE(text.find("55210055400013"), std::string::npos);
}

TEST(ReportJson, GivesNoAdviceOnWhatPasses) {
    auto judgement = example_judgement();
    judgement.pieces[0].checks[0].advice = {"x", "x"};
    EXPECT_EQ(parsed(example_reading(), judgement)["pieces"][0]["checks"][0]["advice"], "");
}

TEST(ReportJson, OfADocumentOverTwoFilesHasAnEntryForEach) {
    auto reading = example_reading();
    reading.documents[0].parts.push_back({"RUP.pdf", {1}});
    reading.documents[0].fields[1].chosen.place.path = "RUP.pdf";
    const auto documents = parsed(reading, example_judgement())["pieces"][0]["documents"];
    ASSERT_EQ(documents.size(), 2u);
    EXPECT_EQ(documents[1]["part"], 2);
    EXPECT_EQ(documents[1]["document"], "kbis-1");
    EXPECT_TRUE(documents[1]["fields"].contains("siren"));
    EXPECT_FALSE(documents[0]["fields"].contains("siren"));
}

TEST(ReportJson, HoldsHostileTextsAsTheyAreWithoutAControlCharacter) {
    auto reading = hostile_reading();
    reading.dossier_name += "\x7f";
    const auto text = report::json(reading, hostile_judgement(), "0.1.0");
    for (const char* bad : {"\x1b", "\x07", "\r", "\b", "\x7f", "\xc2\x9b"}) EXPECT_THAT(text, testing::Not(testing::HasSubstr(bad)));
    EXPECT_EQ(nlohmann::json::parse(text).at("dossier").at("name"), reading.dossier_name);
}

TEST(ReportJson, SurvivesTextThatIsNoUtf8) {
    auto reading = example_reading();
    reading.files[0].path = "a\xff\xfe.pdf";
    EXPECT_NO_THROW((void)parsed(reading, example_judgement()));
}

}  // namespace
}  // namespace paraphe::report
