#include "candidate.hpp"

#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

const Expectations label = the_label();

std::vector<std::string> model(const std::string& name, const std::string& statement, const std::string& made) {
    return {"LETTRE D'ENGAGEMENT DE LA DIRECTION", "Label « Entreprise Numérique Responsable »", "", "Je soussigné(e), (nom, prénom) " + name, "agissant en qualité de gérant", "de l'entreprise Alpha Numérique", "forme juridique SARL",
            "dont le siège social est situé 12 rue des Lilas, 44000 Nantes", "immatriculée sous le numéro SIREN / SIRET 732 829 320", statement,
            "Nous avons pris connaissance des modalités d'attribution du label et des pièces demandées aux candidats.", "Les documents joints à ce dossier sont sincères et à jour au moment de son dépôt.", "", made, "Le dirigeant"};
}
const std::string conformity = "certifie que notre entreprise numérique est en conformité avec le référentiel ENR";

TEST(CommitmentLetter, TheModelGivesWhoWhereAndWhen) {
    const auto read = extract("commitment_letter", {page_of(model("Claire de la Tour", conformity, "Fait à Nantes, le 3 janvier 2017"))}, label);
    EXPECT_EQ(text_of(read, "signatory"), "Claire de la Tour");
    EXPECT_EQ(text_of(read, "signatory_role"), "gérant");
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "signed_on"), "2017-01-03");
    EXPECT_EQ(text_of(read, "place"), "Nantes");
    EXPECT_FALSE(finding_of(read, "no_statement_of_conformity"));
    EXPECT_FALSE(finding_of(read, "blanks_left"));
}

TEST(CommitmentLetter, ARoleAboveTheDateIsNoPlaceToSign) {
    const std::vector<std::string> lines{"LETTRE D'ENGAGEMENT DE LA DIRECTION", "Dirigeant : Claire Martin", "Qualité : la Présidente", "", conformity, "", "", "Fait à Nantes, le 3 janvier 2017", "", "", ""};
    const auto read = extract("commitment_letter", {page_of(lines)}, label);
    std::vector<std::string> labels;
    for (const auto& slot : read.slots)
        if (slot.purpose == "signature") labels.push_back(slot.label);
    EXPECT_EQ(labels, std::vector<std::string>{"Fait à"});
}

double headcount_of(const std::string& words) {
    auto lines = model("Claire Martin", conformity, "Fait à Nantes, le 3 janvier 2017");
    lines.insert(lines.end() - 3, words);
    const auto read = extract("commitment_letter", {page_of(lines)}, label);
    const auto* count = field_of(read, "employee_count");
    return count ? std::get<double>(count->chosen.value) : -1;
}

TEST(CommitmentLetter, DeclaresAHeadcountInManyWords) {
    EXPECT_EQ(headcount_of("Effectif de l'entreprise à ce jour : 45 salariés."), 45);
    EXPECT_EQ(headcount_of("Nous employons 12 personnes à Nantes."), 12);
    EXPECT_EQ(headcount_of("Notre effectif est à ce jour de 8 collaborateurs."), 8);
    EXPECT_EQ(headcount_of("Nombre de salariés : 23"), 23);
    EXPECT_EQ(headcount_of("Au 31/12/2016, la société comptait 17 employés."), 17);
}

TEST(CommitmentLetter, BoundsAndOtherNumbersAreNoHeadcount) {
    EXPECT_EQ(headcount_of("Notre effectif est de 1 à 5 salariés."), -1);
    EXPECT_EQ(headcount_of("Nous employons plus de 10 personnes."), -1);
    EXPECT_EQ(headcount_of("Nos salariés suivent depuis 2016 une formation de 3 jours."), -1);
    EXPECT_EQ(headcount_of("L'entreprise forme 80 % de ses salariés."), -1);
}

TEST(CommitmentLetter, ALetterWithoutTheStatementSaysSo) {
    const auto read = extract("commitment_letter", {page_of(model("Claire Martin", "souhaite participer à la prochaine campagne du label", "Fait à Nantes, le 3 janvier 2017"))}, label);
    ASSERT_TRUE(finding_of(read, "no_statement_of_conformity"));
    EXPECT_GT(finding_of(read, "no_statement_of_conformity")->confidence, 0.6);
}

TEST(CommitmentLetter, ConformityMayBeSaidInOtherWordsAndAPromiseIsNone) {
    const auto stated = extract("commitment_letter", {page_of(model("Claire Martin", "déclare avoir lu le référentiel ENR et que notre société s'y conforme", "Fait à Nantes, le 3 janvier 2017"))}, label);
    EXPECT_TRUE(finding_of(stated, "statement_of_conformity"));
    const auto promised = extract("commitment_letter", {page_of(model("Claire Martin", "s'engage à se conformer au référentiel ENR dans l'année", "Fait à Nantes, le 3 janvier 2017"))}, label);
    EXPECT_FALSE(finding_of(promised, "statement_of_conformity"));
}

TEST(CommitmentLetter, DotsLeftInTheModelAreBlanks) {
    const auto read = extract("commitment_letter", {page_of(model(".........................", conformity, "Fait à Nantes, le 3 janvier 2017"))}, label);
    ASSERT_TRUE(finding_of(read, "blanks_left"));
    EXPECT_GT(finding_of(read, "blanks_left")->confidence, 0.8);
    EXPECT_EQ(text_of(read, "signatory"), "");
}

TEST(CommitmentLetter, DotsUnderAHandAreFilled) {
    auto page = page_of(model(".........................", conformity, "Fait à Nantes, le 3 janvier 2017"));
    for (const auto& word : page.words)
        if (word.text.starts_with("....")) write_by_hand(page, word.box);
    EXPECT_FALSE(finding_of(extract("commitment_letter", {page}, label), "blanks_left"));
}

PageReading form(const std::vector<std::pair<std::string, std::string>>& rows) {
    auto page = columns_of(rows, 0.2);
    write(page, 0.1, 0.06, "LETTRE D'ENGAGEMENT DE LA DIRECTION");
    return page;
}

TEST(CommitmentLetter, AnEmptyCellAmongFilledOnesIsABlank) {
    const auto read = extract("commitment_letter", {form({{"Entreprise", "Alpha Numérique"}, {"Forme et capital", "SARL, 1 000 €"}, {"SIRET", ""}, {"Siège", ""}, {"Représentée par", "Claire Martin"}, {"En qualité de", "Gérante"}})}, label);
    ASSERT_TRUE(finding_of(read, "blanks_left"));
    EXPECT_GT(finding_of(read, "blanks_left")->confidence, 0.5);
    const auto full = extract("commitment_letter", {form({{"Entreprise", "Alpha Numérique"}, {"Forme et capital", "SARL, 1 000 €"}, {"SIRET", "732 829 320 00074"}, {"Représentée par", "Claire Martin"}})}, label);
    EXPECT_FALSE(finding_of(full, "blanks_left"));
}

double blank_after(const std::string& letters) {
    auto page = page_of(model(letters + ".........................", conformity, "Fait à Nantes, le 3 janvier 2017"));
    page.source = TextSource::ocr;
    const auto read = extract("commitment_letter", {page}, label);
    const auto* found = finding_of(read, "blanks_left");
    return found ? found->confidence : 0;
}

TEST(CommitmentLetter, TheLastLineOfAParagraphIsNoEmptyCell) {
    auto page = columns_of({{"Raison sociale", "Guérin Web"}, {"Siège social", "89 rue des Métiers"}, {"Fonction", "gérant"}, {"Cluster", "SPN"}});
    write(page, 0.08, 0.14, "L'entreprise ci-dessus, par son représentant légal, s'engage, en conformité avec le référentiel");
    write(page, 0.08, 0.157, "ENR, à :");
    const auto out = extract("commitment_letter", {page}, label);
    EXPECT_FALSE(finding_of(out, "blanks_left"));
}

TEST(CommitmentLetter, DotsAfterWhatStandsInABlankAreWhatItLeftOver) {
    EXPECT_LT(blank_after("Martin"), 0.3);
    EXPECT_GT(blank_after("prénom"), 0.8);
}

TEST(CommitmentLetter, PlaceholdersInBracketsAreBlanks) {
    const auto read = extract("commitment_letter", {page_of(model("[NOM DU DIRIGEANT]", conformity, "Fait à Nantes, le 3 janvier 2017"))}, label);
    EXPECT_TRUE(finding_of(read, "blanks_left"));
}

TEST(CommitmentLetter, ABareDateIsUndatedAndAHandIsNot) {
    auto page = page_of(model("Claire Martin", conformity, "Fait à .................., le ...................."));
    EXPECT_TRUE(finding_of(extract("commitment_letter", {page}, label), "undated"));
    for (const auto& word : page.words)
        if (word.text == "....................") write_by_hand(page, word.box);
    const auto read = extract("commitment_letter", {page}, label);
    EXPECT_FALSE(finding_of(read, "undated"));
    EXPECT_TRUE(finding_of(read, "date_by_hand"));
    EXPECT_NE(std::ranges::find(read.slots, "signed_on", &Slot::purpose), read.slots.end());
    EXPECT_EQ(text_of(read, "signed_on"), "");
}

TEST(CommitmentLetter, LabelsAndValuesInTwoColumnsArePaired) {
    auto page = columns_of({{"Raison sociale", "Alpha Numérique"}, {"SIRET", "732 829 320 00074"}, {"Représentée par", "Paul Martin"}, {"Fonction", "Président"}}, 0.2);
    write(page, 0.1, 0.06, "LETTRE D'ENGAGEMENT AU RÉFÉRENTIEL");
    write(page, 0.1, 0.4, "L'entreprise est en conformité avec le référentiel Entreprise Numérique Responsable.");
    write(page, 0.1, 0.5, "À Nantes, le 12/02/2017");
    const auto read = extract("commitment_letter", {page}, label);
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(text_of(read, "signatory"), "Paul Martin");
    EXPECT_EQ(text_of(read, "signatory_role"), "Président");
    EXPECT_EQ(text_of(read, "signed_on"), "2017-02-12");
    EXPECT_EQ(text_of(read, "place"), "Nantes");
}

TEST(CommitmentLetter, TheNameByTheSignatureIsTheSignatorys) {
    const auto read = extract("commitment_letter", {page_of({"LETTRE D'ENGAGEMENT", "Notre entreprise est en conformité avec le référentiel ENR.", "Nous en informerons nos clients.", "", "Fait à Lyon, le 3 janvier 2017", "Monsieur Karim Pons, gérant", "Signature et cachet"})}, label);
    EXPECT_EQ(text_of(read, "signatory"), "Karim Pons");
    EXPECT_EQ(text_of(read, "signatory_role"), "gérant");
    ASSERT_FALSE(read.slots.empty());
    EXPECT_EQ(read.slots[0].purpose, "signature");
}

TEST(CommitmentLetter, ALegalFormAloneIsNoCompany) {
    const auto read = extract("commitment_letter", {page_of({"LETTRE D'ENGAGEMENT", "Entreprise : SASU", "Notre entreprise est en conformité avec le référentiel ENR.", "", "Fait à Lyon, le 3 janvier 2017"})}, label);
    EXPECT_EQ(text_of(read, "company_name"), "");
}

TEST(CommitmentLetter, ADateWrittenOverTheFormsDotsIsADate) {
    const auto read = extract("commitment_letter", {page_of(model("Claire Martin", conformity, "Fait à Nantes, le ..... 04.02.2017"))}, label);
    EXPECT_EQ(text_of(read, "signed_on"), "2017-02-04");
    EXPECT_FALSE(finding_of(read, "undated"));
}

TEST(CommitmentLetter, TheSeatOfTheModelIsTheCompanysAddress) {
    EXPECT_EQ(text_of(extract("commitment_letter", {page_of(model("Claire Martin", conformity, "Fait à Nantes, le 3 janvier 2017"))}, label), "address"), "12 rue des Lilas, 44000 Nantes");
}

TEST(CommitmentLetter, ANoisyArticleBeforeTheDateOfAPlaceIsStillOne) {
    const auto dated = [](const std::string& line) { return text_of(extract("commitment_letter", {page_of({line, "", conformity, "", "Claire Martin", "Gérante"})}, label), "signed_on"); };
    EXPECT_EQ(dated("Bordeaux, te 2 septembre 2017"), "2017-09-02");
    EXPECT_EQ(dated("Bordeaux, lc 2 septembre 2017"), "2017-09-02");
    EXPECT_EQ(dated("Bordeaux, du 2 septembre 2017"), "");
    EXPECT_EQ(dated("décret te 2 septembre 2017"), "");
}

TEST(CommitmentLetter, ItsTitleIsNoStatement) {
    const auto letter = [](const std::string& body) {
        return extract("commitment_letter", {page_of({"Engagement de la Direction à respecter le référentiel ENR", "", "Je soussignée, Valérie Santoni,", body, "", "Fait à Poitiers, le 1er janvier 2018", "Signature :"})}, label);
    };
    EXPECT_FALSE(finding_of(letter("souhaite présenter l'entreprise au label."), "statement_of_conformity"));
    EXPECT_TRUE(finding_of(letter("déclare que l'entreprise respecte le référentiel."), "statement_of_conformity"));
}

}  // namespace
}  // namespace paraphe::extractors
