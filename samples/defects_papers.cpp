// Scenarios 1 to 33: the letter, the reference document, the cluster.
#include "samples/defects.hpp"

namespace paraphe::samples {
namespace {

using std::chrono::days;

void instead(Facts& facts, std::string_view piece, const char* drawing) { facts.of(piece).instead = drawing; }
void missing(Facts& facts, std::string_view piece) { facts.of(piece).present = false; }
SignedBy by_other(const SignedBy& from, const Person& person) {
    SignedBy by = from;
    by.person = person;
    return by;
}

}  // namespace

std::vector<Defect> defects_of_papers() {
    return {
    {"1", "letter_missing", "commitment_letter", "commitment_letter.present", 'F', "commitment_letter.missing", "", [](Facts& f, Random&) { missing(f, "commitment_letter"); }},
    {"2", "letter_unsigned", "commitment_letter", "commitment_letter.signature", 'F', "commitment_letter.unsigned", "", [](Facts& f, Random&) { f.letter.by.signature = f.letter.by.stamp = f.letter.by.mention = false; }},
    {"3", "letter_stamp_only", "commitment_letter", "commitment_letter.signature", 'F', "commitment_letter.stamp_only", "", [](Facts& f, Random&) { f.letter.by.signature = f.letter.by.mention = false; f.letter.by.stamp = true; }},
    {"4", "letter_typed_name", "commitment_letter", "commitment_letter.signature", 'F', "commitment_letter.typed_only", "", [](Facts& f, Random&) { f.letter.by.signature = f.letter.by.stamp = f.letter.by.mention = false; f.letter.typed_name_only = true; }},
    {"5", "letter_blanks", "commitment_letter", "commitment_letter.blanks", 'F', "commitment_letter.blanks_left", "", [](Facts& f, Random& r) { f.letter.blanks = r.between(2, 3); }},
    {"6", "letter_other_company", "commitment_letter", "commitment_letter.company", 'F', "commitment_letter.other_company", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.letter.company = other; }},
    {"7", "letter_other_signatory", "commitment_letter", "commitment_letter.signatory", 'R', "commitment_letter.not_representative", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.letter.by = by_other(f.letter.by, other.director); f.letter.by.role = "Responsable commercial"; }},
    {"8", "letter_no_statement", "commitment_letter", "commitment_letter.statement", 'R', "commitment_letter.no_statement", "", [](Facts& f, Random&) { f.letter.statement = false; }},
    {"9", "letter_undated", "commitment_letter", "commitment_letter.date", 'R', "commitment_letter.undated", "", [](Facts& f, Random&) { f.letter.by.on.reset(); }},
    {"10", "letter_dated_later", "commitment_letter", "commitment_letter.date", 'R', "commitment_letter.dated_later", "", [](Facts& f, Random& r) { f.letter.by.on = f.as_of + days{r.between(5, 40)}; }},
    {"11", "letter_is_motivation", "commitment_letter", "commitment_letter.kind", 'F', "commitment_letter.is_motivation_letter", "", [](Facts& f, Random&) { instead(f, "commitment_letter", "motivation_letter"); }},
    {"12", "referential_missing", "referential", "referential.present", 'F', "referential.missing", "", [](Facts& f, Random&) { missing(f, "referential"); }},
    {"13", "referential_page_missing", "referential", "referential.pages", 'F', "referential.page_missing", "", [](Facts& f, Random& r) { f.referential.missing_pages = {r.between(2, 3)}; }},
    {"14", "referential_paraph_missing", "referential", "referential.paraphs", 'F', "referential.paraph_missing", "", [](Facts& f, Random& r) { f.referential.unparaphed = {r.between(1, 2)}; }},
    {"15", "referential_unsigned", "referential", "referential.signature", 'F', "referential.unsigned", "", [](Facts& f, Random&) { f.referential.by.signature = f.referential.by.stamp = f.referential.by.mention = false; f.referential.last_paraphed = true; }},
    {"16", "referential_is_brochure", "referential", "referential.kind", 'F', "referential.is_brochure", "", [](Facts& f, Random&) { instead(f, "referential", "brochure"); }},
    {"17", "referential_old_version", "referential", "referential.version", 'R', "referential.other_version", "", [](Facts& f, Random&) { f.referential.edition = "Version 0.9 (projet) - 2009"; }},
    {"18", "referential_struck_out", "referential", "referential.text", 'R', "referential.text_edited", "", [](Facts& f, Random&) { f.referential.struck_out = {2}; }},
    {"19", "referential_cut_off", "referential", "referential.visible", 'R', "referential.cut_off", "scan", [](Facts& f, Random&) { f.referential.cropped = true; }},
    {"20", "referential_copied_paraph", "referential", "referential.copied_mark", 'R', "referential.copied_mark", "digital", [](Facts& f, Random&) { f.referential.same_paraph = true; }},
    {"21", "referential_page_twice", "referential", "referential.pages", 'F', "referential.page_missing", "", [](Facts& f, Random&) { f.referential.twice = {2}; f.referential.missing_pages = {3}; }},
    {"22", "referential_faint_paraph", "referential", "referential.paraphs", 'R', "referential.paraph_doubtful", "scan", [](Facts& f, Random& r) { f.referential.faint = {r.between(1, 2)}; }},
    {"23", "referential_versos_bare", "referential", "referential.paraphs", 'F', "referential.backs_not_paraphed", "", [](Facts& f, Random&) { f.referential.versos_bare = true; }},
    {"24", "referential_other_hand", "referential", "referential.signatory", 'R', "referential.other_signatory", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.referential.by = by_other(f.referential.by, other.director); }},
    {"25", "cluster_missing", "cluster_membership", "cluster_membership.present", 'F', "cluster_membership.missing", "", [](Facts& f, Random&) { missing(f, "cluster_membership"); }},
    {"26", "cluster_old_year", "cluster_membership", "cluster_membership.year", 'F', "cluster_membership.expired", "", [](Facts& f, Random&) { f.cluster.year -= 2; f.cluster.paid_on = add_months(f.cluster.paid_on, -24); f.cluster.issued_on = add_months(f.cluster.issued_on, -24); }},
    {"27", "cluster_previous_year", "cluster_membership", "cluster_membership.year", 'R', "cluster_membership.previous_year", "", [](Facts& f, Random& r) { f = clean_facts(r.child("winter"), date(year_of(f.as_of), static_cast<unsigned>(r.between(1, 3)), 15)); f.cluster.year = year_of(f.as_of) - 1; f.cluster.issued_on = f.as_of - days{100}; f.cluster.paid_on = f.cluster.issued_on; }},
    {"28", "cluster_call_for_fees", "cluster_membership", "cluster_membership.paid", 'R', "cluster_membership.not_paid", "", [](Facts& f, Random&) { f.cluster.payment = Payment::call; f.cluster.marked = false; }},
    {"29", "cluster_is_form", "cluster_membership", "cluster_membership.kind", 'F', "cluster_membership.is_membership_form", "", [](Facts& f, Random&) { instead(f, "cluster_membership", "membership_form"); }},
    {"30", "cluster_unknown", "cluster_membership", "cluster_membership.cluster", 'R', "cluster_membership.unknown_cluster", "", [](Facts& f, Random& r) { f.cluster.cluster = make_cluster(r, false); }},
    {"31", "cluster_other_member", "cluster_membership", "cluster_membership.member", 'R', "cluster_membership.other_company", "", [](Facts& f, Random& r) { const Company other = stranger(r, f); f.cluster.member = other; }},
    {"32", "cluster_is_urssaf", "cluster_membership", "cluster_membership.kind", 'F', "cluster_membership.is_urssaf", "", [](Facts& f, Random&) { instead(f, "cluster_membership", "urssaf"); }},
    {"33", "cluster_unmarked", "cluster_membership", "cluster_membership.issuer", 'R', "cluster_membership.issuer_unsigned", "", [](Facts& f, Random&) { f.cluster.marked = false; f.cluster.payment = Payment::attested; }},
    };
}

}  // namespace paraphe::samples
