// What looks wrong and must pass.
#include "samples/defects.hpp"
#include "samples/words.hpp"

namespace paraphe::samples {
namespace {

using std::chrono::days;


}  // namespace

std::vector<Defect> variants_that_must_pass() {
    return {
        {"P1", "fine_kbis_printed_later", "kbis", "", 'P', "", "", [](Facts& f, Random& r) { f.kbis.printed_on = f.as_of - days{r.between(0, 5)}; f.kbis.up_to_date_on = f.kbis.printed_on - days{r.between(5, 8)}; }},
        {"P2", "fine_kbis_bare", "kbis", "", 'P', "", "", [](Facts& f, Random&) { f.kbis.bare = true; }},
        {"P3", "fine_trade_name", "commitment_letter", "", 'P', "", "", [](Facts& f, Random&) { f.us.trade_name = f.us.name.substr(0, f.us.name.find(' ')) + " Lab"; f.kbis.company.trade_name = f.letter.company.trade_name = f.us.trade_name; f.letter.trade_name = true; }},
        {"P4", "fine_older_letterhead", "commitment_letter", "", 'P', "", "", [](Facts& f, Random& r) { f.letter.company.capital = f.us.capital == 1000 ? 500 : 1000; f.letter.company.address = {"3 rue Ancienne", f.us.address.postcode, f.us.address.town}; static_cast<void>(r); }},
        {"P5", "fine_form_of_one_partner", "kbis", "", 'P', "", "", [](Facts& f, Random&) { f.us.form = "EURL"; f.us.form_long = "SARL (Société à associé unique)"; f.us.role = "Gérant"; for (Company* c : {&f.kbis.company, &f.letter.company, &f.referential.company, &f.brand.company}) c->form = "EURL", c->form_long = f.us.form_long, c->role = f.us.role; f.letter.by.role = f.referential.by.role = f.brand.by.role = f.us.role; }},
        {"P6", "fine_cheque_spelling", "fee_cheque", "", 'P', "", "", [](Facts& f, Random& r) { static constexpr const char* words[] = {"quatre cent euros", "quatre-cents-euros", "QUATRE CENTS", "quatre cents euros et zéro centime", "Quatre cents euros ----"}; static constexpr const char* figures[] = {"400.00", "#400#", "= 400 =", "400", "400€00"}; f.cheque.words = r.pick(words); f.cheque.figures = r.pick(figures); }},
        {"P7", "fine_cheque_letter", "fee_cheque", "", 'P', "", "", [](Facts& f, Random&) { f.cheque.letter = f.cheque.stamp = true; }},
        {"P9", "fine_insurance_tacit", "liability_insurance", "", 'P', "", "", [](Facts& f, Random& r) { auto& i = f.insurance; i.period = Period::due_date; i.from = f.as_of - days{r.between(400, 900)}; i.issued_on = f.as_of - days{150}; if (year_of(i.issued_on) != year_of(f.as_of)) i.issued_on = f.as_of - days{3}; }},
        {"P10", "fine_insurance_broker", "liability_insurance", "", 'P', "", "", [](Facts& f, Random&) { f.insurance.broker = true; }},
        {"P11", "fine_register_initials", "staff_register", "", 'P', "", "", [](Facts& f, Random&) { f.staff.initials = true; }},
        {"P12", "fine_two_paraphs", "referential", "", 'P', "", "", [](Facts& f, Random&) { f.referential.two_paraphs = true; }},
        {"P12", "fine_last_paraphed_too", "referential", "", 'P', "", "", [](Facts& f, Random&) { f.referential.last_paraphed = true; }},
        {"P12", "fine_blank_versos", "referential", "", 'P', "", "scan", [](Facts& f, Random&) { f.referential.blank_versos = true; }},
        {"P12", "fine_signed_file", "referential", "", 'P', "", "digital", [](Facts& f, Random&) { f.packing.signed_file = true; }},
        {"P13", "fine_second_given_name", "commitment_letter", "", 'P', "", "", [](Facts& f, Random& r) { auto& d = f.kbis.company.director; d.second = "Paul"; f.letter.by.person.last = unaccented(f.letter.by.person.last); static_cast<void>(r); }},
        {"P14", "fine_upside_down", "", "", 'P', "", "scan", [](Facts& f, Random&) { f.packing.upside_down = true; }},
        {"P14", "fine_shuffled", "", "", 'P', "", "", [](Facts& f, Random&) { f.packing.shuffled = true; }},
        {"P14", "fine_phone_photos", "", "", 'P', "", "", [](Facts& f, Random&) { f.packing.phone = true; }},
        {"P14", "fine_duplicate", "", "", 'P', "", "", [](Facts& f, Random&) { f.packing.duplicates = true; }},
        {"P15", "fine_plain_letter", "commitment_letter", "", 'P', "", "", [](Facts& f, Random&) { f.letter.by.stamp = f.letter.by.mention = false; }},
        {"P15", "fine_delegation", "commitment_letter", "", 'P', "", "", [](Facts& f, Random& r) { f.letter.delegation = true; f.letter.by.person = stranger(r, f).director; f.letter.by.role = "Directeur administratif"; }},
    };
}

}  // namespace paraphe::samples
