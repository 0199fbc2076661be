#include "report/comparison.hpp"

#include "example.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace paraphe::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

PastReport first(Judgement judgement = example_judgement()) { return {"premier.zip", std::string(64, 'a'), std::move(judgement)}; }
PastReport second(Judgement judgement = example_judgement()) { return {"second.zip", std::string(64, 'b'), std::move(judgement)}; }

PieceJudgement& piece(Judgement& judgement, const std::string& id) { return *std::ranges::find(judgement.pieces, id, &PieceJudgement::id); }

/// The example with a piece whose last check says something else.
Judgement with(const std::string& id, Outcome outcome, const std::string& code, const std::string& message, Judgement judgement = example_judgement()) {
    auto& changed = piece(judgement, id);
    auto& check = changed.checks.back();
    changed.outcome = check.outcome = outcome;
    check.code = code;
    check.message.fr = message;
    if (outcome == Outcome::pass) check.advice = {};
    return judgement;
}

/// The example with a cheque, whose amount is wrong.
Judgement with_cheque() {
    auto judgement = with("fee_cheque", Outcome::pass, "fee_cheque.present.ok", "Pièce reçue.");
    auto& cheque = piece(judgement, "fee_cheque");
    cheque.documents = {"fee_cheque-1"};
    cheque.outcome = Outcome::fail;
    auto amount = cheque.checks[0];
    amount.id = "fee_cheque.amount";
    amount.outcome = Outcome::fail;
    amount.code = "fee_cheque.wrong_amount";
    amount.message.fr = "Chèque de 40 € au lieu de 400 €.";
    cheque.checks.push_back(amount);
    return judgement;
}

/// "kbis.age broken", in order.
std::vector<std::string> changes(const Comparison& comparison) {
    constexpr const char* names[] = {" broken", " left", " appeared", " fixed", " gone"};
    std::vector<std::string> out;
    for (const auto& changed : comparison.pieces)
        for (const auto& check : changed.checks) out.push_back(check.problem().id + names[static_cast<int>(check.change)]);
    return out;
}

std::vector<std::string> changes(const Judgement& before, const Judgement& after) { return changes(compare(first(before), second(after))); }

std::string screen(const Judgement& before, const Judgement& after, TerminalStyle style = {}) { return terminal(compare(first(before), second(after)), style); }

std::size_t place(const std::string& text, const char* part) {
    EXPECT_THAT(text, HasSubstr(part));
    return text.find(part);
}

const auto mended_kbis = with("kbis", Outcome::pass, "kbis.age.ok", "Kbis de moins de trois mois.");

TEST(Comparisons, WhatPassesInBothIsNotTold) {
    EXPECT_THAT(changes(example_judgement(), example_judgement()), ElementsAre("kbis.age left", "referential.paraphs left", "fee_cheque.present left"));
}

TEST(Comparisons, TellFixedAndBroken) {
    EXPECT_THAT(changes(example_judgement(), mended_kbis), ElementsAre("kbis.age fixed", "referential.paraphs left", "fee_cheque.present left"));
    EXPECT_THAT(changes(mended_kbis, example_judgement()), ElementsAre("kbis.age broken", "referential.paraphs left", "fee_cheque.present left"));
}

TEST(Comparisons, AFailureThatIsNowInDoubtIsLeft) {
    const auto doubtful = with("kbis", Outcome::review, "kbis.age.unsure", "Date peu lisible.");
    EXPECT_THAT(changes(example_judgement(), doubtful), testing::Contains("kbis.age left"));
}

TEST(Comparisons, WhatAPieceSentForTheFirstTimeGetsWrongIsNewAndItsAbsenceIsFixed) {
    auto before = example_judgement();
    auto& cheque = piece(before, "fee_cheque");
    cheque.checks.push_back(cheque.checks[0]);
    cheque.checks[1].id = "fee_cheque.amount";
    cheque.checks[1].outcome = Outcome::review;
    cheque.checks[1].code = "fee_cheque.amount.not_run";
    EXPECT_THAT(changes(before, with_cheque()), testing::IsSupersetOf({"fee_cheque.present fixed", "fee_cheque.amount appeared"}));
    EXPECT_THAT(changes(with_cheque(), before), testing::IsSupersetOf({"fee_cheque.present broken", "fee_cheque.amount gone"}));
}

TEST(Comparisons, ACheckOfAnotherRulebookIsNewOrGone) {
    auto later = example_judgement();
    later.pieces[0].checks[1].id = "kbis.court";
    EXPECT_THAT(changes(example_judgement(), later), testing::IsSupersetOf({"kbis.court appeared", "kbis.age gone"}));
}

TEST(Comparisons, APieceAskedForInOneReportOnlyIsTold) {
    auto fewer = example_judgement();
    fewer.pieces.erase(fewer.pieces.begin());
    EXPECT_THAT(changes(fewer, example_judgement()), testing::Contains("kbis.age appeared"));
    EXPECT_THAT(changes(example_judgement(), fewer), testing::Contains("kbis.age gone"));
}

TEST(Comparisons, ADossierWithOneOfTwoPiecesMissingContradictsNothingAndMendsNothing) {
    auto wrong = example_judgement(), incomplete = example_judgement();
    wrong.checks[0].outcome = Outcome::review;
    wrong.checks[0].code = "dossier.dates.wrong";
    incomplete.checks[0].code = "dossier.dates.not_both";
    EXPECT_THAT(changes(wrong, incomplete), testing::Contains("dossier.dates gone"));
    EXPECT_THAT(changes(incomplete, wrong), testing::Contains("dossier.dates appeared"));
    EXPECT_THAT(changes(wrong, example_judgement()), testing::Contains("dossier.dates fixed"));
}

TEST(Comparisons, WhatIsNotRequiredIsNotTold) {
    auto before = example_judgement(), after = mended_kbis;
    before.pieces[1].checks[0].required = after.pieces[1].checks[0].required = false;
    before.pieces[3].required = after.pieces[3].required = false;
    EXPECT_THAT(changes(before, after), ElementsAre("kbis.age fixed"));
}

TEST(Comparisons, TheSameSentenceIsToldOnceOfAPiece) {
    auto judgement = example_judgement();
    auto again = judgement.pieces[0].checks[1];
    again.id = "kbis.age_again";
    judgement.pieces[0].checks.push_back(again);
    EXPECT_THAT(changes(judgement, judgement), Not(testing::Contains("kbis.age_again left")));
}

TEST(Comparisons, OfOneCandidateUnderOneRulebookOnOneDayHaveNoCaveat) { EXPECT_THAT(compare(first(), second()).caveats, IsEmpty()); }

TEST(Comparisons, OfTwoCompaniesSaySoFirst) {
    auto other = example_judgement();
    other.siren = "815332671";
    other.company_name = "ÉCUME";
    EXPECT_THAT(compare(first(), second(other)).caveats, ElementsAre(Caveat::other_company));
    const auto text = screen(example_judgement(), other);
    EXPECT_LT(place(text, "ne sont pas comparables"), place(text, "Reste à corriger"));
    EXPECT_THAT(text, HasSubstr("552\u00a0100\u00a0554"));
    EXPECT_THAT(text, HasSubstr("815\u00a0332\u00a0671"));
}

TEST(Comparisons, WithoutASirenAskToCheckTheCandidate) {
    auto unknown = example_judgement();
    unknown.siren.clear();
    EXPECT_THAT(compare(first(unknown), second()).caveats, ElementsAre(Caveat::unknown_company));
    EXPECT_THAT(screen(unknown, example_judgement()), HasSubstr("vérifiez que les deux portent"));
}

TEST(Comparisons, UnderTwoRulebooksNameBoth) {
    auto later = example_judgement();
    later.rulebook_version = "2";
    EXPECT_THAT(compare(first(), second(later)).caveats, ElementsAre(Caveat::other_rulebook));
    EXPECT_THAT(screen(example_judgement(), later), HasSubstr("Règlements différents : enr 1, puis enr 2."));
    later = example_judgement();
    later.rulebook_sha256 = std::string(64, 'd');
    EXPECT_THAT(screen(example_judgement(), later), HasSubstr("enr 1, modifié entre les deux"));
}

TEST(Comparisons, OnTwoDaysNameBothAndAskAboutTheirOrder) {
    auto later = example_judgement();
    later.as_of = "2017-03-01";
    EXPECT_THAT(compare(first(), second(later)).caveats, ElementsAre(Caveat::other_day));
    const auto text = screen(example_judgement(), later, {.width = 120});
    EXPECT_THAT(text, HasSubstr("jugé au 20\u00a0février 2017, puis au 1er\u00a0mars 2017"));
    EXPECT_THAT(text, Not(HasSubstr("bon ordre")));
    EXPECT_THAT(screen(later, example_judgement(), {.width = 120}), HasSubstr("dans le bon ordre ?"));
}

TEST(Comparisons, OfTheSameBytesSaySo) {
    EXPECT_THAT(compare(first(), first()).caveats, ElementsAre(Caveat::same_dossier));
    EXPECT_THAT(terminal(compare(first(), first()), {}), HasSubstr("même envoi"));
}

TEST(ComparisonScreen, TellsTheGravestFirstWithTheRemedy) {
    const auto text = screen(with("staff_register", Outcome::pass, "ok", "Le registre est dans le dossier."),
                             with("staff_register", Outcome::fail, "staff_register.missing", "Aucun registre.", mended_kbis));
    EXPECT_LT(place(text, "Était en ordre, est maintenant à corriger"), place(text, "Aucun registre."));
    EXPECT_LT(place(text, "Aucun registre."), place(text, "Reste à corriger"));
    EXPECT_LT(place(text, "→ Envoyez un chèque de 400 €."), place(text, "Reste à vérifier"));
    EXPECT_LT(place(text, "Page 2 : aucun paraphe visible."), place(text, "\nCorrigé\n"));
    EXPECT_THAT(text, HasSubstr("1 point dégradé, 2 qui restent, 1 corrigé."));
}

TEST(ComparisonScreen, TellsWhatIsWrongWithTheWholeDossierBeforeItsPieces) {
    auto after = example_judgement();
    after.checks[0].outcome = Outcome::fail;
    after.checks[0].message.fr = "Fichier illisible.";
    const auto text = screen(mended_kbis, after);
    EXPECT_LT(place(text, "Fichier illisible."), place(text, "Kbis du 2 octobre 2016"));
}

TEST(ComparisonScreen, TellsThePieceThatIsValidNowAndWhatWasWrong) {
    const auto text = screen(example_judgement(), mended_kbis, {.width = 120});
    EXPECT_THAT(text, HasSubstr("Extrait Kbis — conforme maintenant"));
    EXPECT_THAT(text, HasSubstr("✓ Kbis de moins de trois mois."));
    EXPECT_THAT(text, HasSubstr("avant (non conforme) : Kbis du 2 octobre 2016"));
}

TEST(ComparisonScreen, TellsTheVerdictBeforeAndNow) {
    auto after = mended_kbis;
    after.verdict = Verdict::review;
    EXPECT_THAT(screen(example_judgement(), after), HasSubstr("? À vérifier — au premier envoi : Non éligible"));
    EXPECT_THAT(screen(example_judgement(), example_judgement()), HasSubstr("✗ Non éligible — verdict inchangé"));
}

TEST(ComparisonScreen, OfAnEligibleDossierSaysThatNothingIsLeft) {
    auto after = example_judgement();
    after.verdict = Verdict::eligible;
    for (auto& each : after.pieces) {
        each.outcome = Outcome::pass;
        for (auto& check : each.checks) check.outcome = Outcome::pass;
    }
    EXPECT_THAT(screen(example_judgement(), after), HasSubstr("3 points corrigés. Il ne reste rien à corriger."));
    EXPECT_THAT(screen(after, after), HasSubstr("Aucun point n’a changé. Il ne reste rien à corriger."));
}

TEST(ComparisonScreen, HasColourOnlyWhenAsked) {
    EXPECT_THAT(screen(example_judgement(), mended_kbis), Not(HasSubstr("\x1b")));
    EXPECT_THAT(screen(example_judgement(), mended_kbis, {.colour = true}), HasSubstr("\x1b[32m"));
}

TEST(ComparisonScreen, SpeaksEnglishWhenAsked) {
    const auto text = screen(example_judgement(), mended_kbis, {.language = Language::en});
    EXPECT_THAT(text, HasSubstr("✗ Not eligible — verdict unchanged"));
    EXPECT_THAT(text, HasSubstr("Still to be mended"));
}

TEST(ComparisonScreen, NeverObeysTheCandidate) {
    const std::string hostile = "\x1b]0;x\x07\x1b[2J\r\n\b\xc2\x9b" "31m\xe2\x80\xaeK";
    auto before = example_judgement(), after = mended_kbis;
    for (auto* judgement : {&before, &after}) {
        judgement->company_name = judgement->siren = judgement->rulebook_id = hostile;
        judgement->as_of = hostile + (judgement == &before ? "1" : "2");
        judgement->rulebook_version = judgement->as_of;
        for (auto& each : judgement->pieces) {
            each.title = {hostile, ""};
            for (auto& check : each.checks) check.message.fr = check.advice.fr = hostile + check.id;
        }
    }
    before.siren += "1";
    const auto text = terminal(compare({hostile, "", before}, {hostile, "", after}), {});
    for (const char* bad : {"\x1b", "\x07", "\r", "\b", "\xc2\x9b", "\xe2\x80\xae"}) EXPECT_THAT(text, Not(HasSubstr(bad)));
    EXPECT_THAT(text, HasSubstr("␛[2J"));
}

TEST(ComparisonJson, SaysWhatChangedPieceByPiece) {
    auto other = mended_kbis;
    other.siren = "815332671";
    const auto diff = nlohmann::json::parse(json(compare(first(), second(other))));
    EXPECT_EQ(diff["schema"], "paraphe-diff/1");
    EXPECT_EQ(diff["before"]["verdict"], "not_eligible");
    EXPECT_EQ(diff["caveats"], nlohmann::json::array({"other_company"}));
    const auto& kbis = diff["pieces"][0];
    EXPECT_EQ(kbis["before"], "fail");
    EXPECT_EQ(kbis["after"], "pass");
    EXPECT_EQ(kbis["checks"][0]["change"], "fixed");
    EXPECT_EQ(kbis["checks"][0]["before"]["code"], "kbis.too_old");
    EXPECT_EQ(diff["pieces"][2]["checks"][0]["after"]["advice"], "Envoyez un chèque de 400 €.");
}

}  // namespace
}  // namespace paraphe::report
