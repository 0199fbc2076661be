#include "written_page.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace paraphe::extractors {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

Rows head() {
    return {{"Greffe du Tribunal de Commerce de Nantes", ""}, {"Extrait Kbis", ""}, {"EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE", ""}, {"à jour au 6 novembre 2016", ""}};
}

Rows identity() {
    return {{"IDENTIFICATION DE LA PERSONNE MORALE", ""}, {"Immatriculation au RCS, numéro", "732 829 320 R.C.S. Nantes"}, {"Date d'immatriculation", "14/03/2009"}, {"Dénomination ou raison sociale", "ALPHA NUMERIQUE"},
            {"Sigle", "AN"}, {"Forme juridique", "Société par actions simplifiée"}, {"Capital social", "38 112,25 Euros"}, {"Adresse du siège", "12 rue des Lilas, 44000 Nantes"}};
}

Rows people() {
    return {{"GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES", ""}, {"Président", ""}, {"Nom, prénoms", "DUPONT Marie"}, {"Date et lieu de naissance", "Le 27/06/1970 à Brest"}};
}

PageReading page_with(Rows rows, const Rows& more = {}) {
    rows.insert(rows.end(), more.begin(), more.end());
    return columns_of(rows);
}

Rows joined(std::initializer_list<Rows> parts) {
    Rows all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

TEST(Kbis, ValuesArePairedWithTheirLabelsByGeometry) {
    const auto read = extract("kbis", {page_with(joined({head(), identity(), people()}))});
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "company_name"), "ALPHA NUMERIQUE");
    EXPECT_EQ(text_of(read, "legal_form"), "Société par actions simplifiée");
    EXPECT_EQ(text_of(read, "registry_city"), "Nantes");
    EXPECT_EQ(text_of(read, "registered_on"), "2009-03-14");
    EXPECT_EQ(text_of(read, "address"), "12 rue des Lilas, 44000 Nantes");
    ASSERT_TRUE(field_of(read, "capital"));
    EXPECT_EQ(std::get<double>(field_of(read, "capital")->chosen.value), 38112.25);
}

TEST(Kbis, TheStateOfTheRegisterIsItsDateAndNotTheDayOfPrinting) {
    PageReading page = page_with(joined({head(), identity()}));
    write(page, 0.08, 0.96, "R.C.S. Nantes - 13/11/2016 - 14:44:07 page 1/2");
    const auto read = extract("kbis", {page});
    EXPECT_EQ(text_of(read, "issued_on"), "2016-11-06");
    EXPECT_EQ(text_of(read, "printed_on"), "2016-11-13");
    ASSERT_TRUE(finding_of(read, "page_of"));
    EXPECT_EQ(finding_of(read, "page_of")->text, "1/2");
}

TEST(Kbis, OfAStateThatCannotBeReadTheDayOfPrintingHardlySpeaks) {
    auto rows = head();
    rows.back().first = "à jour au 6 nov";
    PageReading page = page_with(joined({rows, identity()}));
    write(page, 0.08, 0.96, "R.C.S. Nantes - 13/11/2016 - 14:44:07 page 1/1");
    const auto read = extract("kbis", {page});
    EXPECT_EQ(text_of(read, "issued_on"), "2016-11-13");
    EXPECT_LT(sure_of(read, "issued_on"), 0.7);
}

TEST(Kbis, WithoutAStateTheDayOfPrintingSpeaks) {
    PageReading page = page_with(identity());
    write(page, 0.08, 0.96, "R.C.S. Nantes - 13/11/2016 - 14:44:07 page 1/1");
    EXPECT_EQ(text_of(extract("kbis", {page}), "issued_on"), "2016-11-13");
}

TEST(Kbis, TheNumberOfAPresidingCompanyIsNotTheCompanys) {
    const Rows holding{{"GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES", ""}, {"Président", ""}, {"Dénomination", "BETA HOLDING"}, {"Immatriculation au RCS, numéro", "404 833 048 R.C.S. Paris"}};
    const auto read = extract("kbis", {page_with(joined({head(), identity(), holding}))});
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "company_name"), "ALPHA NUMERIQUE");
    const auto& people_read = std::get<std::vector<Representative>>(field_of(read, "representatives")->chosen.value);
    ASSERT_EQ(people_read.size(), 1u);
    EXPECT_EQ(people_read[0].name, "BETA HOLDING");
    EXPECT_TRUE(people_read[0].company);
}

TEST(Kbis, RepresentativesComeWithTheirRolesAndAuditorsAreNone) {
    const Rows auditor{{"Commissaire aux comptes titulaire", ""}, {"Nom, prénoms", "MARTIN Paul"}};
    const auto read = extract("kbis", {page_with(joined({head(), identity(), people(), auditor}))});
    const auto& people_read = std::get<std::vector<Representative>>(field_of(read, "representatives")->chosen.value);
    EXPECT_THAT(people_read, testing::ElementsAre(Representative{"DUPONT Marie", "Président", false}));
}

TEST(Kbis, TheAcronymIsKeptBesideTheName) {
    const auto read = extract("kbis", {page_with(joined({head(), identity()}))});
    const auto& others = field_of(read, "company_name")->others;
    EXPECT_TRUE(std::ranges::any_of(others, [](const Candidate& c) { return c.why == "acronym" && std::get<std::string>(c.value) == "AN"; }));
}

TEST(Kbis, ARemovalFromTheRegisterIsFoundWithItsDate) {
    const auto read = extract("kbis", {page_with(joined({head(), identity(), {{"Immatriculation radiée le", "03/10/2016"}}}))});
    ASSERT_TRUE(finding_of(read, "struck_off"));
    EXPECT_EQ(finding_of(read, "struck_off")->text, "2016-10-03");
}

TEST(Kbis, AProcedureOpenedAndClosedAgainIsClosed) {
    const Rows opened{{"OBSERVATIONS ET RENSEIGNEMENTS COMPLEMENTAIRES", ""}, {"- Mention n° 1 du 04/02/2012 : jugement d'ouverture de redressement judiciaire", ""}};
    const Rows closed{{"- Mention n° 2 du 07/06/2014 : clôture du redressement judiciaire", ""}};
    EXPECT_TRUE(finding_of(extract("kbis", {page_with(joined({head(), identity(), opened}))}), "procedure_open"));
    const auto after = extract("kbis", {page_with(joined({head(), identity(), opened, closed}))});
    EXPECT_FALSE(finding_of(after, "procedure_open"));
    EXPECT_TRUE(finding_of(after, "procedure_closed"));
}

TEST(Kbis, SavingDataIsNoSafeguardProcedure) {
    const auto read = extract("kbis", {page_with(joined({head(), identity(), {{"Activités principales", "Hébergement et sauvegarde de données"}}}))});
    EXPECT_FALSE(finding_of(read, "procedure_open"));
}

TEST(Kbis, AnOldLayoutWithColonsAndInlineRolesIsRead) {
    const auto read = extract("kbis", {page_of({"GREFFE DU TRIBUNAL DE COMMERCE DE LYON", "EXTRAIT K-BIS - IMMATRICULATION PRINCIPALE", "Extrait du 3 février 2017", "RENSEIGNEMENTS RELATIFS A LA PERSONNE MORALE",
                                               "Numéro d'identification : R.C.S. LYON 732 829 320 - N° de gestion 2001 B 02345", "Dénomination sociale : ALPHA NUMERIQUE", "Forme juridique : Société à responsabilité limitée",
                                               "Au capital de : 7 622,45 EUR", "Adresse du siège social : 12 rue des Lilas", "69002 Lyon", "Date d'immatriculation : 12 mai 2001", "ADMINISTRATION", "Gérant : Monsieur DUPONT Jean, né le 02/03/1960 à Lyon",
                                               "Commissaire aux comptes titulaire : CABINET MARTIN", "Pour extrait conforme", "Délivré à Lyon le 7 février 2017"})});
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "company_name"), "ALPHA NUMERIQUE");
    EXPECT_EQ(text_of(read, "registry_city"), "LYON");
    EXPECT_EQ(text_of(read, "issued_on"), "2017-02-03");
    EXPECT_EQ(text_of(read, "printed_on"), "2017-02-07");
    EXPECT_EQ(text_of(read, "registered_on"), "2001-05-12");
    EXPECT_EQ(text_of(read, "address"), "12 rue des Lilas, 69002 Lyon");
    const auto& people_read = std::get<std::vector<Representative>>(field_of(read, "representatives")->chosen.value);
    ASSERT_EQ(people_read.size(), 1u);
    EXPECT_EQ(people_read[0].name, "Monsieur DUPONT Jean");
    EXPECT_EQ(people_read[0].role, "Gérant");
}

TEST(Kbis, LabelsGluedToTheirValuesAreCutApart) {
    const auto read = extract("kbis", {page_of({"EXTRAIT KBIS", "à jour au 3 février 2017", "IDENTIFICATION DE LA PERSONNE MORALE", "Immatriculation au RCS, numéro732 829 320 R.C.S. Lyon", "Dénomination ou raison socialeALPHA NUMERIQUE", "Date d'immatriculation12/05/2001"})});
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "registered_on"), "2001-05-12");
}

TEST(Kbis, ASecondPageAloneIsSaidToBeWithoutItsFirst) {
    const auto read = extract("kbis", {columns_of({{"RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL", ""}, {"Date de commencement d'activité", "06/09/2009"}, {"FIN DE L'EXTRAIT", ""}})});
    EXPECT_TRUE(finding_of(read, "first_page_missing"));
    EXPECT_EQ(text_of(read, "registered_on"), "");
}

TEST(Kbis, TitlesBetweenDashesAreTitles) {
    Rows rows = joined({head(), identity(), people()});
    for (auto& [label, value] : rows) {
        if (label == "IDENTIFICATION DE LA PERSONNE MORALE") label = "--- IDENTIFICATION ----mommsmon";
        if (label.starts_with("GESTION, DIRECTION")) label = "--- DIRECTION, CONTROLE --------------";
    }
    const auto read = extract("kbis", {page_with(rows)});
    EXPECT_FALSE(finding_of(read, "first_page_missing"));
    const auto found = std::ranges::find(read.fields, "representatives", &Field::name);
    ASSERT_NE(found, read.fields.end());
    EXPECT_EQ(std::get<std::vector<Representative>>(found->chosen.value).front().name, "DUPONT Marie");
}

TEST(Kbis, ATornTitleIsATitle) {
    auto torn = people();
    torn.front().first = "GESTION, DIRECTION, ADMINIST CONTROLE, ASSOCIES OU MEMBRES";
    const auto read = extract("kbis", {page_with(joined({head(), identity(), torn}))});
    const auto* representatives = field_of(read, "representatives");
    ASSERT_NE(representatives, nullptr);
    EXPECT_EQ(std::get<std::vector<Representative>>(representatives->chosen.value).front().name, "DUPONT Marie");
}

struct Seen {
    MarkKind kind = MarkKind::handwriting;
    double y = 0.3, confidence = 0.2;   ///< of a mark there, so surely seen
    double word = 0.95;                 ///< how surely a word beside it is read
    double word_height = 0.015;
};

/// How many findings of handwriting in the body that makes.
std::ptrdiff_t handwriting_found(const Seen& seen) {
    auto page = page_with(joined({head(), identity(), people()}));
    page.source = TextSource::ocr;
    page.mean_confidence = 0.93;
    page.marks.push_back({seen.kind, {0.5, seen.y, 0.2, 0.02}, seen.confidence, false, false, "", ""});
    page.words.push_back({"Gambetta", {0.3, seen.y, 0.07, 0.012}, 0.95, 1000});
    page.words.push_back({"63000", {0.38, seen.y, 0.05, 0.012}, 0.95, 1000});
    page.words.push_back({"CHQUR-AQUVE", {0.45, seen.y, 0.1, seen.word_height}, seen.word, 1000});
    return std::ranges::count(extract("kbis", {page}).findings, "handwriting_in_body", &Finding::code);
}

TEST(Kbis, HandwritingInTheBodyIsFound) {
    EXPECT_EQ(handwriting_found({.confidence = 0.6}), 1);
    EXPECT_EQ(handwriting_found({.kind = MarkKind::stamp, .confidence = 0.9}), 0);
    EXPECT_EQ(handwriting_found({.y = 0.8, .confidence = 0.9, .word = 0.1}), 0) << "where the registrar signs";
}

TEST(Kbis, WhereAProgramDrewWordsNoHandWrote) {
    auto page = page_with(joined({head(), identity(), people()}));
    page.marks.push_back({MarkKind::handwriting, {0.5, 0.3, 0.2, 0.02}, 0.6, false, false, "", ""});
    page.words.push_back({"ACTIVITE", {0.5, 0.3, 0.18, 0.02}, 1, 1000});
    for (const auto source : {TextSource::layer, TextSource::ocr}) {
        page.source = source;
        EXPECT_EQ(std::ranges::count(extract("kbis", {page}).findings, "handwriting_in_body", &Finding::code), source == TextSource::ocr);
    }
}

TEST(Kbis, InkHardlySeenOnWordsReadWithoutADoubtIsTheirPrint) {
    const auto found = [](double ink, double word) {
        auto page = page_with(joined({head(), identity(), people()}));
        page.source = TextSource::ocr;
        page.marks.push_back({MarkKind::handwriting, {0.5, 0.3, 0.2, 0.02}, ink, false, false, "", ""});
        page.words.push_back({"ADMINISTRATION", {0.5, 0.3, 0.18, 0.02}, word, 1000});
        return finding_of(extract("kbis", {page}), "handwriting_in_body") != nullptr;
    };
    EXPECT_FALSE(found(0.35, 0.95));
    EXPECT_TRUE(found(0.35, 0.6));
    EXPECT_TRUE(found(0.7, 0.95));
}

TEST(Kbis, HandwritingHardlySeenIsFoundWhereItGarblesThePrint) {
    EXPECT_EQ(handwriting_found({.confidence = 0.12}), 0);
    EXPECT_EQ(handwriting_found({.confidence = 0.12, .word = 0.4}), 1);
    EXPECT_EQ(handwriting_found({.confidence = 0.01, .word = 0.4}), 0);
    EXPECT_EQ(handwriting_found({.confidence = 0.01, .word = 0.1}), 1) << "garbled words of a page that is read well";
    EXPECT_EQ(handwriting_found({.confidence = 0.01, .word = 0.1, .word_height = 0.004}), 0) << "a row of dashes";
}

}  // namespace
}  // namespace paraphe::extractors
