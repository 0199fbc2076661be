#include "written_page.hpp"

#include <gmock/gmock.h>

namespace paraphe::extractors {
namespace {

void heads(PageReading& page, double y) {
    write(page, 0.05, y, "N°"), write(page, 0.10, y, "NOM et prénoms"), write(page, 0.36, y, "Né(e) le"), write(page, 0.50, y, "Emploi"), write(page, 0.74, y, "Entrée"), write(page, 0.87, y, "Sortie");
}

void person(PageReading& page, double y, const std::string& number, const std::string& name, const std::string& birth, const std::string& job, const std::string& entered, const std::string& left = "") {
    write(page, 0.05, y, number), write(page, 0.10, y, name), write(page, 0.36, y, birth), write(page, 0.50, y, job), write(page, 0.74, y, entered);
    if (!left.empty()) write(page, 0.87, y, left);
}

PageReading register_page() {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.05, 0.09, "Alpha Numérique - 12 rue des Lilas, 44000 Nantes - SIREN : 732 829 320");
    heads(page, 0.14);
    person(page, 0.17, "1", "DUPONT Marie", "27/06/1970", "Comptable", "03/09/2013");
    person(page, 0.20, "2", "LE GOFF Paul", "01/02/1985", "Ingénieur systèmes", "15/10/2014", "26/08/2016");
    person(page, 0.23, "3", "MARTIN Zoé", "09/11/1990", "Graphiste", "01/11/2015");
    write(page, 0.05, 0.27, "Mis à jour le 27 janvier 2017");
    return page;
}

const std::vector<StaffRow>& rows_of(const Extraction& read) {
    static const std::vector<StaffRow> none;
    const Field* field = field_of(read, "rows");
    return field ? std::get<std::vector<StaffRow>>(field->chosen.value) : none;
}

TEST(StaffRegister, RowsAreReadFromAnUnruledTable) {
    const auto read = extract("staff_register", {register_page()});
    const auto& rows = rows_of(read);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].job, "Comptable");
    EXPECT_EQ(rows[0].entered, "2013-09-03");
    EXPECT_EQ(rows[0].left, "");
    EXPECT_EQ(rows[1].left, "2016-08-26");
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "issued_on"), "2017-01-27");
}

TEST(StaffRegister, NoNameLeavesThePageAndNoBirthIsAnEntry) {
    const auto read = extract("staff_register", {register_page()});
    for (const auto& row : rows_of(read)) {
        EXPECT_LE(row.initials.size(), 12u);
        EXPECT_EQ(row.initials.find("DUPONT"), std::string::npos);
        EXPECT_GE(row.entered, "2013");
    }
}

TEST(StaffRegister, ALawThatIsCitedIsNoCompany) {
    for (const char* law : {"(articles L.1221-13 et D.1221-23 et suivants du Code du travail)", "Carticies L.1224-13 et D,1221-23", "art. R 1221-26"}) {
        PageReading page = blank_page();
        write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
        write(page, 0.38, 0.08, law);
        write(page, 0.05, 0.11, "Entreprise :");
        heads(page, 0.14);
        person(page, 0.17, "1", "DUPONT Marie", "27/06/1970", "Comptable", "03/09/2013");
        EXPECT_EQ(text_of(extract("staff_register", {page}), "company_name"), "") << law;
    }
}

TEST(StaffRegister, APageWithoutHeadsGoesOnWithTheColumnsOfTheFirst) {
    PageReading second = blank_page();
    second.number = 2;
    person(second, 0.08, "4", "ROUX Jean", "01/01/1980", "Technicien", "02/05/2016");
    person(second, 0.11, "5", "PONS Anne", "01/01/1981", "Commerciale", "03/05/2016");
    EXPECT_EQ(rows_of(extract("staff_register", {register_page(), second})).size(), 5u);
}

TEST(StaffRegister, RowsAreReadThoughTheirHeadsWereNot) {
    PageReading page = blank_page(TextSource::ocr);
    write(page, 0.05, 0.17, "1 DUPONT Marie 27/06/1970 Comptable 03/09/2013", 0.95);
    write(page, 0.05, 0.20, "2 LE GOFF Paul 01/02/1985 Ingénieur 15/10/2014 26/08/2016", 0.95);
    write(page, 0.05, 0.23, "3 MARTIN Zoé 09/11/1990 Graphiste 01/11/2015", 0.95);
    const auto read = extract("staff_register", {page});
    const auto& rows = rows_of(read);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].entered, "2014-10-15");
    EXPECT_EQ(rows[1].left, "2016-08-26");
}

TEST(StaffRegister, AnEmptyModelIsSaidToBeEmpty) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    heads(page, 0.14);
    EXPECT_TRUE(finding_of(extract("staff_register", {page}), "empty_model"));
}

TEST(StaffRegister, ANotebookFilledInByHandIsNotEmptyAndNotTranscribed) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    heads(page, 0.14);
    for (int row = 0; row < 4; ++row) page.marks.push_back({MarkKind::handwriting, {0.1, 0.18 + 0.04 * row, 0.2, 0.03}, 0.9, false, false, "", ""});
    const auto read = extract("staff_register", {page});
    EXPECT_TRUE(finding_of(read, "handwritten"));
    EXPECT_FALSE(finding_of(read, "empty_model"));
    EXPECT_FALSE(field_of(read, "rows"));
}

TEST(StaffRegister, AMissingColumnIsNamed) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.10, 0.14, "NOM et prénoms"), write(page, 0.36, 0.14, "Nationalité"), write(page, 0.55, 0.14, "Sexe"), write(page, 0.74, 0.14, "Date d'entrée");
    write(page, 0.10, 0.17, "DUPONT Marie"), write(page, 0.36, 0.17, "Française"), write(page, 0.74, 0.17, "03/09/2013");
    const auto read = extract("staff_register", {page});
    ASSERT_TRUE(finding_of(read, "columns_missing"));
    EXPECT_EQ(finding_of(read, "columns_missing")->text, "emploi");
}

TEST(StaffRegister, SocialSecurityNumbersAreFoundAndNotKept) {
    PageReading page = register_page();
    write(page, 0.05, 0.30, "2 90 02 15 684 534 59");
    const auto read = extract("staff_register", {page});
    ASSERT_TRUE(finding_of(read, "nir_printed"));
    EXPECT_EQ(finding_of(read, "nir_printed")->text, "");
    EXPECT_FALSE(finding_of(extract("staff_register", {register_page()}), "nir_printed"));
}

TEST(StaffRegister, ThirteenDigitsWithoutAKeyAreOnlyLikeASocialSecurityNumber) {
    PageReading page = register_page();
    write(page, 0.05, 0.30, "2 90 02 15 684 534");
    const auto read = extract("staff_register", {page});
    EXPECT_FALSE(finding_of(read, "nir_printed"));
    ASSERT_TRUE(finding_of(read, "nir_without_key"));
    EXPECT_EQ(finding_of(read, "nir_without_key")->text, "");
}

TEST(StaffRegister, ARowsNumberAndTwoDatesAreNoSocialSecurityNumber) {
    PageReading page = register_page();
    write(page, 0.05, 0.30, "1 15.03.2012 31.12.2016");
    EXPECT_FALSE(finding_of(extract("staff_register", {page}), "nir_printed"));
}

TEST(StaffRegister, RowsWithoutDatesAreCounted) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.10, 0.14, "NOM et prénoms"), write(page, 0.40, 0.14, "Nationalité"), write(page, 0.60, 0.14, "Emploi");
    write(page, 0.10, 0.17, "DUPONT Marie"), write(page, 0.40, 0.17, "Française"), write(page, 0.60, 0.17, "Comptable");
    write(page, 0.10, 0.20, "MARTIN Zoé"), write(page, 0.40, 0.20, "Française"), write(page, 0.60, 0.20, "Graphiste");
    const auto read = extract("staff_register", {page});
    ASSERT_TRUE(field_of(read, "employee_count"));
    EXPECT_EQ(std::get<double>(field_of(read, "employee_count")->chosen.value), 2);
}

TEST(StaffRegister, AHeadOfTheTableIsNoEmployer) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.05, 0.09, "Employeur"), write(page, 0.10, 0.11, "NOM");
    heads(page, 0.14);
    person(page, 0.17, "1", "DUPONT Marie", "27/06/1970", "Comptable", "03/09/2013");
    EXPECT_EQ(text_of(extract("staff_register", {page}), "company_name"), "");
}

TEST(StaffRegister, ScrapsOnAFormsEmptyLinesMayBeNoRows) {
    PageReading page = blank_page();
    write(page, 0.35, 0.05, "REGISTRE UNIQUE DU PERSONNEL");
    write(page, 0.10, 0.14, "NOM et prénoms"), write(page, 0.40, 0.14, "Emploi"), write(page, 0.74, 0.14, "Date d'entrée");
    const auto rows_from = page.words.size();
    write(page, 0.10, 0.17, "Ee oe"), write(page, 0.40, 0.17, "Ame"), write(page, 0.10, 0.20, "Sr nel"), write(page, 0.40, 0.20, "Poet");
    EXPECT_FALSE(finding_of(extract("staff_register", {page}), "empty_model"));
    for (auto i = rows_from; i < page.words.size(); ++i) page.words[i].confidence = 0.2;
    EXPECT_TRUE(finding_of(extract("staff_register", {page}), "empty_model"));
}

}  // namespace
}  // namespace paraphe::extractors
