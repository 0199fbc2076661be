#include "formats/address.hpp"
#include "formats/company_name.hpp"
#include "formats/legal_form.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace paraphe {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::string form(const char* printed) {
    const auto found = find_legal_forms(fold(printed));
    return found.empty() ? "" : found[0].value.name;
}

TEST(FindLegalForms, ReadsThemShortDottedAndWrittenOut) {
    EXPECT_EQ(form("Société à responsabilité limitée"), "SARL");
    EXPECT_EQ(form("Société à responsabilité limitée (Société à associé unique)"), "EURL");
    EXPECT_EQ(form("SARL (Société à associé unique)"), "EURL");
    EXPECT_EQ(form("Société par actions simplifiée à associé unique"), "SASU");
    EXPECT_EQ(form("Société par actions simplifiée"), "SAS");
    EXPECT_EQ(form("Société anonyme à conseil d'administration"), "SA");
    EXPECT_EQ(form("S.A.R.L. au capital de 7 500 €"), "SARL");
    EXPECT_EQ(form("S.A. à directoire"), "SA");
    EXPECT_EQ(form("ALPHA SAS"), "SAS");
    EXPECT_EQ(form("Société coopérative de production"), "SCOP");
    EXPECT_EQ(form("Association loi 1901"), "ASSOCIATION");
    EXPECT_EQ(form("L'ENTREPRISE DU SASUKE"), "");
}

TEST(FindLegalForms, HardlyBelievesThePossessive) { EXPECT_LE(find_legal_forms("A JOUR DE SA COTISATION").at(0).confidence, 0.5); }

TEST(SameFamily, NeverSetsASoleOwnersFormAgainstThePlainOne) {
    EXPECT_TRUE(same_family("EURL", "Société à responsabilité limitée"));
    EXPECT_TRUE(same_family("SASU", "SAS"));
    EXPECT_TRUE(same_family("SCOP", "SARL"));
    EXPECT_TRUE(same_family("", "SAS"));
    EXPECT_FALSE(same_family("SARL", "SAS"));
}

struct PersonCase {
    const char *a, *b;
};
class SamePeople : public ::testing::TestWithParam<PersonCase> {};
TEST_P(SamePeople, AreRecognised) {
    EXPECT_GE(same_person(GetParam().a, GetParam().b), 0.8) << GetParam().a << " / " << GetParam().b;
    EXPECT_GE(same_person(GetParam().b, GetParam().a), 0.8) << GetParam().b << " / " << GetParam().a;
}
INSTANTIATE_TEST_SUITE_P(HoweverPrinted, SamePeople, ::testing::Values(
    PersonCase{"DUPONT Jean Pierre Marie", "M. Jean Dupont"}, PersonCase{"DUPONT Jean Pierre Marie", "Pierre DUPONT"}, PersonCase{"Mme Hélène Lefèvre", "LEFEVRE Helene"},
    PersonCase{"J. DUPONT", "Jean Dupont"}, PersonCase{"J.-P. Dupont", "Jean-Pierre DUPONT"}, PersonCase{"MARTIN Claire née DURAND", "Claire DURAND"},
    PersonCase{"DURAND Claire épouse MARTIN", "Claire Martin"}, PersonCase{"Jean DUPOND", "DUPONT Jean"}, PersonCase{"Marie de la Tour", "DE LA TOUR Marie"},
    PersonCase{"Jean-Marc Lefebvre", "LEFEBVRE Jean Marc"}, PersonCase{"Monsieur Karim BENALI, Gérant", "BENALI Karim"}));

class OtherPeople : public ::testing::TestWithParam<PersonCase> {};
TEST_P(OtherPeople, AreToldApart) { EXPECT_LE(same_person(GetParam().a, GetParam().b), 0.5) << GetParam().a << " / " << GetParam().b; }
INSTANTIATE_TEST_SUITE_P(HoweverAlike, OtherPeople, ::testing::Values(
    PersonCase{"Jean DUPONT", "Marie DUPONT"}, PersonCase{"Jean Pierre MARTIN", "Jean Pierre DURAND"}, PersonCase{"Jean DUPONT", "Paul MARTIN"}, PersonCase{"", "Jean DUPONT"},
    PersonCase{"Jean Martin", "Jean Moulin"}));

TEST(SamePerson, IsUnsureOfASurnameAlone) {
    EXPECT_GT(same_person("M. DUPONT", "Jean DUPONT"), 0.4);
    EXPECT_LT(same_person("M. DUPONT", "Jean DUPONT"), 0.8);
}

TEST(SamePerson, LettersThatRunTogetherInPrintAreTheirLikeness) {
    EXPECT_GE(same_person("Philippe Amaud", "Philippe ARNAUD"), 0.8);
    EXPECT_LT(same_person("Philippe Amand", "Philippe ARNAUD"), 0.8);
}

TEST(FindRoles, PrefersTheLongerTitle) {
    const auto roles = find_roles("EN QUALITE DE PRESIDENT DIRECTEUR GENERAL");
    ASSERT_EQ(roles.size(), 1u);
    EXPECT_EQ(roles[0].value, "PRESIDENT DIRECTEUR GENERAL");
    EXPECT_THAT(find_roles("LES GARANTIES"), IsEmpty());
}

TEST(Initials, HideANameAndKeepIt) {
    EXPECT_EQ(initials("Jean-Pierre DUPONT"), "J.-P. D.");
    EXPECT_EQ(initials("Mme Claire Martin"), "C. M.");
}

TEST(CompanyLikeness, KnowsACompanyUnderEveryPrint) {
    EXPECT_EQ(company_likeness("ALPHA NUMÉRIQUE SAS", "Alpha Numérique"), 1);
    EXPECT_GE(company_likeness("S.A.R.L. Alienor.net", "ALIENOR NET"), 0.97);
    EXPECT_GE(company_likeness("Société Alpha Numérique", "ALPHA NUMERIQVE"), 0.85);
    EXPECT_GE(company_likeness("Groupe Emakina France", "EMAKINA"), 0.85);
    EXPECT_GE(company_likeness("Emakina Limoges", "EMAKINA"), 0.85);
    EXPECT_GE(company_likeness("Solutions Informatiques du Sud", "SIS"), 0.75);
}

TEST(CompanyLikeness, TellsStrangersApart) {
    EXPECT_LT(company_likeness("ALPHA NUMERIQUE", "BETA NUMERIQUE"), 0.75);
    EXPECT_LT(company_likeness("ALPHA NUMERIQUE", "GAMMA CONSEIL"), 0.5);
    EXPECT_LT(company_likeness("INFORMATIQUE", "DUPONT INFORMATIQUE"), 0.85);
    EXPECT_EQ(company_likeness("", "ALPHA"), 0);
}

TEST(LooksLikeCompany, SeesAHoldingBehindACivility) {
    EXPECT_TRUE(looks_like_company("MM Invest"));
    EXPECT_TRUE(looks_like_company("DUPONT HOLDING"));
    EXPECT_TRUE(looks_like_company("ALPHA SAS"));
    EXPECT_FALSE(looks_like_company("Jean DUPONT"));
}

TEST(WithoutForm, CutsTheFormAndWhatFollows) {
    EXPECT_EQ(without_form("ALPHA SAS au capital de 10 000 €"), "ALPHA");
    EXPECT_EQ(without_form("SARL ALPHA"), "ALPHA");
    EXPECT_EQ(without_form("Alpha Conseil"), "Alpha Conseil");
}

TEST(FindPostcodes, ReadsPostcodeAndTown) {
    const auto found = find_postcodes(fold("12 rue des Lilas 69002 Lyon"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].value.postcode, "69002");
    EXPECT_EQ(found[0].value.city, "LYON");
    const auto cedex = find_postcodes(fold("92727 Nanterre Cedex"));
    ASSERT_EQ(cedex.size(), 1u);
    EXPECT_TRUE(cedex[0].value.cedex);
    EXPECT_EQ(cedex[0].value.city, "NANTERRE");
    EXPECT_THAT(find_postcodes("99999 NULLE PART"), IsEmpty());
    EXPECT_EQ(find_postcodes("20000 AJACCIO").size(), 1u);
    EXPECT_EQ(find_postcodes("97400 SAINT-DENIS").size(), 1u);
}

TEST(SameAddress, OpensAbbreviations) {
    const auto address = [](const char* printed) { return parse_address(fold(printed)); };
    EXPECT_GE(same_address(address("12 bis bd St Michel, 69002 Lyon"), address("12 BIS BOULEVARD SAINT MICHEL\n69002 LYON")), 0.95);
    EXPECT_LE(same_address(address("12 rue des Lilas 69002 Lyon"), address("3 avenue Foch 33000 Bordeaux")), 0.2);
    EXPECT_EQ(address("12 bis rue des Lilas\n69002 Lyon").number, "12 BIS");
    EXPECT_EQ(address("12 bis rue des Lilas\n69002 Lyon").street, "RUE DES LILAS");
}

TEST(IsStreet, KnowsAStreetsLineFromAName) {
    for (const char* street : {"RUE LOUIS PASTEUR", "12 BIS AVENUE FOCH", "3, ALLEE DES TILLEULS"}) EXPECT_TRUE(is_street(street)) << street;
    for (const char* name : {"PLACE NUMERIQUE", "RUELLE CONSEIL", "ALPHA RUE SAINT-JEAN", "RUE"}) EXPECT_FALSE(is_street(name)) << name;
}

TEST(SignaturesInLetters, AreNamesSurnamesAndInitialsWithASurname) {
    EXPECT_THAT(signatures_in_letters("GARNIER Samira, Louise"), IsSupersetOf({"SAMIRA GARNIER", "GARNIER", "S GARNIER", "GARNIER S"}));
    EXPECT_THAT(signatures_in_letters("Jean Rey"), Not(Contains("REY"))) << "too short to tell";
}

TEST(OrdersOfName, GoRound) {
    EXPECT_EQ(orders_of_name("M. Jean-Marc Rey"), (std::vector<std::string>{"JEAN-MARC REY", "REY JEAN-MARC"}));
    EXPECT_TRUE(orders_of_name("").empty());
}

TEST(OrdersOfName, HoldThoseAPersonSignsWith) {
    EXPECT_THAT(orders_of_name("LE GOFF Céline née GIRARD"), IsSupersetOf({"CELINE LE GOFF", "CELINE GIRARD", "LE GOFF CELINE"}));
    EXPECT_THAT(orders_of_name("GIRARD Céline épouse LE GOFF"), IsSupersetOf({"CELINE LE GOFF", "CELINE GIRARD"}));
    EXPECT_THAT(orders_of_name("PONS Karim, Jean"), Contains("KARIM PONS"));
    EXPECT_THAT(orders_of_name("Jean Marc Rey"), Not(Contains("JEAN MARC")));
}

}  // namespace
}  // namespace paraphe
