#include "formats/two_d_doc.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace paraphe {
namespace {

using namespace std::chrono;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// GS, RS and US as <, > and |, which no field holds.
std::string message(std::string text) {
    std::ranges::replace(text, '<', '\x1d');
    std::ranges::replace(text, '>', '\x1e');
    std::ranges::replace(text, '|', '\x1f');
    return text;
}

const std::string signature(103, 'A');
const std::string invoice = "DC04FR000001123F16360101FR";

std::vector<std::string> values(const TwoDDoc& doc) {
    std::vector<std::string> all;
    for (const auto& f : doc.fields) all.push_back(f.id + "=" + f.value);
    return all;
}

std::vector<std::string> values_of(const std::string& fields) {
    const auto doc = parse_two_d_doc(message(invoice + fields + "|" + signature));
    return doc ? values(*doc) : std::vector<std::string>{doc.error().detail};
}

// The examples that France Titres prints in its specification.
TEST(TwoDDocs, ReadTheSpecificationsInvoice) {
    const auto doc = parse_two_d_doc(message("DC03FR000001123F1636010126FR247500010MME/SPECIMEN/NATACHA<22145 AVENUE DES SPECIMENS<|FEDMPW5SO5BNZFYP7FIQUYZFV5H3OF6QERD"
                                             "MOBN7BZ4CC4KVJ4XWUH6EW3CSWILAGLN4XQE6AKHX6RNOI3OXVW6X3IKJASZGL62FBUQ"));
    ASSERT_TRUE(doc) << doc.error().detail;
    EXPECT_EQ(doc->version, 3);
    EXPECT_EQ(doc->authority, "FR00");
    EXPECT_EQ(doc->certificate, "0001");
    EXPECT_EQ(doc->issued_on, 2012y / October / 15);
    EXPECT_EQ(doc->signed_on, 2015y / July / 27);
    EXPECT_EQ(doc->type, "01");
    EXPECT_EQ(doc->perimeter, "01");
    EXPECT_EQ(doc->country, "");
    EXPECT_THAT(values(*doc), ElementsAre("10=MME/SPECIMEN/NATACHA"));
    EXPECT_TRUE(doc->whole);
}

TEST(TwoDDocs, ReadTheSpecificationsPaySlipWhoseFixedFieldsFollowOneAnother) {
    const auto doc = parse_two_d_doc(message("DC03FR00000112511636060110M/EXEMPLE/HENRY<5000000000000000510157,55200934,553123154124F5515032012581319,24<599894,3<|FCJYSMOD7KDZ"
                                             "ON5QGBKV355SCX2MDFOFU743UBYK2F3PR6D7EL6WRUUIRU5SQKYAY6OOO5NTPIDWJXSCV4X7VXBUHSUH2HVKY5GVXII"));
    ASSERT_TRUE(doc) << doc.error().detail;
    EXPECT_EQ(doc->type, "06");
    EXPECT_THAT(values(*doc), ElementsAre("10=M/EXEMPLE/HENRY", "50=00000000000000"));
    EXPECT_TRUE(doc->whole);
}

TEST(TwoDDocs, KeepNoAccountNumberNorWhoHoldsIt) {
    const auto doc = parse_two_d_doc(message("DC03FR000001FFFF1636030130M EXEMPLE HENRY ET MME SPECIMEN NATACHA<31FR7030002005500000157845Z02<32CRLYFRPP<|EQOSLUFV626SM4K7PTNO"
                                             "3PDT7IM736GLXXBJALK4MCSWJM3QIWQ7ASSCV5VNPS5HD2QZPVTCE76W5WG5MFFFJZWWOIDDLNVT2JX3HLI"));
    ASSERT_TRUE(doc) << doc.error().detail;
    EXPECT_FALSE(doc->issued_on);
    EXPECT_THAT(doc->fields, IsEmpty());
    EXPECT_TRUE(doc->whole);
}

TEST(TwoDDocs, KeepNoBirthNationalityOrTaxNumber) {
    const auto kept = values_of("62EXEMPLE<61HENRY<68M6912011970" "67FR" "6APARIS<" "401234567890123" "10ALPHA SAS<");
    EXPECT_THAT(kept, ElementsAre("10=ALPHA SAS"));
}

TEST(TwoDDocs, OfTheFourthVersionNameTheirCountry) {
    const auto doc = parse_two_d_doc(message("DC04FR000001FFFF23DC2801FR432,75<44227801234567845202146RETI PATRICK<4A310720224Y145 RUE JULLIARD/ZASPECIMEN/78320/LEVIS STNOM<"
                                             "4163198<47300112345678948RETISOPHIE<4907019877654324V3542<4W182<4X3724<|6W76EBC3I2LWHBVGNNYTL34SC6V32S2GDCIQQZLZNMTKCHNVEUISJYUQ"
                                             "H5WE3AJJICBNG3YMQ2NXXHP5ZHVOQE332R6TUJDHNOHQ6BI"));
    ASSERT_TRUE(doc) << doc.error().detail;
    EXPECT_EQ(doc->country, "FR");
    EXPECT_EQ(doc->signed_on, 2025y / February / 18);
    EXPECT_THAT(doc->fields, IsEmpty());
    EXPECT_FALSE(doc->whole);  // 4W: its length is not known here
}

struct FieldCase {
    const char* fields;
    std::vector<std::string> kept;
};

void PrintTo(const FieldCase& c, std::ostream* out) { *out << c.fields; }

class TwoDDocFields : public ::testing::TestWithParam<FieldCase> {};

TEST_P(TwoDDocFields, EndWhereTheirLengthOrASeparatorSays) { EXPECT_EQ(values_of(GetParam().fields), GetParam().kept); }

INSTANTIATE_TEST_SUITE_P(InEveryForm, TwoDDocFields, ::testing::Values(
    FieldCase{"", {}}, FieldCase{"10ALPHA", {"10=ALPHA"}}, FieldCase{"10ALPHA<", {"10=ALPHA"}}, FieldCase{"10<", {"10="}}, FieldCase{"10ALPHA  <", {"10=ALPHA"}},
    FieldCase{"10ALPHA<1D400,00<18F-17<", {"10=ALPHA", "1D=400,00", "18=F-17"}},
    FieldCase{"5M" "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL" "5073282932000074", {"5M=ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL", "50=73282932000074"}},
    FieldCase{"5M" "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL>5073282932000074", {"5M=ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL", "50=73282932000074"}},
    FieldCase{"2675", {}},                                                 // a country of two signs
    FieldCase{"10ALPHA<56200310BETA<", {"10=ALPHA"}},                      // a length in dispute: nothing after it is taken
    FieldCase{"10ALPHA<ZZ9910BETA<", {"10=ALPHA"}},                        // a field of another perimeter
    FieldCase{"10CAFÉ<", {}}));                                            // lengths count signs, not bytes

struct BrokenCase {
    std::string text;
    ErrorKind kind;
};

void PrintTo(const BrokenCase& c, std::ostream* out) { *out << c.text; }

class BrokenTwoDDocs : public ::testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenTwoDDocs, AreErrorsThatQuoteNothing) {
    const auto doc = parse_two_d_doc(message(GetParam().text));
    ASSERT_FALSE(doc);
    EXPECT_EQ(doc.error().kind, GetParam().kind);
    EXPECT_THAT(doc.error().detail, Not(HasSubstr("SECRET")));
}

INSTANTIATE_TEST_SUITE_P(EachInItsWay, BrokenTwoDDocs, ::testing::Values(
    BrokenCase{"", ErrorKind::unsupported}, BrokenCase{"DC", ErrorKind::unsupported}, BrokenCase{"https://controle.infogreffe.fr/SECRET", ErrorKind::unsupported},
    BrokenCase{"DC05" + invoice.substr(4) + "|" + signature, ErrorKind::unsupported}, BrokenCase{"DC00" + invoice.substr(4) + "|" + signature, ErrorKind::unsupported},
    BrokenCase{"DC04", ErrorKind::damaged}, BrokenCase{invoice.substr(0, 25), ErrorKind::damaged}, BrokenCase{invoice + "10SECRET<", ErrorKind::damaged},
    BrokenCase{invoice + "10SECRET<|", ErrorKind::damaged}, BrokenCase{invoice + "10SECRET<|" + signature.substr(1), ErrorKind::damaged},
    BrokenCase{invoice + "10SECRET<|" + std::string(103, '1'), ErrorKind::damaged}, BrokenCase{invoice + "5M SECRET\x07<|" + signature, ErrorKind::damaged},
    BrokenCase{"DC04FR000001SECR16360101FR|" + signature, ErrorKind::damaged}, BrokenCase{"DC04fr000001123F16360101FR|" + signature, ErrorKind::damaged},
    BrokenCase{invoice + "5073282932<|" + signature, ErrorKind::damaged}, BrokenCase{invoice + "507328|" + signature, ErrorKind::damaged},
    BrokenCase{invoice + "10SECRET<<|" + signature, ErrorKind::damaged}, BrokenCase{invoice + "1|" + signature, ErrorKind::damaged},
    BrokenCase{invoice + "31SECRET<|" + signature, ErrorKind::damaged}));

TEST(TwoDDocs, OfAnotherPerimeterAreReadAsFarAsTheirHeader) {
    const auto doc = parse_two_d_doc(message("DC04FR000001123F16360102FR10ALPHA<|" + signature));
    ASSERT_TRUE(doc);
    EXPECT_FALSE(doc->whole);
    EXPECT_THAT(doc->fields, IsEmpty());
}

TEST(TwoDDocs, TakeNothingFromTheAnnexThatNobodySigned) {
    const auto doc = parse_two_d_doc(message(invoice + "10ALPHA<|" + signature + "=<10BETA<"));
    ASSERT_TRUE(doc) << doc.error().detail;
    EXPECT_THAT(values(*doc), ElementsAre("10=ALPHA"));
    EXPECT_EQ(doc->signature, signature);
}

TEST(TwoDDocs, OfTheFirstVersionsHaveNoPerimeter) {
    const auto doc = parse_two_d_doc(message("DC02FR000001123F163601" "10ALPHA<|" + signature));
    ASSERT_TRUE(doc) << doc.error().detail;
    EXPECT_EQ(doc->perimeter, "01");
    EXPECT_THAT(values(*doc), ElementsAre("10=ALPHA"));
}

TEST(TwoDDocAmounts, HaveACommaOrAPoint) {
    EXPECT_EQ(two_d_doc_amount("1319,24"), 1319.24);
    EXPECT_EQ(two_d_doc_amount("400"), 400);
    EXPECT_EQ(two_d_doc_amount("-12.50"), -12.5);
    for (const char* none : {"", "-", ",", "400 EUR", "1,2,3", "1E9", "INF", "nan", "12345678901234567"}) EXPECT_FALSE(two_d_doc_amount(none)) << none;
}

RC_GTEST_PROP(TwoDDocs, ReadBackWhatWasWritten, ()) {
    const auto layouts = two_d_doc_layouts();
    const auto days = *rc::gen::inRange(0, 0xFFFF);
    char issued[5];
    std::snprintf(issued, sizeof issued, "%04X", static_cast<unsigned>(days));
    std::string text = std::string{"DC04FR000001"} + issued + "1636" + "01" + "01" + "FR";
    std::vector<std::string> kept;
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        const auto& layout = layouts[*rc::gen::inRange<std::size_t>(0, layouts.size())];
        const auto most = layout.most == 0 ? 200u : layout.most;
        const auto length = *rc::gen::inRange(layout.least, most + 1);
        std::string value;
        for (unsigned k = 0; k < length; ++k) value += *rc::gen::elementOf(std::string{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/,.-"});
        text += std::string{layout.id} + value;
        if (length < most || layout.most == 0 || (layout.least != layout.most && *rc::gen::arbitrary<bool>())) text += '\x1d';
        if (layout.use != TwoDDocUse::unused) kept.push_back(std::string{layout.id} + "=" + value);
    }
    const auto doc = parse_two_d_doc(text + '\x1f' + signature);
    RC_ASSERT(doc.has_value());
    RC_ASSERT(doc->whole);
    RC_ASSERT(values(*doc) == kept);
    RC_ASSERT(doc->issued_on == Date{sys_days{2000y / January / 1} + std::chrono::days{days}});
}

RC_GTEST_PROP(TwoDDocs, KeepWithinTheTextWhateverItHolds, ()) {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::elementOf(std::string("0123456789ABCD10141D5M50\x1d\x1e\x1f")), rc::gen::arbitrary<char>()));
    (void)parse_two_d_doc(bytes);
    if (const auto doc = parse_two_d_doc(invoice + bytes + '\x1f' + signature))
        for (const auto& f : doc->fields) RC_ASSERT(bytes.find(f.value) != std::string::npos);
}

}  // namespace
}  // namespace paraphe
