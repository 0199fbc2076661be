#include "written_page.hpp"

#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

std::vector<std::string> certificate(const std::string& period) {
    return {"Attestation d'assurance responsabilité civile", "", "Nous soussignés, Exemple Assurances Mutuelles, dont le siège social est situé 1 rue du Port, Le Mans,", "attestons que la société Alpha Numérique, 12 rue des Lilas, 44000 Nantes, SIREN 732 829 320,",
            "est titulaire du contrat d'assurance n° HA RCP0736041 garantissant la Responsabilité Civile Professionnelle.", period, "Fait à Lyon, le 4 janvier 2017", "Pour l'assureur", "", "",
            "Exemple Assurances Mutuelles - 404 833 048 R.C.S. Le Mans - Entreprise régie par le code des assurances"};
}

TEST(LiabilityInsurance, EachEndOfAPeriodOverTwoLinesStandsInItsOwnPlace) {
    const auto read = extract("liability_insurance", {page_of({"Attestation d'assurance responsabilité civile", "Assuré : Alpha Numérique, SIREN 732 829 320", "Période de garantie : du 01/01/2017", "au 31/12/2017"})});
    const auto *from = field_of(read, "valid_from"), *to = field_of(read, "valid_to");
    ASSERT_TRUE(from && to);
    EXPECT_EQ(text_of(read, "valid_to"), "2017-12-31");
    EXPECT_GT(to->chosen.place.box.y, from->chosen.place.box.bottom());
}

TEST(LiabilityInsurance, TheInsuredIsNotTheInsurer) {
    const auto read = extract("liability_insurance", {page_of(certificate("Valable du 1er janvier 2017 au 31 décembre 2017 inclus."))});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(text_of(read, "siren"), "732829320");
    EXPECT_EQ(text_of(read, "insurer"), "Exemple Assurances Mutuelles");
    EXPECT_EQ(text_of(read, "policy_number"), "HA RCP0736041");
    EXPECT_EQ(text_of(read, "issued_on"), "2017-01-04");
}

TEST(LiabilityInsurance, PeriodsAreReadInTheirSeveralForms) {
    for (const std::string period : {"Valable du 1er janvier 2017 au 31 décembre 2017 inclus.", "Période d'assurance : 01/01/2017 - 31/12/2017.", "Cette attestation est valable pour l'année 2017."}) {
        const auto read = extract("liability_insurance", {page_of(certificate(period))});
        EXPECT_EQ(text_of(read, "valid_from"), "2017-01-01") << period;
        EXPECT_EQ(text_of(read, "valid_to"), "2017-12-31") << period;
    }
}

TEST(LiabilityInsurance, HalfAPeriodIsNotSureEnoughToPass) {
    const auto read = extract("liability_insurance", {page_of(certificate("Garantie acquise à compter du 1er janvier 2016."))});
    EXPECT_EQ(text_of(read, "valid_to"), "");
    EXPECT_LT(sure_of(read, "valid_from"), 0.5);
}

TEST(LiabilityInsurance, TacitRenewalNeedsNoEnd) {
    const auto read = extract("liability_insurance", {page_of(certificate("Échéance principale au 1er janvier, tacite reconduction."))});
    EXPECT_TRUE(finding_of(read, "tacit_renewal"));
    EXPECT_EQ(text_of(read, "valid_to"), "");
}

TEST(LiabilityInsurance, ABrokersPaperWithoutAnInsurerSaysSo) {
    const auto read = extract("liability_insurance", {page_of({"ATTESTATION", "Cabinet Dupont, courtier en assurances - ORIAS n° 12345678", "Nous, soussignés Cabinet Dupont, certifions que la société :", "ALPHA NUMERIQUE", "est assurée en Responsabilité Civile du 01/01/2017 au 31/12/2017.", "Lyon, le 4 janvier 2017"})});
    EXPECT_TRUE(finding_of(read, "broker_without_insurer"));
    EXPECT_EQ(text_of(read, "company_name"), "ALPHA NUMERIQUE");
}

TEST(LiabilityInsurance, ABrokerWhoseNameIsLikeAnInsurersIsNone) {
    const auto read = extract("liability_insurance", {page_of({"MOREAU Assurances", "Cabinet de courtage - ORIAS n° 12345678", "ATTESTATION", "Nous, soussignés Cabinet Moreau, certifions que la société :", "ALPHA NUMERIQUE", "est assurée en Responsabilité Civile du 01/01/2017 au 31/12/2017."})});
    EXPECT_NE(text_of(read, "insurer"), "MOREAU Assurances");
    EXPECT_TRUE(finding_of(read, "broker_without_insurer"));
}

TEST(LiabilityInsurance, ConstructionCoverAloneIsNamed) {
    const auto read = extract("liability_insurance", {page_of({"Attestation d'assurance décennale", "L'assureur atteste que la société Alpha, 12 rue des Lilas, est assurée au titre de l'article 1792 du code civil", "du 01/01/2017 au 31/12/2017."})});
    ASSERT_TRUE(finding_of(read, "other_cover"));
    EXPECT_EQ(finding_of(read, "other_cover")->text, "décennale");
}

TEST(LiabilityInsurance, ThePlaceOfTheInsurersMarkIsUnderItsWords) {
    const auto read = extract("liability_insurance", {page_of(certificate("Valable du 1er janvier 2017 au 31 décembre 2017."))});
    ASSERT_FALSE(read.slots.empty());
    EXPECT_EQ(read.slots[0].purpose, "signature");
    EXPECT_EQ(read.slots[0].label, "Pour l'assureur");
}

TEST(LiabilityInsurance, WhereOnlyTheInsurersNumberIsPrintedTheInsuredHasNone) {
    const auto read = extract("liability_insurance", {page_of({"Attestation Responsabilité Civile", "", "Nous soussignés, Exemple Assurances, attestons que :", "SARL Alpha Numérique, 12 rue des Lilas, 44000 Nantes",
                                                               "est titulaire d'un contrat d'assurance N° 266 529 90 K garantissant la Responsabilité Civile.", "", "", "", "", "", "", "", "",
                                                               "Exemple Assurances - S.A. au capital de 732 829 320 € - 404 833 048 R.C.S. Paris - Entreprise régie par le Code des assurances"})});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(field_of(read, "siren"), nullptr);
}

TEST(LiabilityInsurance, TheRestOfASentenceNamesNobody) {
    const auto read = extract("liability_insurance", {page_of({"Attestation Responsabilité Civile", "Nous soussignés, Exemple Assurances, attestons", "que :", "", "SARL Alpha Numérique, 12 rue des Lilas, 44000 Nantes", "est titulaire d'un contrat d'assurance."})});
    EXPECT_NE(text_of(read, "company_name"), "que");
}

TEST(LiabilityInsurance, TheContractsNumberIsNobodysSiren) {
    const auto read = extract("liability_insurance", {page_of({"Attestation d'assurance responsabilité civile", "Exemple Assurances certifie que Alpha Numérique a souscrit le", "contrat n° 340101005 O 097 pour la période du 01/01/2018 au 31/12/2018.", "Assuré : Alpha Numérique", "75 quai des Arts", "76000 Rouen", "SIREN 732 829 320"})});
    EXPECT_EQ(text_of(read, "siren"), "732829320");
}

TEST(LiabilityInsurance, ANumberThatBeginsTheLineAfterItsContractIsTheContracts) {
    const auto read = extract("liability_insurance", {page_of({"Attestation d'assurance responsabilité civile", "Alpha Numérique, 12 rue des Lilas, 44000 Nantes", "est titulaire d'un contrat d'assurance « Responsabilité civile professionnelle » n°", "340101005 U 643 pour la période du 01/01/2018 au 31/12/2018."})});
    EXPECT_EQ(text_of(read, "siren"), "");
}

TEST(LiabilityInsurance, ACertificateThatSpeaksOfNoLiabilityIsOfAnotherCover) {
    const auto silent = [](const std::string& cover) {
        return finding_of(extract("liability_insurance", {page_of({"Attestation d'assurance", "Assuré : Alpha Numérique", "Produit : " + cover, "Période de garantie : du 01/01/2018 au 31/12/2018", "MMA IARD - 440 048 882 R.C.S. Le Mans"})}), "no_liability") != nullptr;
    };
    EXPECT_TRUE(silent("ses locaux et leur contenu contre l'incendie et le dégât des eaux"));
    for (const char* cover : {"Responsabilité civile exploitation", "Responsabiljté civlle", "RC Pro", "R.C. Professionnelle", "HA RCP0012345", "garantie RC"}) EXPECT_FALSE(silent(cover)) << cover;
}

TEST(LiabilityInsurance, TheAddressIsTheOneThatFollowsTheInsuredsName) {
    const auto address = [](const std::vector<std::string>& lines) { return text_of(extract("liability_insurance", {page_of(lines)}), "address"); };
    EXPECT_EQ(address({"Attestation d'assurance responsabilité civile", "certifions que la société Alpha Numérique, 12 rue des Lilas, 44000 Nantes,", "est titulaire d'un contrat"}), "12 rue des Lilas, 44000 Nantes");
    EXPECT_EQ(address({"Attestation d'assurance responsabilité civile", "Assuré : Alpha Numérique", "", "Fait à Lyon", "3 avenue Foch, 69002 Lyon"}), "") << "another block";
    EXPECT_EQ(address({"Attestation d'assurance responsabilité civile", "certifions que la société Alpha Numérique a souscrit auprès de la", "compagnie Exemple Assurances, 3 avenue Foch, 69002 Lyon, un contrat"}), "") << "the insurer's";
}

TEST(LiabilityInsurance, ADayAtTheHeadOfTheClosingLineIsTheDayOfIssue) {
    const auto read = extract("liability_insurance", {page_of({"Attestation d'assurance responsabilité civile", "Exemple Assurances certifie que Alpha Numérique a souscrit un contrat à effet du", "18/09/2012, échéance principale le 1er janvier, renouvelable par tacite reconduction.", "", "Le 15/02/2015, pour servir et valoir ce que de droit."})});
    EXPECT_EQ(text_of(read, "issued_on"), "2015-02-15");
    EXPECT_GT(sure_of(read, "issued_on"), 0.8);
}

TEST(LiabilityInsurance, ADayAtTheHeadOfASentenceIsNotTheDayOfIssue) {
    const auto read = extract("liability_insurance", {page_of({"Attestation d'assurance responsabilité civile", "Le 15/02/2015, la société Alpha Numérique a déclaré une nouvelle activité."})});
    EXPECT_EQ(text_of(read, "issued_on"), "");
}

}  // namespace
}  // namespace paraphe::extractors
