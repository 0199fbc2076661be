#include "written_page.hpp"

#include <gmock/gmock.h>

namespace paraphe::extractors {
namespace {

TEST(SoftwareLicence, AnInvoiceGivesBuyerMakerNumberAndDay) {
    PageReading page = blank_page();
    write(page, 0.08, 0.05, "Softway Distribution");
    write(page, 0.6, 0.05, "FACTURE DE LICENCES");
    write(page, 0.6, 0.08, "N° 184678 du 21/03/2017");
    write(page, 0.58, 0.12, "Facturé à :");
    write(page, 0.58, 0.14, "Alpha Numérique");
    write(page, 0.58, 0.16, "12 rue des Lilas");
    write(page, 0.58, 0.18, "44000 Nantes");
    write(page, 0.08, 0.26, "MIC-9431 Microsoft Office 365 Business Premium - abonnement 1 an");
    write(page, 0.08, 0.95, "Softway Distribution - 404 833 048 R.C.S. Paris");
    const auto read = extract("software_licence", {page});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(text_of(read, "vendor"), "Microsoft");
    EXPECT_EQ(text_of(read, "invoice_number"), "184678");
    EXPECT_EQ(text_of(read, "issued_on"), "2017-03-21");
    EXPECT_LT(sure_of(read, "siren"), 0.5) << "the seller's number is not the buyer's";
    EXPECT_THAT(std::get<std::vector<std::string>>(field_of(read, "products")->chosen.value), testing::Contains("Office 365 Business Premium"));
}

TEST(SoftwareLicence, TheHeadOfAnOwnListIsTheCompanys) {
    const auto read = extract("software_licence", {page_of({"Alpha Numérique", "12 rue des Lilas", "44000 Nantes", "", "Inventaire des logiciels et licences", "Alpha Numérique - situation au 4 janvier 2017", "Photoshop CC Adobe - propriétaire 4 Fact. 99668", "LibreOffice 5.2 MPL 2.0 logiciel libre"})});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(text_of(read, "issued_on"), "2017-01-04");
}

TEST(SoftwareLicence, TheHeadOfAColumnNamesNobody) {
    auto page = page_of({"Inventaire des licences détenues par l'entreprise", "Situation au 4 janvier 2017"});
    write(page, 0.08, 0.3, "Logiciel");
    write(page, 0.35, 0.3, "Éditeur ou vendeur");
    write(page, 0.62, 0.3, "Licence");
    write(page, 0.08, 0.33, "Photoshop CC");
    write(page, 0.35, 0.33, "Adobe");
    write(page, 0.62, 0.33, "abonnement jusqu'au 18/07/2020");
    const auto read = extract("software_licence", {page});
    EXPECT_EQ(text_of(read, "company_name"), "");
    EXPECT_THAT(std::get<std::vector<std::string>>(field_of(read, "products")->chosen.value), testing::Each(testing::Not(testing::HasSubstr("ou vendeur"))));
    EXPECT_EQ(text_of(read, "vendor"), "Adobe");
}

TEST(SoftwareLicence, ALicenceInEnglishNamesItsLicensee) {
    const auto read = extract("software_licence", {page_of({"License Certificate and Agreement", "Product: EBP Gestion Commerciale", "Licensee: Alpha.net", "Order date: 2016-08-07", "The Licensor grants you a non-exclusive license to install and use the Software."})});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha.net");
    EXPECT_EQ(text_of(read, "vendor"), "EBP");
    EXPECT_FALSE(finding_of(read, "eula_only"));
}

TEST(SoftwareLicence, TermsAloneProveNothing) {
    EXPECT_TRUE(finding_of(extract("software_licence", {page_of({"Contrat de licence utilisateur final", "Le présent contrat régit l'usage du logiciel."})}), "eula_only"));
}

TEST(SoftwareLicence, AQuotationIsSaidToBeOne) {
    EXPECT_TRUE(finding_of(extract("software_licence", {page_of({"DEVIS", "Licence Office 365 pour Alpha Numérique"})}), "quote_only"));
}

TEST(SoftwareLicence, PrivateAndEducationUseIsNoted) {
    EXPECT_TRUE(finding_of(extract("software_licence", {page_of({"Facture n° 4411", "Microsoft Office Famille et Étudiant"})}), "education_use"));
}

TEST(SoftwareLicence, AnEndIsNoBeginning) {
    const auto read = extract("software_licence", {page_of({"CERTIFICAT DE LICENCE", "Titulaire de la licence : Alpha Conseil", "PhpStorm : 15 postes", "Abonnement valable jusqu'au 31/01/2019."})});
    EXPECT_EQ(text_of(read, "valid_to"), "2019-01-31");
    EXPECT_EQ(text_of(read, "valid_from"), "");
}

TEST(SoftwareLicence, AnInventoryInOtherWordsIsTheCompanysOwnListAsWell) {
    const auto read = extract("software_licence", {page_of({"Alpha Numérique", "12 rue des Lilas", "44000 Nantes", "", "Relevé des abonnements et licences", "Au 4 janvier 2017", "Photoshop CC Adobe abonnement"})});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_GT(sure_of(read, "company_name"), 0.8);
}

}  // namespace
}  // namespace paraphe::extractors
