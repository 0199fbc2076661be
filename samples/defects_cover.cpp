// Scenarios 63 to 100, and the ways in which a file says other than it shows.
#include "samples/defects.hpp"

namespace paraphe::samples {
namespace {

using std::chrono::days;

void instead(Facts& facts, std::string_view piece, const char* drawing) { facts.of(piece).instead = drawing; }
void missing(Facts& facts, std::string_view piece) { facts.of(piece).present = false; }
void cheque_of(Facts& facts, int amount) {
    facts.cheque.amount = amount;
    facts.cheque.words_amount = amount;
}
/// The Kbis shows a date of five months ago; its file says a fresh one in some other way.
void lie(Facts& facts, Random& rng, const char* way) {
    facts.packing.attack = way;
    facts.packing.attacked = "kbis";
    facts.kbis.up_to_date_on = add_months(facts.as_of, -12) - days{rng.between(0, 25)};
    facts.kbis.printed_on = facts.kbis.up_to_date_on;
    if (facts.kbis.up_to_date_on < facts.us.registered_on) facts.kbis.up_to_date_on = facts.us.registered_on;
}

}  // namespace

std::vector<Defect> defects_of_cover() {
    return {
        {"63", "insurance_missing", "liability_insurance", "liability_insurance.present", 'F', "liability_insurance.missing", "", [](Facts& f, Random&) { missing(f, "liability_insurance"); }},
        {"64", "insurance_expired", "liability_insurance", "liability_insurance.period", 'F', "liability_insurance.expired", "", [](Facts& f, Random&) { auto& i = f.insurance; const int year = year_of(f.as_of) - 1; i.from = date(year, 1, 1); i.to = date(year, 12, 31); i.issued_on = i.from + days{9}; i.period = Period::from_to; }},
        {"65", "insurance_later", "liability_insurance", "liability_insurance.period", 'F', "liability_insurance.not_yet", "", [](Facts& f, Random& r) { auto& i = f.insurance; i.from = f.as_of + days{r.between(10, 60)}; i.to = add_months(i.from, 12) - days{1}; i.issued_on = f.as_of - days{4}; i.period = Period::from_to; }},
        {"66", "insurance_other_insured", "liability_insurance", "liability_insurance.insured", 'F', "liability_insurance.other_company", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.insurance.insured = other; }},
        {"67", "insurance_wrong_kind", "liability_insurance", "liability_insurance.kind", 'F', "liability_insurance.other_cover", "", [](Facts& f, Random& r) { static constexpr const char* kinds[] = {"decennial", "car", "premises"}; f.insurance.kind = r.pick(kinds); if (f.insurance.kind == "decennial") f.insurance.activity = "Rénovation de bureaux, cloisons et électricité"; }},
        {"68", "insurance_quote", "liability_insurance", "liability_insurance.kind", 'F', "liability_insurance.is_insurance_quote", "", [](Facts& f, Random&) { f.insurance.document = "quote"; f.insurance.marked = false; }},
        {"69", "insurance_terms", "liability_insurance", "liability_insurance.kind", 'R', "liability_insurance.is_insurance_conditions", "", [](Facts& f, Random&) { f.insurance.document = "terms"; }},
        {"70", "insurance_no_period", "liability_insurance", "liability_insurance.period", 'R', "liability_insurance.no_period", "", [](Facts& f, Random&) { f.insurance.period = Period::none; }},
        {"71", "insurance_no_insurer", "liability_insurance", "liability_insurance.issuer", 'R', "liability_insurance.broker_without_insurer", "", [](Facts& f, Random&) { f.insurance.broker = true; f.insurance.insurer_named = false; }},
        {"72", "insurance_unmarked", "liability_insurance", "liability_insurance.signature", 'R', "liability_insurance.issuer_unsigned", "", [](Facts& f, Random&) { f.insurance.marked = false; }},
        {"73", "insurance_other_activity", "liability_insurance", "liability_insurance.activity", 'R', "liability_insurance.activity_not_digital", "", [](Facts& f, Random& r) { static constexpr const char* other[] = {"Restauration rapide et vente à emporter", "Travaux de peinture et de plâtrerie", "Transport routier de marchandises"}; f.insurance.activity = r.pick(other); }},
        {"74", "licence_missing", "software_licence", "software_licence.present", 'F', "software_licence.missing", "", [](Facts& f, Random&) { missing(f, "software_licence"); }},
        {"75", "licence_quote", "software_licence", "software_licence.proof", 'R', "software_licence.is_quote", "", [](Facts& f, Random&) { f.licence.document = "quote"; }},
        {"76", "licence_other_licensee", "software_licence", "software_licence.licensee", 'R', "software_licence.other_company", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.licence.licensee = other; }},
        {"77", "licence_over", "software_licence", "software_licence.period", 'R', "software_licence.expired", "", [](Facts& f, Random& r) { f.licence.document = "subscription"; f.licence.ends_on = f.as_of - days{r.between(20, 300)}; f.licence.issued_on = *f.licence.ends_on - days{365}; }},
        {"78", "licence_education", "software_licence", "software_licence.use", 'R', "software_licence.unsuited_use", "", [](Facts& f, Random&) { f.licence.document = "education"; }},
        {"79", "licence_eula", "software_licence", "software_licence.proof", 'R', "software_licence.is_eula", "", [](Facts& f, Random&) { f.licence.document = "eula"; }},
        {"80", "licence_granted", "software_licence", "software_licence.direction", 'R', "software_licence.is_granted", "", [](Facts& f, Random&) { f.licence.document = "granted"; }},
        {"81", "cheque_missing", "fee_cheque", "fee_cheque.present", 'F', "fee_cheque.missing", "", [](Facts& f, Random&) { missing(f, "fee_cheque"); }},
        {"82", "cheque_wrong_amount", "fee_cheque", "fee_cheque.amount", 'F', "fee_cheque.other_amount", "", [](Facts& f, Random& r) { static constexpr int amounts[] = {200, 600, 40, 480}; cheque_of(f, r.pick(amounts)); }},
        {"83", "cheque_words_differ", "fee_cheque", "fee_cheque.words", 'R', "fee_cheque.words_differ", "", [](Facts& f, Random& r) { static constexpr int amounts[] = {200, 300, 40, 440}; f.cheque.words_amount = r.pick(amounts); }},
        {"84", "cheque_other_payee", "fee_cheque", "fee_cheque.payee", 'F', "fee_cheque.other_payee", "", [](Facts& f, Random& r) { f.cheque.payee = r.chance(0.5) ? "CIRIDD" : f.us.name; }},
        {"85", "cheque_no_payee", "fee_cheque", "fee_cheque.payee", 'R', "fee_cheque.payee_to_confirm", "", [](Facts& f, Random& r) { f.cheque.payee = r.chance(0.5) ? "" : "France Clusters"; }},
        {"86", "cheque_unsigned", "fee_cheque", "fee_cheque.signature", 'F', "fee_cheque.unsigned", "", [](Facts& f, Random&) { f.cheque.signature = f.cheque.stamp = false; }},
        {"87", "cheque_stale", "fee_cheque", "fee_cheque.date", 'F', "fee_cheque.too_old", "", [](Facts& f, Random& r) { f.cheque.on = f.as_of - days{r.between(385, 600)}; }},
        {"88", "cheque_postdated", "fee_cheque", "fee_cheque.date", 'R', "fee_cheque.postdated", "", [](Facts& f, Random& r) { f.cheque.on = f.as_of + days{r.between(10, 60)}; }},
        {"89", "cheque_undated", "fee_cheque", "fee_cheque.date", 'F', "fee_cheque.undated", "", [](Facts& f, Random&) { f.cheque.on.reset(); }},
        {"90", "cheque_is_transfer", "fee_cheque", "fee_cheque.kind", 'R', "fee_cheque.is_transfer", "", [](Facts& f, Random&) { instead(f, "fee_cheque", "bank_transfer"); }},
        {"91", "cheque_cancelled", "fee_cheque", "fee_cheque.kind", 'F', "fee_cheque.is_cancelled", "", [](Facts& f, Random&) { f.cheque.cancelled = true; }},
        {"92", "cheque_wrong_key", "fee_cheque", "fee_cheque.cmc7", 'R', "fee_cheque.cmc7_key_wrong", "", [](Facts& f, Random&) { f.cheque.wrong_key = true; }},
        {"93", "cheque_altered", "fee_cheque", "fee_cheque.alteration", 'R', "fee_cheque.altered", "scan", [](Facts& f, Random&) { f.cheque.altered = true; }},
        {"94", "rules_missing", "brand_rules", "brand_rules.present", 'F', "brand_rules.missing", "", [](Facts& f, Random&) { missing(f, "brand_rules"); }},
        {"95", "rules_unsigned", "brand_rules", "brand_rules.signature", 'F', "brand_rules.unsigned", "", [](Facts& f, Random&) { f.brand.by.signature = f.brand.by.stamp = f.brand.by.mention = false; }},
        {"96", "rules_page_missing", "brand_rules", "brand_rules.pages", 'R', "brand_rules.page_missing", "", [](Facts& f, Random&) { f.brand.missing_pages = {1}; }},
        {"97", "two_companies", "", "x.siren", 'F', "x.two_companies", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.letter.company = other; f.letter.by.person = other.director; f.letter.by.role = other.role; f.insurance.insured = other; f.staff.company = other; }},
        {"98", "three_signatories", "", "x.director", 'R', "x.several_signatories", "", [](Facts& f, Random& r) { f.referential.by.person = stranger(r, f).director; f.brand.by.person = stranger(r, f).director; }},
        {"99", "file_locked", "liability_insurance", "dossier.file", 'R', "dossier.file_unreadable", "digital", [](Facts& f, Random&) { f.packing.locked = "liability_insurance"; }},
        {"99", "file_garbled", "staff_register", "dossier.file", 'R', "dossier.file_unreadable", "", [](Facts& f, Random&) { f.packing.garbled = "staff_register"; }},
        {"100", "after_deadline", "", "dossier.deadline", 'R', "dossier.late", "", [](Facts& f, Random& r) { f.deadline = f.as_of - days{r.between(3, 30)}; }},
        {"A1", "attack_hidden_text", "kbis", "kbis.age", 'F', "kbis.too_old", "scan", [](Facts& f, Random& r) { lie(f, r, "hidden_text"); }},
        {"A2", "attack_unicode_map", "kbis", "kbis.age", 'F', "kbis.too_old", "digital", [](Facts& f, Random& r) { lie(f, r, "unicode_map"); }},
        {"A3", "attack_white_box", "kbis", "kbis.overlay", 'R', "kbis.overlaid", "digital", [](Facts& f, Random& r) { lie(f, r, "white_box"); }},
        {"A4", "attack_screen_layer", "kbis", "kbis.age", 'F', "kbis.too_old", "digital", [](Facts& f, Random& r) { lie(f, r, "screen_layer"); }},
        {"A5", "attack_annotation", "kbis", "kbis.age", 'F', "kbis.too_old", "digital", [](Facts& f, Random& r) { lie(f, r, "annotation"); }},
    };
}

}  // namespace paraphe::samples
