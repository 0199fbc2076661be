#include "example.hpp"
#include "hostile.hpp"

#include <gmock/gmock.h>

namespace paraphe::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string screen(const Reading& reading, const Judgement& judgement, TerminalStyle style = {}) { return terminal(reading, judgement, style, "2026-11-24"); }

TEST(Terminal, SaysTheVerdictThePiecesAndWhatToDo) {
    const auto text = screen(example_reading(), example_judgement());
    EXPECT_THAT(text, HasSubstr("✗ Non éligible — dossier-lumen.zip"));
    EXPECT_THAT(text, HasSubstr("✗ Extrait Kbis"));
    EXPECT_THAT(text, HasSubstr("→ Demandez un Kbis de moins de trois mois."));
    EXPECT_THAT(text, HasSubstr("✓ Registre du personnel"));
    EXPECT_THAT(text, HasSubstr("assurance.pdf : protégé par un mot de passe"));
}

TEST(Terminal, HasColourOnlyWhenAsked) {
    EXPECT_THAT(screen(example_reading(), example_judgement()), Not(HasSubstr("\x1b")));
    EXPECT_THAT(screen(example_reading(), example_judgement(), {.colour = true}), HasSubstr("\x1b[31m"));
}

TEST(Terminal, NeverObeysTheCandidate) {
    const auto text = screen(hostile_reading(), hostile_judgement());
    for (const char* bad : {"\x1b", "\x07", "\r", "\b", "\xc2\x9b", "\xe2\x80\xae"}) EXPECT_THAT(text, Not(HasSubstr(bad)));
    EXPECT_THAT(text, HasSubstr("␛[2J"));
}

TEST(Terminal, WrapsLongMessagesUnderThemselves) {
    auto judgement = example_judgement();
    judgement.pieces[0].checks[1].message.fr = std::string{"mot "} + "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";
    const auto text = screen(example_reading(), judgement, {.width = 50});
    std::size_t from = 0;
    for (auto end = text.find('\n'); end != std::string::npos; from = end + 1, end = text.find('\n', from)) EXPECT_LE(end - from, 70u);  // bytes of 50 letters
}

TEST(Terminal, TellsOnceWhatTwoChecksSay) {
    auto judgement = example_judgement();
    auto again = judgement.pieces[0].checks[1];
    again.id += "_again";
    judgement.pieces[0].checks.push_back(again);
    const auto text = screen(example_reading(), judgement), advice = std::string{"→ Demandez un Kbis"};
    const auto first = text.find(advice);
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(text.find(advice, first + 1), std::string::npos);
}

TEST(Terminal, OfABrokenArchiveOnlyThatIsTold) {
    auto reading = example_reading();
    reading.files = {reading.files[3]};
    const auto text = screen(reading, example_judgement());
    EXPECT_THAT(text, HasSubstr("Aucune page n’a pu être lue"));
    EXPECT_THAT(text, HasSubstr("assurance.pdf"));
    EXPECT_THAT(text, HasSubstr("Renvoyez-le sans mot de passe."));
    EXPECT_THAT(text, Not(HasSubstr("Extrait Kbis")));
    EXPECT_THAT(letter(reading, example_judgement()), Not(HasSubstr("Extrait Kbis")));
}

TEST(Letter, ListsExactlyWhatToSendAgain) {
    const auto text = letter(example_reading(), example_judgement());
    EXPECT_THAT(text, HasSubstr("1. Extrait Kbis"));
    EXPECT_THAT(text, HasSubstr("2. Chèque de participation"));
    EXPECT_THAT(text, HasSubstr("assurance.pdf"));
    EXPECT_THAT(text, HasSubstr("Renvoyez-le sans mot de passe."));
    EXPECT_THAT(text, HasSubstr("- Registre du personnel"));
    EXPECT_THAT(text, HasSubstr("le 20\u00a0février 2017"));
}

TEST(Letter, OfAnEligibleDossierAsksForNothing) {
    auto judgement = example_judgement();
    judgement.verdict = Verdict::eligible;
    for (auto& piece : judgement.pieces) {
        piece.outcome = Outcome::pass;
        for (auto& check : piece.checks) check.outcome = Outcome::pass;
    }
    auto reading = example_reading();
    reading.files.resize(3);
    const auto text = letter(reading, judgement);
    EXPECT_THAT(text, HasSubstr("vous n’avez rien à renvoyer"));
    EXPECT_THAT(text, Not(HasSubstr("1. ")));
}

TEST(Letter, NeverObeysTheCandidate) {
    const auto text = letter(hostile_reading(), hostile_judgement());
    for (const char* bad : {"\x1b", "\x07", "\r", "\b", "\xc2\x9b", "\xe2\x80\xae"}) EXPECT_THAT(text, Not(HasSubstr(bad)));
    EXPECT_THAT(text, HasSubstr("␛[2J"));
}

}  // namespace
}  // namespace paraphe::report
