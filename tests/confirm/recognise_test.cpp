#include "confirm/recognise.hpp"
#include "sign_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace paraphe {
namespace {

using testing::Ge;
using testing::HasSubstr;

/// Words of a line at (x, y), about as wide as print of 11 points on A4.
void write(PageReading& page, double x, double y, const std::string& text, double confidence) {
    const int line = page.words.empty() ? 0 : page.words.back().line + 1;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        const double width = 0.0085 * static_cast<double>(end - begin);
        page.words.push_back({text.substr(begin, end - begin), {x, y, width, 0.011}, confidence, line});
        x += width + 0.005;
        begin = end + 1;
    }
}

struct Line {
    std::string text;
    double confidence = 0.95;
    double x = 0.1;
};

/// A document of one page whose lines stand under one another, as an extractor left it.
struct Paper {
    PageReading page;
    Document document;

    Paper(const std::string& piece, const std::vector<Line>& lines, TextSource source = TextSource::ocr) {
        page.source = source;
        page.width_mm = 210, page.height_mm = 297;
        double y = 0.1;
        for (const auto& line : lines) write(page, line.x, y += 0.03, line.text, line.confidence);
        document.piece = piece;
        document.parts = {{"a.pdf", {1}}};
    }

    /// What the extractor read at the words of a line from the one of that number on.
    void read(const std::string& name, const std::string& value, double confidence, std::size_t first_word, std::size_t last_word) {
        Box box;
        for (std::size_t w = first_word; w <= last_word; ++w) box = unite(box, page.words[w].box);
        document.fields.push_back({name, {value, confidence, {"a.pdf", 1, box}, "label"}, {}, {}, false});
    }

    const Field* recognised(const std::string& name, const confirm::LookAgain& look) {
        confirm::Known known;
        known.siren = "732829320";
        known.names = {"Prisme Technologies"};
        known.people = {"PERRIN Pierre-Yves"};
        known.asked = {{"commitment_letter", {true, true}}, {"brand_rules", {true, true}}, {"cluster_membership", {true, false}}, {"staff_register", {.company = true, .stamp = true}},
                       {"liability_insurance", {true, false}}, {"software_licence", {true, false}}};
        confirm::recognise(document, known, look, [this](const std::string&, int) { return &page; });
        return field(document, name);
    }
};

confirm::LookAgain nothing_seen() {
    return [](const std::string&, const CropRequest&) -> Result<CropAnswer> { return CropAnswer{}; };
}

confirm::LookAgain picture_says(const std::string& text) {
    return [text](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.words.push_back({text, {}, 0.9, 0});
        answer.readings.push_back(text);
        return answer;
    };
}

confirm::LookAgain ink_says(std::string_view line) {
    return [seen = signs_of(line)](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::hand) answer.lines.push_back(seen);
        return answer;
    };
}

std::string value_of(const Field* field) {
    const auto* text = field ? std::get_if<std::string>(&field->chosen.value) : nullptr;
    return text ? *text : "";
}

TEST(Recognise, AHandsNameThatTheEngineHalfReadIsTheKnownOne) {
    Paper paper("brand_rules", {{"Nom de l'entreprise"}, {"PRISMEÉ TECHAJOLOBIES", 0.4}});
    paper.read("company_name", "PRISMEÉ TECHAJOLOBIES", 0.12, 3, 4);
    const auto* name = paper.recognised("company_name", nothing_seen());
    EXPECT_EQ(value_of(name), "Prisme Technologies");
    EXPECT_THAT(name->chosen.confidence, Ge(0.8));
    EXPECT_THAT(name->chosen.why, HasSubstr("recognised"));
    EXPECT_EQ(name->others.front().value, Value{std::string("PRISMEÉ TECHAJOLOBIES")});
}

TEST(Recognise, TheEndOfANameInAHandIsNoOtherName) {
    Paper paper("cluster_membership", {{"Reçu de :"}, {"PRISNE TECHNOLOGIES", 0.5}});
    paper.read("company_name", "TECHNOLOGIES", 0.9, 3, 3);
    EXPECT_EQ(value_of(paper.recognised("company_name", nothing_seen())), "Prisme Technologies");
    Paper other("cluster_membership", {{"Reçu de :"}, {"COBALT TECHNOLOGIES", 0.5}});
    other.read("company_name", "TECHNOLOGIES", 0.9, 3, 3);
    EXPECT_EQ(value_of(other.recognised("company_name", nothing_seen())), "TECHNOLOGIES");
}

TEST(Recognise, ANameWhoseBeginningThePageLostIsLookedAt) {
    Paper paper("commitment_letter", {{"de l'entreprise Technologies"}});
    paper.read("company_name", "Technologies", 0.95, 2, 2);
    EXPECT_EQ(value_of(paper.recognised("company_name", picture_says("Prisme Technologies"))), "Prisme Technologies");
}

TEST(Recognise, ABlankFilledByHandIsAskedOfThePicture) {
    Paper paper("cluster_membership", {{"Reçu de la société :"}, {"Adresse :"}}, TextSource::layer);
    const auto* name = paper.recognised("company_name", ink_says("prisme technologies"));
    EXPECT_EQ(value_of(name), "Prisme Technologies");
    EXPECT_THAT(name->chosen.confidence, Ge(0.8));
}

/// What stands at the right of a line, as high as print.
Finding blank_beside(const Paper& paper, std::size_t word) {
    const Box& label = paper.page.words[word].box;
    return {"blanks_left", "the blank", 0.5, {"a.pdf", 1, {label.right() + 0.01, label.y - 0.004, 0.5, label.h + 0.008}}};
}

TEST(Recognise, ABlankInWhichTheKnownNameWasRecognisedIsFilled) {
    Paper paper("commitment_letter", {{"Je soussigné(e), (nom, prénom) PIEFRE-YVES PERHIN", 0.4}});
    paper.document.findings = {blank_beside(paper, 3), {"blanks_left", "another", 0.5, {"a.pdf", 1, {0.4, 0.5, 0.4, 0.02}}}};
    ASSERT_NE(paper.recognised("signatory", nothing_seen()), nullptr);
    ASSERT_EQ(paper.document.findings.size(), 1u);
    EXPECT_EQ(paper.document.findings[0].text, "another");
}

TEST(Recognise, AnotherSirenThatWasHardlyReadIsAskedOfTheInk) {
    Paper paper("commitment_letter", {{"numéro SIREN"}, {"404 833 048", 0.5}});
    paper.read("siren", "404833048", 0.5, 2, 4);
    EXPECT_EQ(value_of(paper.recognised("siren", ink_says("732 829 320"))), "732829320");
    Paper other("commitment_letter", {{"numéro SIREN"}, {"404 833 048", 0.5}});
    other.read("siren", "404833048", 0.5, 2, 4);
    EXPECT_EQ(value_of(other.recognised("siren", ink_says("404 833 048"))), "404833048");
}

TEST(Recognise, InkThatSaysAnotherNameIsNotTheKnownOne) {
    Paper paper("cluster_membership", {{"Reçu de la société :"}, {"Adresse :"}}, TextSource::layer);
    EXPECT_EQ(paper.recognised("company_name", ink_says("prime technologies")), nullptr);
}

TEST(Recognise, ANameBrokenOverTwoLinesIsFound) {
    Paper paper("cluster_membership", {{"Nous soussignés certifions que la société Prisme"}, {"Technologies est membre de notre cluster"}});
    EXPECT_EQ(value_of(paper.recognised("company_name", nothing_seen())), "Prisme Technologies");
}

TEST(Recognise, AnotherNamePlainlyPrintedStands) {
    Paper paper("brand_rules", {{"Raison sociale : Pixel Technologies"}});
    EXPECT_EQ(paper.recognised("company_name", nothing_seen()), nullptr);
    paper.read("company_name", "Pixel Technologies", 0.93, 3, 4);
    EXPECT_EQ(value_of(paper.recognised("company_name", picture_says("Prisme Technologies"))), "Pixel Technologies");
}

TEST(Recognise, ACertificateOfAnotherCompanyAddressedToTheCandidateStaysDoubtful) {
    for (const std::string piece : {"cluster_membership", "liability_insurance", "software_licence", "staff_register"}) {
        Paper paper(piece, {{"Prisme Technologies", 0.95, 0.6}, {"Nous certifions que la société Cobalt Réseaux"}, {"est titulaire d'un contrat."}});
        paper.read("company_name", "Cobalt Réseaux", 0.92, 7, 8);
        EXPECT_EQ(value_of(paper.recognised("company_name", nothing_seen())), "Cobalt Réseaux") << piece;
    }
}

TEST(Recognise, AnUnreadNameWhereTheMemberStandsIsNotTheAddressee) {
    // The certificate's own name is in a hand that nobody read: it may be another company's.
    Paper paper("cluster_membership", {{"Client : Prisme Technologies"}, {"Reçu de la société"}, {"Cbtlf Rsux", 0.3}});
    paper.read("company_name", "Cbtlf Rsux", 0.15, 8, 9);
    const auto* name = paper.recognised("company_name", nothing_seen());
    EXPECT_EQ(value_of(name), "Cbtlf Rsux");
    EXPECT_LT(name->others.front().confidence, 0.8);
}

TEST(Recognise, ABrokerOrVendorIsNotWhomThePieceIsAbout) {
    for (const std::string line : {"Courtier : pour le compte de Prisme Technologies", "Revendeur, facturé à Prisme Technologies", "Fournisseur de l'entreprise Prisme Technologies"}) {
        Paper paper("software_licence", {{"Attestation de licence"}, {line}});
        EXPECT_EQ(paper.recognised("company_name", nothing_seen()), nullptr) << line;
    }
}

TEST(Recognise, ALetterheadWithTheSirenIsTheCandidatesOwnPaper) {
    Paper paper("software_licence", {{"PRISME TECHNOLOGIES"}, {"12 rue des Lilas - SIREN 732 829 320"}, {"Inventaire des licences"}});
    EXPECT_EQ(value_of(paper.recognised("company_name", picture_says("PRISME TECHNOLOGIES"))), "Prisme Technologies");
    Paper other("software_licence", {{"PRISME TECHNOLOGIES"}, {"12 rue des Lilas - SIREN 552 081 317"}, {"Inventaire des licences"}});
    EXPECT_EQ(other.recognised("company_name", picture_says("PRISME TECHNOLOGIES")), nullptr);
}

TEST(Recognise, AnotherValidSirenKeepsTheNameUnread) {
    Paper paper("staff_register", {{"Raison sociale : Prisme Technologies"}, {"SIREN 404 833 048"}});
    paper.read("siren", "404833048", 0.9, 5, 7);
    EXPECT_EQ(paper.recognised("company_name", nothing_seen()), nullptr);
    EXPECT_EQ(value_of(field(paper.document, "siren")), "404833048");
}

TEST(Recognise, TheSirenIsFoundInsideOtherNumbersBesideTheirWords) {
    for (const std::string line : {"SIRET 732 829 320 00074", "TVA intracommunautaire FR 44 732829320", "RCS Lyon B 732 829 320", "immatriculée sous le numéro SIREN 7B2 829 320"}) {
        Paper paper("staff_register", {{"Registre"}, {line}});
        if (line.find("7B2") == std::string::npos) EXPECT_EQ(value_of(paper.recognised("siren", nothing_seen())), "732829320") << line;
        else EXPECT_EQ(paper.recognised("siren", nothing_seen()), nullptr) << line;
    }
}

TEST(Recognise, TheSirenInABrokersMentionsIsNotTheInsureds) {
    Paper paper("liability_insurance", {{"Cabinet X, courtier, SIREN 732 829 320"}});
    EXPECT_EQ(paper.recognised("siren", nothing_seen()), nullptr);
}

TEST(Recognise, WhatOnlyTheTextLayerSaysIsNotRecognised) {
    Paper paper("brand_rules", {{"Raison sociale : Prisme Technologies"}}, TextSource::layer);
    EXPECT_EQ(paper.recognised("company_name", picture_says("Pixel Solutions")), nullptr);
    EXPECT_EQ(value_of(paper.recognised("company_name", picture_says("Prisme Technologies"))), "Prisme Technologies");
}

TEST(Recognise, ARepresentativeInAHandIsRecognisedInEitherOrder) {
    Paper paper("commitment_letter", {{"Je soussigné(e), (nom, prénom)"}, {"Piere-Yves PERRIM", 0.4}});
    const auto* name = paper.recognised("signatory", nothing_seen());
    EXPECT_EQ(value_of(name), "PERRIN Pierre-Yves");
}

TEST(Recognise, AnotherSignatoryStands) {
    Paper paper("brand_rules", {{"Nom et prénom : Valérie Roux"}});
    paper.read("signatory", "Valérie Roux", 0.9, 4, 5);
    EXPECT_EQ(value_of(paper.recognised("signatory", ink_says("PERRIN Pierre-Yves"))), "Valérie Roux");
}

TEST(Recognise, ASignatoryMisreadByALetterOrTwoIsTheOneWhoseNameTheLettersShow) {
    const auto signatory = [](double confidence, std::string_view shown) {
        Paper paper("brand_rules", {{"Nom et prénom : Pierre-Yves Ferrm"}});
        paper.read("signatory", "Pierre-Yves Ferrm", confidence, 4, 5);
        return value_of(paper.recognised("signatory", ink_says(std::string(shown))));
    };
    EXPECT_EQ(signatory(0.8, "pierre-yves perrin"), "PERRIN Pierre-Yves");
    EXPECT_EQ(signatory(0.8, "pierre-yves ferrand"), "Pierre-Yves Ferrm") << "another's letters";
    EXPECT_EQ(signatory(0.9, "pierre-yves perrin"), "Pierre-Yves Ferrm") << "surely read";
}

TEST(Recognise, TheStampOnItsOwnPaperNamesTheCompany) {
    const auto stamp_says = [](const std::string& text) {
        return [text](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
            CropAnswer answer;
            if (request.purpose == CropPurpose::stamp) answer.readings = {"", text};
            return answer;
        };
    };
    const auto named = [&](const std::string& piece, const std::string& text, MarkKind kind = MarkKind::stamp) {
        Paper paper(piece, {{"Nom et prénom"}});
        Mark mark;
        mark.kind = kind;
        mark.box = {0.6, 0.7, 0.2, 0.06};
        mark.confidence = 0.9;
        paper.page.marks.push_back(mark);
        return value_of(paper.recognised("company_name", stamp_says(text)));
    };
    EXPECT_EQ(named("staff_register", "SAS PR1SNE TECHN\nSIRET 732829320 00074\nwww.exemple.fr"), "Prisme Technologies") << "by its SIREN";
    EXPECT_EQ(named("staff_register", "SAS PRISME TECHNOLOGIES * LYON *"), "Prisme Technologies") << "by its name";
    EXPECT_EQ(named("staff_register", "SAS PRISNE TECHNOLOGE5\nS1RET 7328293Z0"), "Prisme Technologies") << "by its name, worn";
    EXPECT_EQ(named("staff_register", "SAS PRISME CONSEIL\nSIRET 552100554 00013"), "") << "another company's";
    EXPECT_EQ(named("staff_register", "SIRET 732829320 00074", MarkKind::handwriting), "") << "no stamp";
    EXPECT_EQ(named("cluster_membership", "SIRET 732829320 00074"), "") << "an issuer's paper bears the issuer's stamp";
}

TEST(Recognise, WithoutAnIdentityDocumentNothingIsLookedFor) {
    Paper paper("brand_rules", {{"Raison sociale : Prisme Technologies"}});
    confirm::recognise(paper.document, {}, nothing_seen(), [&](const std::string&, int) { return &paper.page; });
    EXPECT_TRUE(paper.document.fields.empty());
}

}  // namespace
}  // namespace paraphe
