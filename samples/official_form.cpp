#include "samples/official_form.hpp"

namespace paraphe::samples {
namespace {

void empty(Company& company, SignedBy& by) {
    const std::string dots(24, '.');
    company.name = company.siren = company.address.town = dots;
    by = {{"", dots, "", dots}, dots, false, false, false, {}};
}

/// What the forms say before a candidate fills them in.
Facts unfilled(Facts facts) {
    constexpr int more_than_any = 60;
    empty(facts.referential.company, facts.referential.by);
    empty(facts.brand.company, facts.brand.by);
    for (int page = 1; page < more_than_any; ++page) facts.referential.unparaphed.insert(page);
    facts.referential.missing_pages.clear();
    facts.referential.twice.clear();
    facts.referential.struck_out.clear();
    facts.referential.clause.clear();
    facts.referential.blank_versos = facts.referential.cropped = false;
    facts.brand.missing_pages.clear();
    return facts;
}

}  // namespace

bool has_official_form(std::string_view piece) { return piece == "referential" || piece == "brand_rules"; }

Booklet official_form(const Drawing& drawing, const Booklet& filled, const Facts& facts, const Random& looks) {
    const Facts blank = unfilled(facts);
    Booklet form(filled.piece, blank, looks);
    form.layout = filled.layout;
    drawing.draw(blank, form);
    return form;
}

}  // namespace paraphe::samples
