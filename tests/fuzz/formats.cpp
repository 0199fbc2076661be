// Dates, amounts, identifiers, names: whatever stands in a text, the scanners stay within it.
#include "formats/address.hpp"
#include "formats/amounts.hpp"
#include "formats/cheque_line.hpp"
#include "formats/company_name.hpp"
#include "formats/dates.hpp"
#include "formats/number_words.hpp"
#include "formats/page_number.hpp"
#include "formats/person.hpp"
#include "formats/rcs.hpp"
#include "formats/section_number.hpp"
#include "formats/siren.hpp"
#include "formats/tva.hpp"
#include "formats/two_d_doc.hpp"
#include "text/fold.hpp"

#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace paraphe;

namespace {

template <class Values>
void within(const Values& found, std::string_view text) {
    for (const auto& f : found)
        if (f.begin >= f.end || f.end > text.size() || !(f.confidence >= 0 && f.confidence <= 1)) std::abort();
}

/// What is kept of a 2D-Doc are values of a use, short enough, in printable ASCII; the sums among them are finite.
void two_d_doc(std::string_view text) {
    const auto doc = parse_two_d_doc(text);
    if (!doc) return;
    for (const auto& f : doc->fields) {
        if (f.use == TwoDDocUse::unused || f.value.size() > text.size()) std::abort();
        for (const char c : f.value)
            if (c < ' ' || c > '~') std::abort();
        if (const auto sum = two_d_doc_amount(f.value); sum && !std::isfinite(*sum)) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 4000) return 0;
    const std::string printed(reinterpret_cast<const char*>(data), size);
    const std::string text = fold(printed);
    within(find_sirens(text), text);
    within(find_sirets(text), text);
    within(find_rcs(text), text);
    within(find_tva_numbers(text), text);
    within(find_dates(text), text);
    within(find_periods(text), text);
    within(find_years(text), text);
    within(find_amounts(text), text);
    within(find_amounts_in_words(text), text);
    static_cast<void>(section_at(text));
    static_cast<void>(company_likeness(printed, "ALPHA"));
    static_cast<void>(same_person(printed, "Jean Alpha"));
    if (const auto line = parse_cheque_line(text)) static_cast<void>(rlmc_key(*line));
    two_d_doc(printed);
    two_d_doc("DC04FR000001123F1636" "01" "01" "FR" + printed + '\x1f' + std::string(103, 'A'));
    return 0;
}
