#include "readings.hpp"

#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

std::shared_ptr<const Rulebook> book_with_a_form() {
    auto text = shipped_text();
    const std::string comment = "# form = \"referentiel.pdf\"";
    text.replace(text.find(comment), comment.size(), "form = \"referentiel.pdf\"");
    const auto book = parse(text, "enr.toml");
    EXPECT_TRUE(book);
    return *book;
}

Check form_check(Reading reading, const Rulebook& book) {
    reading.expectations_hash = expectations_hash(book);
    return check_of(judge(reading, book, deposit, "option"), "referential.form");
}

TEST(FollowsForm, TheShippedRulebookNamesNoFormSoTheRuleDoesNotRun) {
    const auto judgement = judged(clean_reading());
    for (const auto& piece : judgement.pieces)
        for (const auto& check : piece.checks) EXPECT_THAT(check.id, ::testing::Not(::testing::EndsWith(".form")));
}

TEST(FollowsForm, TheGravestDepartureAnswersAndIsToReview) {
    const auto book = book_with_a_form();
    auto reading = clean_reading();
    EXPECT_EQ(form_check(reading, *book).outcome, Outcome::pass);
    find(of(reading, "referential"), "form_text_added", "sauf accord", 0.75);
    EXPECT_EQ(form_check(reading, *book).message.fr, "Texte ajouté au modèle officiel (1) : « sauf accord ».");
    find(of(reading, "referential"), "form_page_missing", "3", 0.75);
    find(of(reading, "referential"), "form_page_missing", "5", 0.75);
    const auto check = form_check(reading, *book);
    EXPECT_EQ(check.outcome, Outcome::review);
    EXPECT_EQ(check.code, "referential.form_page_missing");
    EXPECT_THAT(check.message.fr, ::testing::HasSubstr("pages 3 et 5"));
}

TEST(FollowsForm, AReadingMadeWithoutTheFormSaysNothingOfIt) {
    const auto book = book_with_a_form();
    const auto check = check_of(judge(clean_reading(), *book, deposit, "option"), "referential.form");
    EXPECT_EQ(check.outcome, Outcome::review);
    EXPECT_THAT(check.code, ::testing::EndsWith("not_looked_for"));
}

}  // namespace
}  // namespace paraphe::rules::testing
