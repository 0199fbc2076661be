#include "confirm/confirm.hpp"
#include "confirm/sightings.hpp"
#include "model/date.hpp"
#include "sign_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace paraphe::confirm {
namespace {

double sum(const std::optional<Sum>& read) { return read ? read->value : -1; }

TEST(FiguresIn, AFramesSidesFillAndCurrencyAreNoFigures) {
    for (const char* reading : {"€| 400,00", "€ = 400,00 =", "#400,00#", "El 400 €", "400.00", "€ 400,00 |\n_ ——", "400 EUR"})
        EXPECT_EQ(sum(figures_in(reading)), 400) << reading;
}

TEST(FiguresIn, AnotherSumStaysAnother) {
    EXPECT_EQ(sum(figures_in("€ 1 400,00")), 1400);
    EXPECT_EQ(sum(figures_in("€ 600,00")), 600);
    EXPECT_EQ(sum(figures_in("4 000,00 €")), 4000);
    EXPECT_EQ(sum(figures_in("40,00")), 40);
}

TEST(FiguresIn, ALostCommaIsNoMoreExact) {
    const auto read = figures_in("€ 40000");
    EXPECT_EQ(sum(read), 400);
    EXPECT_FALSE(read->exact);
}

TEST(FiguresIn, TwoSumsAreNone) { EXPECT_FALSE(figures_in("400,00\n200,00")); }

TEST(WordsIn, SmallFaultsAreForgiven) {
    for (const char* reading : {"quatre cents euros", "QUATRE CENT EUROS ---", "# quatre-cents euros #", "guatre cents eures", "QUATRE CÉNITS EUROS", "quatre\ncents euros",
                                "Payez contre ce chèque\nquatre cents euros\n= |"})
        EXPECT_EQ(sum(words_in(reading)), 400) << reading;
}

TEST(WordsIn, AnotherSumIsNeverTheFee) {
    const std::map<std::string, double> others{{"six cents euros", 600}, {"quarante euros", 40}, {"quatre mille euros", 4000}, {"mille quatre cents euros", 1400},
                                               {"quatorze cents euros", 1400}, {"quatre-vingts euros", 80}, {"deux cents euros", 200}, {"cent euros", 100}};
    for (const auto& [words, value] : others) EXPECT_EQ(sum(words_in(words)), value) << words;
}

TEST(WordsIn, HalfASumIsNone) {
    EXPECT_FALSE(words_in("cents euros"));
    EXPECT_FALSE(words_in("qie CEn(S ElreS"));
    EXPECT_FALSE(words_in("aie cents euros"));
    EXPECT_FALSE(words_in("Payable en France"));
}

TEST(DayIn, ADayThatMayHaveLostAFigureIsNone) {
    EXPECT_EQ(day_in("à Lyon\nle 16/02/2017"), (Date{std::chrono::year{2017}, std::chrono::month{2}, std::chrono::day{16}}));
    EXPECT_EQ(day_in("le 6 février 2017"), (Date{std::chrono::year{2017}, std::chrono::month{2}, std::chrono::day{6}}));
    EXPECT_FALSE(day_in("(6/02/2017"));
    EXPECT_FALSE(day_in("22/09/20"));
    EXPECT_TRUE(day_in("22/09/18"));
    EXPECT_FALSE(day_in("16/02/2017\n20/02/2017"));
}

TEST(NameIn, OnlyAWholeNameCounts) {
    const std::vector<std::string> names{"France IT", "Association France IT"};
    EXPECT_EQ(name_in("FRANCE 1T", names), Likeness::exact);
    EXPECT_EQ(name_in("à l'ordre de France IT", names), Likeness::exact);
    EXPECT_EQ(name_in("FRANGE IT", names), Likeness::near);
    for (const char* other : {"France Clusters", "FRANCE", "France ITALIE", "CIRIDD", "France Télécom", ""}) EXPECT_EQ(name_in(other, names), Likeness::none) << other;
}

const Place figures{"cheque.pdf", 1, {0.7, 0.1, 0.25, 0.05}}, words{"cheque.pdf", 1, {0.1, 0.2, 0.6, 0.05}}, payee{"cheque.pdf", 1, {0.2, 0.3, 0.5, 0.03}},
    date{"cheque.pdf", 1, {0.66, 0.3, 0.3, 0.08}};

using Readings = std::vector<std::string>;

/// What the renderings of each place say, in the order figures, words, payee, date; and what a hand wrote in the places of the date, figures and words.
struct Seen {
    Readings figures{}, words{}, payee{}, date{};
    std::string day_in_ink{}, figures_in_ink{}, words_in_ink{};
};

Document looked_at(const Seen& seen, std::vector<Field> fields = {}, TextSource source = TextSource::ocr) {
    Document cheque;
    cheque.piece = "fee_cheque";
    cheque.fields = std::move(fields);
    for (const auto& [purpose, place] : std::map<std::string, Place>{{"amount", figures}, {"amount_in_words", words}, {"payee", payee}, {"drawn_on", date}})
        cheque.slots.push_back({purpose, place, "", Ink::unsure, 0, {}});
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::every_way)
            answer.readings = request.box == figures.box ? seen.figures : request.box == words.box ? seen.words : request.box == payee.box ? seen.payee : seen.date;
        if (request.purpose != CropPurpose::hand) return answer;
        for (const auto& [place, ink] : {std::pair{date, seen.day_in_ink}, std::pair{figures, seen.figures_in_ink}, std::pair{words, seen.words_in_ink}})
            if (covered(place.box, request.box) > 0.5 && !ink.empty()) {
                answer.lines.push_back(signs_of(ink));
                answer.lines.back().box = place.box;
            }
        return answer;
    };
    Expectations expectations;
    expectations.fee = 400;
    expectations.payees = {"France IT"};
    expectations.decisive = {"fee_cheque.amount", "fee_cheque.amount_in_words", "fee_cheque.payee", "fee_cheque.drawn_on"};
    PageReading page;
    page.source = source;
    confirm(cheque, expectations, look, [&](const std::string&, int) { return &page; });
    return cheque;
}

double sure_of(const Document& document, const std::string& name) {
    const auto* found = field(document, name);
    return found ? found->chosen.confidence : 0;
}

Field read_on_page(std::string name, Value value, double confidence) { return {std::move(name), {std::move(value), confidence, figures, "page"}, {}, {}, false}; }

constexpr double passes = 0.8, fails = 0.9;

TEST(ReadPlaces, FiguresAndWordsThatAgreeConfirmEachOther) {
    const auto cheque = looked_at({.figures = {"400,00", "400,00", "4OO"}, .words = {"quatre cents euros", "guatre cents euros"}});
    EXPECT_GE(sure_of(cheque, "amount"), passes);
    EXPECT_GE(sure_of(cheque, "amount_in_words"), passes);
    EXPECT_EQ(field(cheque, "amount")->confirmed, true);
    EXPECT_EQ(field(cheque, "amount")->chosen.place, figures);
}

TEST(ReadPlaces, WhatALayerClaimsIsLookedAtWhereItStandsWhenItsFieldSaysNothing) {
    // Whatever is no field's place gets the readings of `date`.
    const Seen beside{.date = {"400,00", "400,00", "400,00"}};
    EXPECT_GE(sure_of(looked_at(beside, {read_on_page("amount", 400.0, 0.99)}, TextSource::layer), "amount"), passes);
    EXPECT_LT(sure_of(looked_at(beside, {read_on_page("amount", 600.0, 0.99)}, TextSource::layer), "amount"), passes);
    EXPECT_LT(sure_of(looked_at(beside, {}, TextSource::layer), "amount"), passes);
}

TEST(ReadPlaces, OneReadingAloneIsDoubt) {
    EXPECT_LT(sure_of(looked_at({.figures = {"400,00", "", "—"}}), "amount"), passes);
    EXPECT_LT(sure_of(looked_at({.words = {"quatre cents euros", "", "—"}}), "amount_in_words"), passes);
    EXPECT_LT(sure_of(looked_at({.payee = {"France IT", "", "—"}}), "payee"), passes);
    EXPECT_LT(sure_of(looked_at({.date = {"16/02/2017", "", "—"}}), "drawn_on"), passes);
}

TEST(ReadPlaces, ReadingsThatDisputeAreDoubt) {
    EXPECT_LT(sure_of(looked_at({.figures = {"400,00", "400,00", "100,00", "100,00"}}), "amount"), passes);
    EXPECT_LT(sure_of(looked_at({.date = {"16/02/2017", "16/02/2017", "18/02/2017"}}), "drawn_on"), passes);
}

TEST(ReadPlaces, AnotherSumInFiguresAloneIsNeverSure) {
    const auto cheque = looked_at({.figures = {"100,00", "100,00", "100,00", "100,00"}});
    EXPECT_EQ(field(cheque, "amount")->chosen.value, Value{100.0});
    EXPECT_LT(sure_of(cheque, "amount"), passes);
}

TEST(ReadPlaces, AnotherSumThatWordsAndFiguresSayIsSure) {
    const auto cheque = looked_at({.figures = {"200,00", "200,00", "200,00"}, .words = {"deux cents euros", "deux cents euros"}});
    EXPECT_GE(sure_of(cheque, "amount"), fails);
    EXPECT_EQ(field(cheque, "amount")->chosen.value, Value{200.0});
}

TEST(ReadPlaces, WordsThatContradictTheFiguresAreKeptApart) {
    const auto cheque = looked_at({.figures = {"400,00", "400,00", "400,00"}, .words = {"quarante euros", "quarante euros", "quarante euros"}});
    EXPECT_EQ(field(cheque, "amount")->chosen.value, Value{400.0});
    EXPECT_EQ(field(cheque, "amount_in_words")->chosen.value, Value{40.0});
}

TEST(ReadPlaces, ThePageItselfVotes) {
    const auto cheque = looked_at({.figures = {"400,00"}}, {read_on_page("amount", 400.0, 0.9)});
    EXPECT_GE(sure_of(cheque, "amount"), passes);
}

TEST(ReadPlaces, ATextLayerHasNoVoteAndIsContradictedByThePicture) {
    const auto cheque = looked_at({.figures = {"600,00", "600,00", "600,00"}}, {read_on_page("amount", 400.0, 0.99)}, TextSource::layer);
    EXPECT_EQ(field(cheque, "amount")->confirmed, false);
    EXPECT_LT(sure_of(cheque, "amount"), passes);
    EXPECT_LT(sure_of(looked_at({.figures = {""}}, {read_on_page("amount", 400.0, 0.99)}, TextSource::layer), "amount"), passes);
}

TEST(ReadPlaces, NoiseIsDropped) {
    EXPECT_FALSE(field(looked_at({.figures = {"771", "", ""}}), "amount"));
    EXPECT_FALSE(field(looked_at({.figures = {"", ""}}, {read_on_page("amount", 2077.0, 0.4)}), "amount"));
    EXPECT_FALSE(field(looked_at({.date = {"25/05/2044", "25/05/2044", "25/05/2044"}}), "drawn_on"));
    EXPECT_FALSE(field(looked_at({.date = {"01/01/1945", "01/01/1945", "01/01/1945"}}), "drawn_on"));
}

TEST(ReadPlaces, ACurrencySignReadAsAFigureIsNoRival) {
    EXPECT_GE(sure_of(looked_at({.figures = {"€ 400", "€ 400", "€ 400", "4400", "4400"}}), "amount"), passes);
    EXPECT_EQ(field(looked_at({.figures = {"€ 1 400", "€ 1 400", "€ 1 400", "1 400"}, .words = {"mille quatre cents euros", "mille quatre cents euros"}}), "amount")->chosen.value,
              Value{1400.0});
}

TEST(ReadPlaces, ThreeReadingsOfADayPass) {
    const auto cheque = looked_at({.date = {"à Lyon le 16/02/2017", "16/02/2017", "16.02.2017", "1/02"}});
    EXPECT_GE(sure_of(cheque, "drawn_on"), passes);
    EXPECT_EQ(field(cheque, "drawn_on")->chosen.value, Value{std::string("2017-02-16")});
}

TEST(ReadPlaces, ALettersDateInInkIsShownAndNotBelieved) {
    Document letter;
    letter.piece = "commitment_letter";
    letter.slots.push_back({"signed_on", date, "Fait à", Ink::unsure, 0, {}});
    const auto look = [](const std::string&, const CropRequest&) -> Result<CropAnswer> {
        CropAnswer answer;
        answer.readings = {"à Lyon le 16/02/2017", "16/02/2017", "16.02.2017"};
        return answer;
    };
    confirm(letter, {}, look, [](const std::string&, int) { return nullptr; });
    ASSERT_TRUE(field(letter, "signed_on"));
    EXPECT_EQ(field(letter, "signed_on")->chosen.value, Value{std::string("2017-02-16")});
    EXPECT_LT(sure_of(letter, "signed_on"), passes);
}

TEST(ReadPlaces, ASumHalfSeenInFiguresAndInWordsIsSeen) {
    const std::string figures_by_hand = "?410?07,00", words_by_hand = "quatre cents";
    EXPECT_LT(sure_of(looked_at({.figures_in_ink = figures_by_hand}), "amount"), passes);
    const auto both = looked_at({.figures_in_ink = figures_by_hand, .words_in_ink = words_by_hand});
    EXPECT_GE(sure_of(both, "amount"), passes);
    EXPECT_GE(sure_of(both, "amount_in_words"), passes);
    const auto differ = looked_at({.figures_in_ink = "?510?07,00", .words_in_ink = words_by_hand});
    EXPECT_LT(sure_of(differ, "amount"), passes);
}

TEST(ReadPlaces, APayeeInInkIsNamedAsExpected) {
    const auto cheque = looked_at({.payee = {"FRANCE 1T", "FRANCE IT .", "OO PRANCENT"}});
    EXPECT_GE(sure_of(cheque, "payee"), passes);
    EXPECT_EQ(field(cheque, "payee")->chosen.value, Value{std::string("France IT")});
}

Value day_of(const Document& cheque) { return field(cheque, "drawn_on") ? field(cheque, "drawn_on")->chosen.value : Value{}; }

TEST(ReadPlaces, ADayThatAHandSurelyWroteStandsAlone) {
    const auto cheque = looked_at({.date = {"le ]3 o2 zo", ""}, .day_in_ink = "le 13-02-2017"});
    EXPECT_GE(sure_of(cheque, "drawn_on"), passes);
    EXPECT_EQ(day_of(cheque), Value{std::string("2017-02-13")});
}

TEST(ReadPlaces, ADayOnWhichTheEnginesDifferIsForAPerson) {
    const auto cheque = looked_at({.date = {"le 18/02/2017", "18/02/2017", "18/02/2017"}, .day_in_ink = "le 13/02/2017"});
    EXPECT_GE(sure_of(cheque, "drawn_on"), passes);  // print, read three times alike, is not asked of the other
    const auto disputed = looked_at({.date = {"le 18/02/2017", "18/02/2017", "18/02/2017", "16/02/2017", "16/02/2017"}, .day_in_ink = "le 13/02/2017"});
    EXPECT_LT(sure_of(disputed, "drawn_on"), passes);
}

TEST(ReadPlaces, ADayThatBothEnginesHalfSeeIsSeen) {
    EXPECT_LT(sure_of(looked_at({.date = {"le 13/02/2017", ""}}), "drawn_on"), passes);
    EXPECT_LT(sure_of(looked_at({.day_in_ink = "1?3802/2017"}), "drawn_on"), passes);
    const auto both = looked_at({.date = {"le 13/02/2017", ""}, .day_in_ink = "1?38/02/2017"});
    EXPECT_GE(sure_of(both, "drawn_on"), passes);
    EXPECT_EQ(day_of(both), Value{std::string("2017-02-13")});
    EXPECT_LT(sure_of(looked_at({.date = {"le 18/02/2017", ""}, .day_in_ink = "1?38/02/2017"}), "drawn_on"), passes);
}

TEST(ReadPlaces, ADayThatNoLineAnnouncesIsLookedForByTheSignature) {
    Document letter;
    letter.piece = "commitment_letter";
    letter.slots.push_back({"signature", {"letter.pdf", 1, {0.5, 0.6, 0.3, 0.1}}, "", Ink::unsure, 0, {}});
    Expectations expectations;
    expectations.decisive = {"commitment_letter.signed_on"};
    const auto look = [](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::hand && request.box.y < 0.5 && request.box.bottom() > 0.65) answer.lines.push_back(signs_of("le 28/12/2016"));
        return answer;
    };
    const PageReading page;
    confirm(letter, expectations, look, [&](const std::string&, int) { return &page; });
    ASSERT_TRUE(field(letter, "signed_on"));
    EXPECT_EQ(field(letter, "signed_on")->chosen.value, Value{std::string("2016-12-28")});
}

TEST(ReadPlaces, APlaceWhereAHandSeemsToHaveWrittenADayIsNotBare) {
    for (const bool written : {true, false}) {
        Document letter;
        letter.piece = "commitment_letter";
        letter.slots.push_back({"signed_on", date, "Fait à", Ink::unsure, 0, {}});
        letter.findings.push_back({"undated", "FAIT A ......, LE ......", 0.85, date});
        Expectations expectations;
        expectations.first_year = 2008;
        expectations.last_year = 2020;
        const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
            CropAnswer answer;
            if (written && request.purpose == CropPurpose::hand) answer.lines.push_back(signs_of("le 1?38/02/2017"));
            return answer;
        };
        confirm(letter, expectations, look, [](const std::string&, int) { return nullptr; });
        EXPECT_FALSE(field(letter, "signed_on"));
        EXPECT_EQ(letter.findings.front().code, written ? "date_by_hand" : "undated");
    }
}

constexpr const char* line_42 = "c0000042c 030004012345a 178912345678e";  // its key is 22

Document with_line(const std::string& said, const std::string& key, std::vector<Field> fields = {}) {
    Document cheque;
    cheque.piece = "fee_cheque";
    cheque.fields = std::move(fields);
    cheque.slots.push_back({"cheque_number", words, "", Ink::unsure, 0, {}});
    if (!key.empty()) cheque.findings.push_back({"printed_key", key, 1, words});
    const auto look = [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
        CropAnswer answer;
        if (request.purpose == CropPurpose::cmc7 && !said.empty()) answer.words.push_back({said, words.box, 1, 0});
        return answer;
    };
    const PageReading page;
    confirm(cheque, {}, look, [&](const std::string&, int) { return &page; });
    return cheque;
}

bool finds(const Document& cheque, std::string_view code) { return std::ranges::find(cheque.findings, code, &Finding::code) != cheque.findings.end(); }
bool key_is_wrong(const Document& cheque) { return finds(cheque, "cmc7_key_wrong"); }

TEST(MagneticLine, GivesTheNumberAndItsKey) {
    const auto cheque = with_line(line_42, "22");
    ASSERT_TRUE(field(cheque, "cheque_number"));
    EXPECT_EQ(field(cheque, "cheque_number")->chosen.value, Value{std::string("0000042")});
    EXPECT_FALSE(key_is_wrong(cheque));
    EXPECT_TRUE(key_is_wrong(with_line(line_42, "23")));
    EXPECT_FALSE(key_is_wrong(with_line(line_42, "")));
}

TEST(MagneticLine, APrintedKeyThatDisagreesIsReadAgain) {
    Document cheque;
    cheque.piece = "fee_cheque";
    cheque.slots.push_back({"cheque_number", words, "", Ink::unsure, 0, {}});
    cheque.findings.push_back({"printed_key", "82", 1, {"cheque.pdf", 1, {0.3, 0.8, 0.02, 0.01}}});
    const auto key_is_wrong_when = [&](const std::string& seen) {
        auto document = cheque;
        confirm(document, {}, [&](const std::string&, const CropRequest& request) -> Result<CropAnswer> {
            CropAnswer answer;
            if (request.purpose == CropPurpose::cmc7) answer.words.push_back({line_42, words.box, 1, 0});
            else answer.readings = {"", seen};
            return answer;
        }, [](const std::string&, int) { return nullptr; });
        return key_is_wrong(document);
    };
    EXPECT_FALSE(key_is_wrong_when("N° 8885223 (22)"));
    EXPECT_TRUE(key_is_wrong_when("N° 8885223 (221)"));
    EXPECT_TRUE(key_is_wrong_when("(82)"));
}

TEST(MagneticLine, ConfirmsThePrintedNumberOrStandsForIt) {
    EXPECT_EQ(field(with_line(line_42, "22", {read_on_page("cheque_number", std::string("0000042"), 0.8)}), "cheque_number")->confirmed, true);
    EXPECT_EQ(field(with_line(line_42, "22", {read_on_page("cheque_number", std::string("0000012"), 0.8)}), "cheque_number")->chosen.value, Value{std::string("0000042")});
}

TEST(MagneticLine, AnUnreadSignIsRepairedByTheKeyOrLeavesTheKeyUnjudged) {
    EXPECT_EQ(field(with_line("c00000?2c 030004012345a 178912345678e", "22"), "cheque_number")->chosen.value, Value{std::string("0000042")});
    EXPECT_FALSE(field(with_line("c00000?2c 030004012345a 178912345678e", ""), "cheque_number"));
    EXPECT_FALSE(key_is_wrong(with_line("c0000042c 0300?4012345a 17891?345678e", "22")));
    EXPECT_FALSE(field(with_line("", "22"), "cheque_number"));
}

TEST(MagneticLine, APrintedKeyThatNothingCouldBeHeldAgainstIsSaidSo) {
    EXPECT_TRUE(finds(with_line("", "22"), "cmc7_unread"));
    EXPECT_TRUE(finds(with_line("c0000042c 0300?4012345a 17891?345678e", "22"), "cmc7_unread"));
    EXPECT_FALSE(finds(with_line(line_42, "22"), "cmc7_unread"));
    EXPECT_FALSE(finds(with_line("", ""), "cmc7_unread"));
}

TEST(ReadPlaces, NearNamesAloneConfirmNothing) { EXPECT_LT(sure_of(looked_at({.payee = {"FRANCE TV", "FRANCE TV", "FRANGE IT"}}), "payee"), passes); }

}  // namespace
}  // namespace paraphe::confirm
