#include "rules/fields.hpp"
#include "rules/two_d_docs.hpp"
#include "rules/words.hpp"

#include "formats/company_name.hpp"
#include "formats/person.hpp"
#include "formats/siren.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace paraphe::rules {
namespace {

/// company_likeness: below 0.5 one reader would call two names different.
constexpr double other_below = 0.5;
/// A bill is dated by the program that prints it and by the one that seals it; a date that was altered is off by months.
constexpr double days_apart = 7;
constexpr double cent = 0.005;

/// What the page prints for a field: the chosen value and those beside it, for a page may print a sum without and with tax, two dates,
/// two names, and the code need agree with one only.
struct Printed {
    std::vector<Value> values;
    Place place;
    double confidence = 0;
};

/// Nothing when the field was not read, hardly read, or when the picture says something else: then it contradicts nobody.
std::optional<Printed> printed(const Context& context, const std::string& name) {
    const auto* found = field(*context.document, name);
    if (!found || found->chosen.confidence < context.book.doubt_from || found->confirmed == false) return {};
    Printed all{{found->chosen.value}, found->chosen.place, found->chosen.confidence};
    for (const auto& other : found->others) all.values.push_back(other.value);
    return all;
}

struct Difference {
    Text title, code, page;
    Place place;
    double confidence = 0;
};

/// The code and the page of the document, held against each other field by field.
struct Comparison {
    std::vector<Difference> differences;
    int compared = 0;

    void add(const Context& context, const std::string& name, const Printed& on_page, Text code, Text page, bool agrees) {
        ++compared;
        if (agrees) return;
        const auto title = context.book.field_titles.find(name);
        differences.push_back({title != context.book.field_titles.end() ? title->second : show(name), std::move(code), std::move(page), on_page.place, on_page.confidence});
    }
};

std::vector<std::string> values_of(const TwoDDoc& doc, TwoDDocUse use) {
    std::vector<std::string> values;
    for (const auto& f : doc.fields)
        if (f.use == use && !f.value.empty()) values.push_back(f.value);
    return values;
}

template <class T, class Agrees>
bool any(const Printed& on_page, Agrees agrees) {
    return std::ranges::any_of(on_page.values, [&](const Value& value) {
        const auto* typed = std::get_if<T>(&value);
        return typed && agrees(*typed);
    });
}

std::string first_text(const Printed& on_page) {
    const auto* text = std::get_if<std::string>(&on_page.values.front());
    return text ? *text : std::string{};
}

/// "MME/SPECIMEN/NATACHA": the line of an address that holds a person.
bool names_person(const std::string& line) {
    return line.find('/') != std::string::npos || (!parse_person(line).civility.empty() && !looks_like_company(line));
}

void compare_names(const Context& context, const TwoDDoc& doc, Comparison& comparison) {
    auto names = values_of(doc, TwoDDocUse::company);
    std::erase_if(names, names_person);
    const auto on_page = printed(context, "company_name");
    if (names.empty() || !on_page || first_text(*on_page).empty()) return;
    const bool agrees = any<std::string>(*on_page, [&](const std::string& name) { return company_likeness(name, names) >= other_below; });
    comparison.add(context, "company_name", *on_page, show(names.front()), show(first_text(*on_page)), agrees);
}

void compare_sirens(const Context& context, const TwoDDoc& doc, Comparison& comparison) {
    std::vector<std::string> sirens;
    for (const auto& number : values_of(doc, TwoDDocUse::siren))
        if ((number.size() == 9 || valid_siret(number)) && valid_siren(number.substr(0, 9))) sirens.push_back(number.substr(0, 9));
    if (sirens.empty()) return;
    for (const std::string name : {"siren", "siret"}) {
        const auto on_page = printed(context, name);
        if (!on_page || !valid_siren(first_text(*on_page).substr(0, 9))) continue;
        const bool agrees = any<std::string>(*on_page, [&](const std::string& number) { return std::ranges::find(sirens, number.substr(0, 9)) != sirens.end(); });
        comparison.add(context, "siren", *on_page, show(grouped(sirens.front())), show(grouped(first_text(*on_page).substr(0, 9))), agrees);
        return;
    }
}

void compare_dates(const Context& context, const CheckSpec& spec, const TwoDDoc& doc, Comparison& comparison) {
    const auto on_page = printed(context, "issued_on");
    if (!doc.issued_on || !on_page) return;
    const auto first = from_iso(first_text(*on_page));
    if (!first) return;
    const double most = number_of(spec, "days", days_apart);
    const bool agrees = any<std::string>(*on_page, [&](const std::string& iso) {
        const auto day = from_iso(iso);
        return day && static_cast<double>(std::labs(days_between(*doc.issued_on, *day))) <= most;
    });
    comparison.add(context, "issued_on", *on_page, show(*doc.issued_on), show(*first), agrees);
}

void compare_amounts(const Context& context, const TwoDDoc& doc, Comparison& comparison) {
    std::vector<double> amounts;
    for (const auto& value : values_of(doc, TwoDDocUse::amount))
        if (const auto amount = two_d_doc_amount(value)) amounts.push_back(*amount);
    const auto on_page = printed(context, "amount");
    const auto* first = on_page ? std::get_if<double>(&on_page->values.front()) : nullptr;
    if (amounts.empty() || !first) return;
    const bool agrees = any<double>(*on_page, [&](double sum) { return std::ranges::any_of(amounts, [&](double a) { return std::abs(a - sum) < cent; }); });
    comparison.add(context, "amount", *on_page, show_euros(amounts.front()), show_euros(*first), agrees);
}

/// Signs that a scanner confuses count as one, and either may have a head or a tail that the other leaves out.
bool same_number(const std::string& code, const std::string& page) {
    const auto a = skeleton(fold(code)), b = skeleton(fold(page));
    return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

void compare_invoice_numbers(const Context& context, const TwoDDoc& doc, Comparison& comparison) {
    const auto numbers = values_of(doc, TwoDDocUse::invoice_number);
    const auto on_page = printed(context, "invoice_number");
    if (numbers.empty() || !on_page || first_text(*on_page).empty()) return;
    const bool agrees = any<std::string>(*on_page, [&](const std::string& number) { return same_number(numbers.front(), number); });
    comparison.add(context, "invoice_number", *on_page, show(numbers.front()), show(first_text(*on_page)), agrees);
}

Comparison compare(const Context& context, const CheckSpec& spec, const TwoDDoc& doc) {
    Comparison comparison;
    compare_names(context, doc, comparison);
    compare_sirens(context, doc, comparison);
    compare_dates(context, spec, doc, comparison);
    compare_amounts(context, doc, comparison);
    compare_invoice_numbers(context, doc, comparison);
    return comparison;
}

/// "date d'émission (code : 15/10/2012 ; page : 15/10/2016)"
Text told(const std::vector<Difference>& differences) {
    Text said;
    for (const auto& d : differences) {
        const std::string comma = said.fr.empty() ? "" : ", ";
        said.fr += comma + d.title.fr + " (code : " + d.code.fr + " ; page : " + d.page.fr + ")";
        said.en += comma + d.title.en + " (code: " + d.code.en + "; page: " + d.page.en + ")";
    }
    return said;
}

/// A page without a code says nothing: most have none.
bool applies(const Context& context, const CheckSpec&) {
    return context.document && !two_d_docs_of(context.reading, *context.document).empty();
}

Ruling check(const Context& context, const CheckSpec& spec) {
    int compared = 0;
    const auto codes = two_d_docs_of(context.reading, *context.document);
    for (const auto& code : codes) {
        const auto comparison = compare(context, spec, code.doc);
        compared += comparison.compared;
        if (comparison.differences.empty()) continue;
        std::vector<Place> evidence{code.place};
        double confidence = 1;
        for (const auto& d : comparison.differences) {
            evidence.push_back(d.place);
            confidence = std::min(confidence, d.confidence);
        }
        auto result = ruling(Outcome::review, "differs", confidence, std::move(evidence),
                             std::to_string(comparison.differences.size()) + " of " + std::to_string(comparison.compared) + " values compared differ");
        result.values = {{"type", title_of(code.doc)}, {"differences", told(comparison.differences)}};
        return result;
    }
    auto result = ruling(Outcome::pass, compared > 0 ? "ok" : "says_nothing", 1, {codes.front().place}, std::to_string(compared) + " values compared, none differs");
    result.values = {{"type", title_of(codes.front().doc)}};
    return result;
}

}  // namespace

extern const RuleKind two_d_doc_agrees;
const RuleKind two_d_doc_agrees{
    .name = "two_d_doc_agrees",
    .meaning = {"Ce que dit un code 2D-Doc de la pièce, s'il y en a un, ne contredit pas ce qu'elle imprime (un indice, jamais un refus ; sa signature n'est pas vérifiée).",
                "What a 2D-Doc code on the piece says, if there is one, does not contradict what it prints (a hint, never a refusal; its signature is not verified)."},
    .parameters = {{"days", ParameterType::number}},
    .reasons = {{"ok", Outcome::pass, {"type"}}, {"says_nothing", Outcome::pass, {"type"}}, {"differs", Outcome::review, {"type", "differences"}}},
    .check = check,
    .applies = applies,
};

}  // namespace paraphe::rules
