// Scenarios 34 to 62: the register of commerce and the staff register.
#include "samples/defects.hpp"

namespace paraphe::samples {
namespace {

using std::chrono::days;

void instead(Facts& facts, std::string_view piece, const char* drawing) { facts.of(piece).instead = drawing; }
void missing(Facts& facts, std::string_view piece) { facts.of(piece).present = false; }
void kbis_dated(Facts& facts, Date day) {
    facts.kbis.up_to_date_on = day;
    facts.kbis.printed_on = day;
}

}  // namespace

std::vector<Defect> defects_of_company() {
    return {
        {"34", "kbis_missing", "kbis", "kbis.present", 'F', "kbis.missing", "", [](Facts& f, Random&) { missing(f, "kbis"); }},
        {"35", "kbis_old", "kbis", "kbis.age", 'F', "kbis.too_old", "", [](Facts& f, Random& r) { kbis_dated(f, f.as_of - days{r.between(105, 190)}); }},
        {"36", "kbis_is_sirene", "kbis", "kbis.kind", 'F', "kbis.is_sirene_notice", "", [](Facts& f, Random&) { instead(f, "kbis", "sirene_notice"); }},
        {"37", "kbis_is_rne", "kbis", "kbis.kind", 'R', "kbis.is_rne_certificate", "", [](Facts& f, Random& r) { f = clean_facts(r.child("later"), date(2023, static_cast<unsigned>(r.between(3, 11)), 12)); instead(f, "kbis", "rne_certificate"); }},
        {"38", "kbis_is_extrait_k", "kbis", "kbis.kind", 'R', "kbis.is_extrait_k", "", [](Facts& f, Random&) { instead(f, "kbis", "extract_k"); }},
        {"39", "kbis_is_lbis", "kbis", "kbis.kind", 'F', "kbis.is_lbis", "", [](Facts& f, Random&) { instead(f, "kbis", "extract_lbis"); }},
        {"40", "kbis_is_web_page", "kbis", "kbis.kind", 'F', "kbis.is_web_page", "", [](Facts& f, Random&) { instead(f, "kbis", "company_website"); }},
        {"41", "kbis_page_lost", "kbis", "kbis.pages", 'R', "kbis.page_missing", "", [](Facts& f, Random&) { f.kbis.second_page_lost = true; }},
        {"42", "kbis_struck_off", "kbis", "kbis.status", 'F', "kbis.struck_off", "", [](Facts& f, Random& r) { f.kbis.struck_off_on = f.kbis.up_to_date_on - days{r.between(5, 60)}; }},
        {"43", "kbis_liquidation", "kbis", "kbis.status", 'R', "kbis.liquidation", "", [](Facts& f, Random& r) { f.kbis.procedure = "- Mention n° " + std::to_string(r.between(2, 30)) + " du " + slashed(f.kbis.up_to_date_on - days{40}) + " : jugement du tribunal de commerce prononçant la liquidation judiciaire de la société, liquidateur Maître " + make_person(r).last; }},
        {"44", "kbis_receivership", "kbis", "kbis.status", 'R', "kbis.procedure_open", "", [](Facts& f, Random& r) { const std::string day = slashed(f.kbis.up_to_date_on - days{70}); f.kbis.procedure = "- Mention du " + day + " : " + (r.chance(0.5) ? "jugement d'ouverture d'une procédure de redressement judiciaire, administrateur Maître " + make_person(r).last : "ouverture d'une procédure de sauvegarde, mandataire Maître " + make_person(r).last); }},
        {"45", "kbis_date_unread", "kbis", "kbis.date", 'R', "kbis.date_unread", "scan", [](Facts& f, Random&) { f.kbis.date_smudged = true; }},
        {"46", "kbis_future", "kbis", "kbis.date", 'R', "kbis.date_in_future", "", [](Facts& f, Random& r) { kbis_dated(f, f.as_of + days{r.between(8, 50)}); }},
        {"47", "kbis_wrong_key", "kbis", "kbis.siren", 'R', "kbis.siren_invalid", "", [](Facts& f, Random&) { f.kbis.wrong_key = true; }},
        {"48", "kbis_signature_broken", "kbis", "kbis.signature", 'R', "kbis.signature_broken", "digital", [](Facts& f, Random&) { f.kbis.broken_signature = true; }},
        {"49", "kbis_overlay", "kbis", "kbis.overlay", 'R', "kbis.overlaid", "scan", [](Facts& f, Random&) { f.kbis.overlay = true; }},
        {"50", "kbis_handwriting", "kbis", "kbis.handwriting", 'R', "kbis.handwriting", "scan", [](Facts& f, Random&) { f.kbis.handwriting = true; }},
        {"51", "kbis_registering", "kbis", "kbis.kind", 'F', "kbis.being_registered", "", [](Facts& f, Random&) { f.kbis.registering = true; }},
        {"52", "kbis_anachronism", "kbis", "kbis.court", 'R', "kbis.court_anachronism", "", [](Facts& f, Random&) { f.kbis.anachronism = true; }},
        {"53", "register_missing", "staff_register", "staff_register.present", 'F', "staff_register.missing", "", [](Facts& f, Random&) { missing(f, "staff_register"); }},
        {"54", "register_is_payslip", "staff_register", "staff_register.kind", 'F', "staff_register.is_payslip", "", [](Facts& f, Random&) { instead(f, "staff_register", "payslip"); }},
        {"54", "register_is_org_chart", "staff_register", "staff_register.kind", 'F', "staff_register.is_organigram", "", [](Facts& f, Random&) { instead(f, "staff_register", "org_chart"); }},
        {"55", "register_empty", "staff_register", "staff_register.rows", 'F', "staff_register.empty", "", [](Facts& f, Random&) { f.staff.empty = true; }},
        {"56", "register_no_job", "staff_register", "staff_register.columns", 'R', "staff_register.columns_missing", "", [](Facts& f, Random& r) { (r.chance(0.5) ? f.staff.no_job : f.staff.no_entry) = true; }},
        {"57", "register_unnamed", "staff_register", "staff_register.company", 'R', "staff_register.company_unnamed", "", [](Facts& f, Random&) { f.staff.unnamed = true; }},
        {"58", "register_headcount", "staff_register", "staff_register.headcount", 'R', "staff_register.headcount_far", "", [](Facts& f, Random& r) { f.letter.declared_staff = r.between(28, 60); }},
        {"59", "register_unordered", "staff_register", "staff_register.order", 'R', "staff_register.disordered", "", [](Facts& f, Random& r) { while (f.staff.rows.size() < 4) f.staff = clean_facts(r.child("staff"), f.as_of).staff, f.staff.company = f.us, r.bits(); f.staff.unordered = true; }},
        {"60", "register_social_numbers", "staff_register", "staff_register.privacy", 'R', "staff_register.nir_printed", "", [](Facts& f, Random&) { f.staff.social_numbers = true; }},
        {"61", "register_old", "staff_register", "staff_register.fresh", 'R', "staff_register.too_old", "", [](Facts& f, Random& r) { const int years = r.between(3, 5); f.staff.edited_on = add_months(f.staff.edited_on, -12 * years); std::erase_if(f.staff.rows, [&](const StaffRow& row) { return row.entered > f.staff.edited_on; }); for (auto& row : f.staff.rows) if (row.left && *row.left > f.staff.edited_on) row.left.reset(); if (f.staff.rows.empty()) { f.us.registered_on -= days{3000}; f.staff.rows = {StaffRow{make_person(r), "M", "Française", "Développeur", "Employé", "CDI", date(1980, 4, 2), f.staff.edited_on - days{200}, {}}}; } }},
        {"62", "register_one_site", "staff_register", "staff_register.scope", 'R', "staff_register.one_establishment", "", [](Facts& f, Random&) { f.staff.one_site = true; }},
    };
}

}  // namespace paraphe::samples
