#include "formats/address.hpp"
#include "formats/amounts.hpp"
#include "formats/cheque_line.hpp"
#include "formats/company_name.hpp"
#include "formats/dates.hpp"
#include "formats/iban.hpp"
#include "formats/legal_form.hpp"
#include "formats/naf.hpp"
#include "formats/number_words.hpp"
#include "formats/person.hpp"
#include "formats/rcs.hpp"
#include "formats/siren.hpp"
#include "formats/tva.hpp"
#include "text/fold.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace paraphe {
namespace {

RC_GTEST_PROP(NumberWords, ReadBackWhatTheySpell, ()) {
    const auto number = *rc::gen::inRange<std::int64_t>(1, 999'999'999);
    const auto words = fold(number_in_words(number));
    const auto read = number_words_at(words, 0);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->value == number);
    RC_ASSERT(read->end == words.size());
}

RC_GTEST_PROP(DatesInWords, ReadBack, ()) {
    const auto days = *rc::gen::inRange(0, 60'000);
    const Date date{std::chrono::sys_days{std::chrono::year{1930} / 1 / 1} + std::chrono::days{days}};
    const auto found = find_dates(fold(in_french(date)));
    RC_ASSERT(found.size() == 1u);
    RC_ASSERT(found[0].value == date);
}

RC_GTEST_PROP(DatesAllInWords, ReadBack, ()) {
    const auto days = *rc::gen::inRange(0, 36'000);
    const Date date{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} + std::chrono::days{days}};
    const auto french = in_french(date);
    const auto month = french.substr(french.find(' ') + 1, french.rfind(' ') - french.find(' ') - 1);
    const auto day = static_cast<unsigned>(date.day());
    const auto text = fold((day == 1 ? "premier" : number_in_words(day)) + " " + month + " " + number_in_words(static_cast<int>(date.year())));
    const auto found = find_dates(text);
    RC_ASSERT(found.size() == 1u);
    RC_ASSERT(found[0].value == date);
}

RC_GTEST_PROP(Amounts, ReadBack, ()) {
    const auto cents = *rc::gen::inRange<long>(1, 99'999'999);
    char text[32];
    std::snprintf(text, sizeof text, "%ld,%02ld EUR", cents / 100, cents % 100);
    const auto found = find_amounts(text);
    RC_ASSERT(found.size() == 1u);
    RC_ASSERT(std::llround(found[0].value * 100) == cents);
}

RC_GTEST_PROP(Sirens, ReadBackInGroups, ()) {
    auto digits = std::to_string(*rc::gen::inRange(10'000'000, 99'999'999));
    for (char key = '0'; key <= '9'; ++key)
        if (luhn(digits + key)) {
            digits += key;
            break;
        }
    const auto found = find_sirens("SIREN " + grouped(digits) + " RCS");
    RC_ASSERT(found.size() == 1u);
    RC_ASSERT(found[0].value == digits);
    RC_ASSERT(siren_of_tva("FR" + tva_key(digits) + digits) == digits);
    RC_ASSERT(find_tva_numbers("FR" + tva_key(digits) + digits).at(0).confidence > 0.9);
}

RC_GTEST_PROP(ChequeLines, OneLostDigitNeverComesBackAsAnother, ()) {
    std::string digits;
    for (int i = 0; i < 31; ++i) digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
    const auto line = *parse_cheque_line(digits);
    auto damaged = digits;
    damaged[static_cast<std::size_t>(*rc::gen::inRange(0, 31))] = '?';
    const auto back = repaired(*parse_cheque_line(damaged), rlmc_key(line));
    RC_ASSERT(!back || *back == line);
    RC_ASSERT(back.has_value());
}

/// What any folded text may hold, with many figures and separators to provoke the scanners.
std::string hostile() {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::elementOf(std::string("0123456789 .,/-€OIL|FRRCSDUAMRN#=")), rc::gen::arbitrary<char>()));
    return *rc::gen::arbitrary<bool>() ? fold(bytes) : bytes;
}

template <class T>
void holds(const std::vector<Found<T>>& found, const std::string& text) {
    for (const auto& f : found) {
        RC_ASSERT(f.begin < f.end);
        RC_ASSERT(f.end <= text.size());
        RC_ASSERT(f.confidence >= 0 && f.confidence <= 1);
    }
}

RC_GTEST_PROP(EveryScanner, KeepsWithinTheTextWhateverItHolds, ()) {
    const auto text = hostile();
    holds(find_sirens(text), text);
    holds(find_sirets(text), text);
    holds(find_rcs(text), text);
    holds(find_gestion_numbers(text), text);
    holds(find_euids(text), text);
    holds(find_tva_numbers(text), text);
    holds(find_naf_codes(text), text);
    holds(find_ibans(text), text);
    holds(find_ribs(text), text);
    holds(find_dates(text), text);
    holds(find_periods(text), text);
    holds(find_years(text), text);
    holds(find_amounts(text), text);
    holds(find_capitals(text), text);
    holds(find_amounts_in_words(text), text);
    holds(find_legal_forms(text), text);
    holds(find_roles(text), text);
    holds(find_postcodes(text), text);
    const double company = company_likeness(text, "ALPHA"), person = same_person(text, "Jean Alpha");
    RC_ASSERT(company >= 0 && company <= 1);
    RC_ASSERT(person >= 0 && person <= 1);
    (void)parse_address(text), (void)parse_cheque_line(text), (void)without_form(text), (void)initials(text), (void)looks_like_company(text);
}

}  // namespace
}  // namespace paraphe
