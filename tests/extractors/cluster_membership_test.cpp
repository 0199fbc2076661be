#include "written_page.hpp"

#include <gtest/gtest.h>

namespace paraphe::extractors {
namespace {

const Expectations expected = [] {
    Expectations made;
    made.clusters = {{"Numélink", {"Loire Numérique"}}, {"SPN", {}}};
    return made;
}();

Extraction read_lines(const std::vector<std::string>& lines) {
    return extract("cluster_membership", {page_of(lines)}, expected);
}

std::optional<bool> paid(const Extraction& read) {
    const Field* field = field_of(read, "paid");
    return field ? std::optional(std::get<bool>(field->chosen.value)) : std::nullopt;
}

TEST(ClusterMembership, ACertificateGivesMemberClusterYearAndPayment) {
    const auto read = read_lines({"Numélink", "Attestation d'adhésion", "Je soussignée, Claire Morel, Présidente de l'association Numélink, atteste que la société", "Alpha Numérique, 12 rue des Lilas, 42000 Saint-Étienne, est adhérente au titre de l'année 2017.",
                                  "Elle est à jour de sa cotisation, soit 350,00 €.", "Fait à Saint-Étienne, le 12 janvier 2017"});
    EXPECT_EQ(text_of(read, "cluster"), "Numélink");
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
    EXPECT_EQ(std::get<double>(field_of(read, "year")->chosen.value), 2017);
    EXPECT_EQ(std::get<double>(field_of(read, "amount")->chosen.value), 350);
    EXPECT_EQ(paid(read), true);
    EXPECT_EQ(text_of(read, "issued_on"), "2017-01-12");
    EXPECT_EQ(text_of(read, "signatory"), "Claire Morel");
}

TEST(ClusterMembership, TheNamesOfOneClusterAreNoRivals) {
    const auto read = read_lines({"Loire Numérique", "Attestation d'adhésion", "", "", "", "", "", "", "", "Je soussignée, Claire Morel, Présidente de l'association Numélink, atteste que la société Alpha est adhérente."});
    ASSERT_TRUE(field_of(read, "cluster"));
    EXPECT_EQ(text_of(read, "cluster"), "Numélink");
    EXPECT_GT(field_of(read, "cluster")->chosen.confidence, 0.9);
}

TEST(ClusterMembership, ANameBrokenOverTwoLinesIsOneName) {
    const auto read = read_lines({"SPN", "Je soussigné, Paul Martin, délégué général, atteste que la société Équinoxe", "Technologies, 12 rue des Lilas, 17000 La Rochelle, est adhérente pour l'année 2017."});
    EXPECT_EQ(text_of(read, "company_name"), "Équinoxe Technologies");
}

TEST(ClusterMembership, WhatTheMemberIsCalledBeforeAColonIsNoPartOfItsName) {
    const auto read = read_lines({"SPN  Reçu n° 694", "", "REÇU DE COTISATION", "", "Reçu de l'entreprise adhérente : Rivage Data", "Adresse : 83 rue Ampère, 44000 Nantes", "Montant : 600,00 €"});
    EXPECT_EQ(text_of(read, "company_name"), "Rivage Data");
}

TEST(ClusterMembership, ACallForFeesIsNoPayment) {
    EXPECT_EQ(paid(read_lines({"SPN", "Appel de cotisation 2017", "Facturé à : Alpha Numérique", "Montant : 350,00 €, à régler avant le 31 mars 2017"})), false);
}

TEST(ClusterMembership, WithoutAWordOfPaymentNothingIsSaid) {
    EXPECT_EQ(paid(read_lines({"SPN", "Alpha Numérique fait partie du réseau."})), std::nullopt);
}

TEST(ClusterMembership, ADenialIsNotReadAsPayment) {
    EXPECT_EQ(paid(read_lines({"SPN", "La société Alpha n'est pas à jour de sa cotisation 2017."})), false);
    EXPECT_EQ(paid(read_lines({"SPN", "Sa cotisation annuelle n'a pas été réglée à ce jour."})), false);
    EXPECT_EQ(paid(read_lines({"SPN", "Sa cotisation annuelle, d'un montant de 420,00 euros, a été réglée en totalité le 12/01/2017."})), true);
    EXPECT_EQ(paid(read_lines({"SPN", "La cotisation doit être réglée en totalité avant le 31 mars 2017."})), false) << "asked for, not received";
}

TEST(ClusterMembership, ABlankToBeFilledByHandNamesNobody) {
    const auto read = read_lines({"Reçu de cotisation - 2017", "Reçu de la société : ................................", "Adresse : ..............................."});
    EXPECT_EQ(text_of(read, "company_name"), "");
}

TEST(ClusterMembership, TheClusterOfASentenceIsNoMember) {
    const auto read = read_lines({"SPN", "L'adhésion de notre cluster est annuelle.", "Nous attestons que la société Alpha Numérique, 12 rue des Lilas, est membre adhérent", "de notre cluster au titre de l'année 2017."});
    EXPECT_EQ(text_of(read, "company_name"), "Alpha Numérique");
}

TEST(ClusterMembership, TheWordClusterIsNoClustersName) {
    Expectations list;
    list.clusters = {{"Clust'R Numérique", {"Clust'R"}}};
    const auto unnamed = extract("cluster_membership", {page_of({"ATTESTATION D'ADHÉSION", "Le cluster atteste que la société Alpha Conseil est à jour de sa cotisation 2017."})}, list);
    EXPECT_NE(text_of(unnamed, "cluster"), "Clust'R");
    const auto named = extract("cluster_membership", {page_of({"CLUST'R", "ATTESTATION D'ADHÉSION", "Nous attestons que la société Alpha Conseil est à jour de sa cotisation 2017."})}, list);
    EXPECT_EQ(text_of(named, "cluster"), "Clust'R");
}

}  // namespace
}  // namespace paraphe::extractors
