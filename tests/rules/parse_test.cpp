#include "readings.hpp"

#include "rules/nearest.hpp"
#include "rules/words.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;

std::vector<Mistake> mistakes_after(const std::string& right, const std::string& wrong) {
    auto text = shipped_text();
    const auto at = text.find(right);
    if (at == std::string::npos) throw std::runtime_error("not in the rulebook: " + right);
    text.replace(at, right.size(), wrong);
    const auto book = parse(text, "enr.toml");
    return book ? std::vector<Mistake>{} : book.error();
}

auto says(const std::string& one, const std::string& two) {
    return Contains(AllOf(::testing::Field(&Mistake::message, AllOf(HasSubstr(one), HasSubstr(two))), ::testing::Field(&Mistake::line, ::testing::Gt(0)),
                          ::testing::Field(&Mistake::file, "enr.toml")));
}

TEST(Parse, TheShippedRulebookIsRight) {
    const auto book = parse(shipped_text(), "enr.toml");
    ASSERT_TRUE(book) << book.error().front().line << ": " << book.error().front().message;
}

TEST(Parse, AMisspeltKeyIsToldWithItsLineAndTheNearestName) {
    EXPECT_THAT(mistakes_after("\nmonths = 3", "\nmonhts = 3"), says("kbis.age", "« months »"));
}

TEST(Parse, AnUnknownRuleIsTold) { EXPECT_THAT(mistakes_after("rule = \"dated_within\"", "rule = \"dated_withing\""), says("dated_withing", "« dated_within »")); }

TEST(Parse, AWrongTypeIsTold) { EXPECT_THAT(mistakes_after("months = 3", "months = \"trois\""), says("months", "un nombre")); }

TEST(Parse, AnUnknownPlaceholderIsTold) {
    EXPECT_THAT(mistakes_after("Garantie expirée le {to}.", "Garantie expirée le {too}."), says("{too}", "« to »"));
}

TEST(Parse, AnAnswerThatTheRuleNeverGivesIsTold) {
    EXPECT_THAT(mistakes_after("[piece.check.says.too_old]", "[piece.check.says.to_old]"), says("to_old", "« too_old »"));
}

TEST(Parse, AMissingMessageIsTold) {
    EXPECT_THAT(mistakes_after("fr = \"Extrait Kbis absent.\"", ""), says("kbis.present", "« fr »"));
}

TEST(Parse, AMissingParameterIsTold) { EXPECT_THAT(mistakes_after("field = \"issued_on\"\nmonths = 3", "months = 3"), says("kbis.age", "« field »")); }

TEST(Parse, AnUnknownOutcomeIsTold) { EXPECT_THAT(mistakes_after("outcome = \"fail\"", "outcome = \"fial\""), says("fial", "« fail »")); }

TEST(Parse, AnUnknownPieceIsTold) { EXPECT_THAT(mistakes_after("like = \"commitment_letter\"", "like = \"comitment_letter\""), says("comitment_letter", "« commitment_letter »")); }

TEST(Parse, TwoChecksOfOneNameAreTold) { EXPECT_THAT(mistakes_after("id = \"kbis.date\"", "id = \"kbis.age\""), says("Deux", "kbis.age")); }

TEST(Parse, AProbabilityAboveOneIsTold) { EXPECT_THAT(mistakes_after("fail = 0.9", "fail = 90"), says("fail", "probabilité")); }

TEST(Parse, EveryMistakeIsToldNotOnlyTheFirst) {
    auto text = shipped_text();
    text += "\nnonsense = 1\n\n[[check]]\nid = \"x.new\"\nrule = \"no_such\"\n";
    const auto book = parse(text, "enr.toml");
    ASSERT_FALSE(book);
    EXPECT_GE(book.error().size(), 2u);
}

TEST(Parse, BrokenTomlIsToldWhereItBreaks) {
    const auto book = parse("[rulebook]\nid = \n", "my.toml");
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().front().file, "my.toml");
    EXPECT_EQ(book.error().front().line, 2);
}

TEST(Nearest, AWordWithNothingInCommonHasNoNeighbour) {
    EXPECT_EQ(nearest("monhts", {"days", "months"}), "months");
    EXPECT_EQ(nearest("xyzzy", {"days", "months"}), "");
}

TEST(Fill, ValuesArePutInAndUnknownOnesShowAsADash) {
    const auto filled = fill({"Du {from} au {to} {2}", "{from}"}, {{"from", {"a", "b"}}});
    EXPECT_EQ(filled.fr, "Du a au — {2}");
    EXPECT_EQ(filled.en, "b");
}

TEST(Show, AsAReaderOfEachLanguageExpects) {
    EXPECT_EQ(show(year{2016} / November / 6).fr, "06/11/2016");
    EXPECT_EQ(show_euros(400).fr, "400 €");
    EXPECT_EQ(show_euros(400.5).en, "€400.50");
    EXPECT_EQ(show_list({"1", "2", "5"}).fr, "1, 2 et 5");
}

}  // namespace
}  // namespace paraphe::rules::testing
