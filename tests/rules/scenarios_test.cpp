// Each scenario of a French auditor's list of defects: a clean dossier with one thing wrong, the outcome, the reason code, and the fact that the
// candidate must read. Numbers are those of the list.
#include "readings.hpp"

#include <functional>
#include <gmock/gmock.h>

namespace paraphe::rules::testing {
namespace {

struct Scenario {
    int number;
    std::string check;
    Outcome outcome;
    std::string code;
    std::string says;                       ///< part of the French message
    std::function<void(Reading&)> spoil;
    Date as_of = deposit;
};

void PrintTo(const Scenario& scenario, std::ostream* out) { *out << scenario.number << " " << scenario.code; }

constexpr auto F = Outcome::fail;
constexpr auto R = Outcome::review;
using Spoil = std::function<void(Reading&)>;

Spoil missing(const std::string& piece) {
    return [piece](Reading& r) { remove_piece(r, piece); };
}
Spoil instead(const std::string& piece, const std::string& look_alike) {
    return [piece, look_alike](Reading& r) { replace_by(r, piece, look_alike); };
}
Spoil found(const std::string& piece, const std::string& code, const std::string& text = "") {
    return [piece, code, text](Reading& r) { find(of(r, piece), code, text); };
}
Spoil value(const std::string& piece, const std::string& name, Value v) {
    return [piece, name, v](Reading& r) { set(of(r, piece), name, v); };
}
Spoil without(const std::string& piece, const std::string& name) {
    return [piece, name](Reading& r) { drop(of(r, piece), name); };
}
Spoil unsigned_piece(const std::string& piece) {
    return [piece](Reading& r) {
        unsign(of(r, piece));
        drop(of(r, piece), "signatory");
    };
}
Spoil other_company(const std::string& piece) {
    return [piece](Reading& r) {
        set(of(r, piece), "siren", std::string{"552081317"});
        set(of(r, piece), "company_name", std::string{"Boulangerie Martin"});
    };
}

void leave_page_bare(Reading& r, int page) {
    auto& referential = of(r, "referential");
    std::erase_if(referential.marks, [&](const PlacedMark& m) { return m.page == page; });
    for (auto& slot : referential.slots)
        if (slot.place.page == page) {
            slot.ink = Ink::empty;
            slot.mark.reset();
        }
}

PageSummary& page_of(Reading& r, const std::string& path, std::size_t index) {
    for (auto& file : r.files)
        if (file.path == path) return file.pages.at(index);
    throw std::runtime_error("no file " + path);
}

std::vector<Scenario> letter() {
    const std::string p = "commitment_letter";
    return {
        {1, p + ".present", F, p + ".missing", "Lettre d'engagement absente", missing(p)},
        {2, p + ".signature", F, p + ".unsigned", "pas signée", unsigned_piece(p)},
        {3, p + ".signature", F, p + ".stamp_only", "Cachet présent", [p](Reading& r) {
             unsign(of(r, p));
             auto& slot = of(r, p).slots.front();
             slot.ink = Ink::present;
             slot.mark = MarkKind::stamp;
             of(r, p).marks.push_back({slot.place.path, slot.place.page, mark(MarkKind::stamp, slot.place.box, 0.95)});
         }},
        {4, p + ".signature", F, p + ".typed_only", "Nom dactylographié", [p](Reading& r) { unsign(of(r, p)); }},
        {5, p + ".blanks", F, p + ".blanks_left", "[nom]", found(p, "blanks_left", "[nom]")},
        {6, p + ".company", F, p + ".other_company", "Boulangerie Martin", other_company(p)},
        {7, p + ".signatory", R, p + ".not_representative", "Louis Dubreuil", value(p, "signatory", std::string{"Louis Dubreuil"})},
        {8, p + ".statement", R, p + ".no_statement", "conformité", found(p, "no_statement_of_conformity")},
        {9, p + ".date", R, p + ".undated", "non datée", without(p, "signed_on")},
        {10, p + ".date", R, p + ".dated_later", "21/02/2017", value(p, "signed_on", std::string{"2017-02-21"})},
        {11, p + ".kind", F, p + ".is_motivation_letter", "Lettre de motivation", instead(p, "motivation_letter")},
    };
}

std::vector<Scenario> referential() {
    const std::string p = "referential";
    return {
        {12, p + ".present", F, p + ".missing", "absent", missing(p)},
        {13, p + ".pages", F, p + ".page_missing", "Page 6 ", [p](Reading& r) {
             set(of(r, p), "page_numbers", std::vector<std::string>{"1", "2", "3", "4", "5", "7"});
         }},
        {14, p + ".paraphs", F, p + ".paraph_missing", "page 4", [](Reading& r) { leave_page_bare(r, 4); }},
        {15, p + ".signature", F, p + ".unsigned", "non signé en dernière page", unsigned_piece(p)},
        {16, p + ".kind", F, p + ".is_brochure", "Plaquette", instead(p, "brochure")},
        {18, p + ".text", R, p + ".text_edited", "article 3", found(p, "text_edited", "article 3")},
        {19, p + ".visible", R, p + ".cut_off", "rogné", [p](Reading& r) { page_of(r, p + ".pdf", 2).problem = PageProblem::cut_off; }},
        {20, p + ".copied_mark", R, p + ".copied_mark", "identiques au pixel", [p](Reading& r) {
             for (auto& mark : of(r, p).marks)
                 if (mark.mark.kind == MarkKind::paraph) mark.mark.fingerprint = "same";
         }},
        {21, p + ".pages", F, p + ".page_twice", "Page 4 en double, page 5 absente", [p](Reading& r) {
             set(of(r, p), "page_numbers", std::vector<std::string>{"1/6", "2/6", "3/6", "4/6", "4/6", "6/6"});
         }},
        {22, p + ".paraphs", R, p + ".paraph_doubtful", "page 3", [p](Reading& r) {
             leave_page_bare(r, 3);
             for (auto& slot : of(r, p).slots)
                 if (slot.place.page == 3) slot.ink = Ink::unsure;
         }},
        {23, p + ".paraphs", F, p + ".backs_not_paraphed", "2 et 4", [](Reading& r) {
             leave_page_bare(r, 2);
             leave_page_bare(r, 4);
         }},
        {24, p + ".signatory", R, p + ".other_signatory", "Anne Leroux", [p](Reading& r) {
             set(of(r, "kbis"), "representatives", std::vector<Representative>{{"FAURE Pierre Yves", "Gérant"}, {"LEROUX Anne", "Gérant"}});
             set(of(r, p), "signatory", std::string{"Anne Leroux"});
         }},
    };
}

std::vector<Scenario> membership() {
    const std::string p = "cluster_membership";
    return {
        {25, p + ".present", F, p + ".missing", "absente", missing(p)},
        {26, p + ".year", F, p + ".expired", "2015", value(p, "year", 2015.0)},
        {27, p + ".year", R, p + ".previous_year", "fournir le règlement 2017", value(p, "year", 2016.0)},
        {28, p + ".paid", R, p + ".not_paid", "sans preuve de règlement", value(p, "paid", false)},
        {29, p + ".kind", F, p + ".is_membership_form", "Bulletin d'adhésion", instead(p, "membership_form")},
        {30, p + ".cluster", R, p + ".unknown_cluster", "Cluster des Alpes", value(p, "cluster", std::string{"Cluster des Alpes"})},
        {31, p + ".member", R, p + ".other_name", "Boulangerie Martin", value(p, "company_name", std::string{"Boulangerie Martin"})},
        {32, p + ".kind", F, p + ".is_urssaf", "URSSAF", instead(p, "urssaf_vigilance")},
        {33, p + ".issuer", R, p + ".issuer_unsigned", "non signée par le cluster", [p](Reading& r) { unsign(of(r, p)); }},
    };
}

std::vector<Scenario> kbis() {
    const std::string p = "kbis";
    return {
        {34, p + ".present", F, p + ".missing", "absent", missing(p)},
        {35, p + ".age", F, p + ".too_old", "15/09/2016", value(p, "issued_on", std::string{"2016-09-15"})},
        {36, p + ".kind", F, p + ".is_sirene_notice", "SIRENE", instead(p, "sirene_notice")},
        {37, p + ".kind", R, p + ".is_rne_certificate", "RNE", instead(p, "rne_certificate")},
        {38, p + ".kind", R, p + ".is_extrait_k", "extrait K", instead(p, "extrait_k")},
        {39, p + ".kind", F, p + ".is_lbis", "immatriculation principale", instead(p, "lbis")},
        {40, p + ".kind", F, p + ".is_web_page", "site internet", instead(p, "company_web_page")},
        {41, p + ".pages", R, p + ".page_missing", "page 2", found(p, "page_of", "1/2")},
        {42, p + ".status", F, p + ".struck_off", "2016-12-01", found(p, "struck_off", "2016-12-01")},
        {43, p + ".status", R, p + ".liquidation", "Liquidation judiciaire", found(p, "liquidation", "jugement du 1er décembre")},
        {44, p + ".status", R, p + ".procedure_open", "redressement", found(p, "procedure_open", "redressement judiciaire")},
        {45, p + ".date", R, p + ".date_unread", "illisible", without(p, "issued_on")},
        {46, p + ".date", R, p + ".date_in_future", "postérieure", value(p, "issued_on", std::string{"2017-03-01"})},
        {47, p + ".siren", R, p + ".siren_invalid", "clé", value(p, "siren", std::string{"732829321"})},
        {48, p + ".signature", R, p + ".signature_broken", "altérée", [p](Reading& r) {
             DigitalSignature signature;
             signature.signer = "Greffe";
             signature.intact = false;
             r.files.front().facts.signatures.push_back(signature);
         }},
        {49, p + ".overlay", R, p + ".overlaid", "date d'émission", [p](Reading& r) {
             const auto box = field_of(of(r, p), "issued_on").chosen.place.box;
             page_of(r, p + ".pdf", 0).overlays.push_back({"text_over_scan", "25 janvier 2017", box});
         }},
        {50, p + ".handwriting", R, p + ".handwriting", "manuscrit", found(p, "handwriting_in_body")},
        {51, p + ".kind", F, p + ".being_registered", "en cours d'immatriculation", instead(p, "registration_pending")},
        {52, p + ".court", R, p + ".court_anachronism", "anachronique", found(p, "court_anachronism", "tribunal des activités économiques")},
    };
}

std::vector<Scenario> staff() {
    const std::string p = "staff_register";
    return {
        {53, p + ".present", F, p + ".missing", "absent", missing(p)},
        {54, p + ".kind", F, p + ".is_payslip", "Bulletin de paie", instead(p, "payslip")},
        {55, p + ".rows", F, p + ".empty", "vierge", found(p, "empty_model")},
        {56, p + ".columns", R, p + ".columns_missing", "emploi", found(p, "columns_missing", "emploi")},
        {57, p + ".company", R, p + ".company_unnamed", "Employeur non identifié", without(p, "siren")},
        {58, p + ".headcount", R, p + ".headcount_far", "déclaré : 12", value("commitment_letter", "employee_count", 12.0)},
        {59, p + ".order", R, p + ".disordered", "Ordre d'embauche", value(p, "rows", std::vector<StaffRow>{{"A.", "", "2016-01-01", ""}, {"B.", "", "2015-01-01", ""}})},
        {60, p + ".privacy", R, p + ".nir_printed", "sécurité sociale", found(p, "nir_printed")},
        {61, p + ".fresh", R, p + ".too_old", "01/06/2014", value(p, "issued_on", std::string{"2014-06-01"})},
        {62, p + ".scope", R, p + ".one_establishment", "seul établissement", found(p, "one_establishment")},
    };
}

std::vector<Scenario> insurance() {
    const std::string p = "liability_insurance";
    const auto ended = [p](Reading& r) {
        set(of(r, p), "valid_from", std::string{"2016-01-01"});
        set(of(r, p), "valid_to", std::string{"2016-12-31"});
    };
    const auto unstated = [p](Reading& r) {
        drop(of(r, p), "valid_from");
        drop(of(r, p), "valid_to");
    };
    return {
        {63, p + ".present", F, p + ".missing", "absente", missing(p)},
        {64, p + ".period", F, p + ".expired", "31/12/2016", ended},
        {65, p + ".period", F, p + ".not_yet", "01/03/2017", value(p, "valid_from", std::string{"2017-03-01"})},
        {66, p + ".insured", F, p + ".other_company", "Boulangerie Martin", other_company(p)},
        {67, p + ".kind", F, p + ".is_decennial_insurance", "décennale", instead(p, "decennial_insurance")},
        {67, p + ".cover", F, p + ".other_cover", "décennale", found(p, "other_cover", "décennale")},
        {68, p + ".kind", F, p + ".is_insurance_quote", "Devis", instead(p, "insurance_quote")},
        {69, p + ".kind", R, p + ".is_premium_notice", "plutôt que", instead(p, "premium_notice")},
        {70, p + ".period", R, p + ".no_period", "non indiquée", unstated},
        {71, p + ".issuer", R, p + ".broker_without_insurer", "courtier", found(p, "broker_without_insurer")},
        {72, p + ".signature", R, p + ".issuer_unsigned", "non signée par l'assureur", [p](Reading& r) { unsign(of(r, p)); }},
        {73, p + ".activity", R, p + ".activity_not_digital", "maçonnerie", found(p, "activity_not_digital", "maçonnerie")},
    };
}

std::vector<Scenario> licences() {
    const std::string p = "software_licence";
    return {
        {74, p + ".present", F, p + ".missing", "Aucune preuve", missing(p)},
        {75, p + ".proof", R, p + ".is_quote", "preuve d'achat", found(p, "quote_only")},
        {76, p + ".licensee", R, p + ".other_name", "Boulangerie Martin", value(p, "company_name", std::string{"Boulangerie Martin"})},
        {77, p + ".period", R, p + ".expired", "30/06/2016", value(p, "valid_to", std::string{"2016-06-30"})},
        {78, p + ".use", R, p + ".unsuited_use", "éducation", found(p, "education_use", "éducation")},
        {79, p + ".proof", R, p + ".is_eula", "CLUF", found(p, "eula_only")},
        {80, p + ".direction", R, p + ".is_granted", "concédée", found(p, "granted_to_clients")},
        {80, p + ".kind", R, p + ".is_granted", "concédée", instead(p, "own_licence_terms")},
    };
}

std::vector<Scenario> cheque() {
    const std::string p = "fee_cheque";
    const auto two_hundred = [p](Reading& r) {
        set(of(r, p), "amount", 200.0);
        set(of(r, p), "amount_in_words", 200.0);
    };
    return {
        {81, p + ".present", F, p + ".missing", "400", missing(p)},
        {82, p + ".amount", F, p + ".other_amount", "200 €", two_hundred},
        {83, p + ".words", R, p + ".words_differ", "Lettres : 300 €", value(p, "amount_in_words", 300.0)},
        {84, p + ".payee", F, p + ".other_payee", "CIRIDD", value(p, "payee", std::string{"CIRIDD"})},
        {85, p + ".payee", R, p + ".payee_to_confirm", "France Clusters", value(p, "payee", std::string{"France Clusters"})},
        {86, p + ".signature", F, p + ".unsigned", "non signé", unsigned_piece(p)},
        {87, p + ".age", F, p + ".too_old", "périmé", value(p, "drawn_on", std::string{"2016-02-11"})},
        {88, p + ".date", R, p + ".postdated", "postdaté", value(p, "drawn_on", std::string{"2017-03-10"})},
        {89, p + ".date", F, p + ".undated", "Date absente", [p](Reading& r) {
             drop(of(r, p), "drawn_on");
             find(of(r, p), "undated");
         }},
        {90, p + ".kind", R, p + ".is_transfer", "Virement", instead(p, "bank_transfer")},
        {91, p + ".cancelled", F, p + ".is_cancelled", "annulé", found(p, "cancelled")},
        {92, p + ".cmc7", R, p + ".cmc7_key_wrong", "CMC-7", found(p, "cmc7_key_wrong")},
        {93, p + ".alteration", R, p + ".altered", "Rature sur montant", found(p, "alteration", "montant")},
    };
}

std::vector<Scenario> the_rest() {
    const std::string p = "brand_rules";
    const auto two_companies = [](Reading& r) {
        other_company("commitment_letter")(r);
        other_company("liability_insurance")(r);
    };
    const auto three_people = [](Reading& r) {
        set(of(r, "referential"), "signatory", std::string{"Jeanne Moreau"});
        set(of(r, "brand_rules"), "signatory", std::string{"Paul Dubois"});
    };
    return {
        {94, p + ".present", F, p + ".missing", "absentes", missing(p)},
        {95, p + ".signature", F, p + ".unsigned", "non signées", unsigned_piece(p)},
        {96, p + ".pages", R, p + ".page_missing", "Page 2", value(p, "page_numbers", std::vector<std::string>{"1/3", "3/3"})},
        {97, "x.siren", F, "x.two_companies", "Boulangerie Martin", two_companies},
        {98, "x.director", R, "x.several_signatories", "Jeanne Moreau", three_people},
        {99, "dossier.file", R, "dossier.file_unreadable", "secret.pdf", [](Reading& r) {
             FileReading file;
             file.path = "secret.pdf";
             file.status = FileStatus::unreadable;
             file.reason = "encrypted";
             r.files.push_back(file);
         }},
    };
}

std::vector<Scenario> all_scenarios() {
    std::vector<Scenario> all;
    for (auto part : {letter(), referential(), membership(), kbis(), staff(), insurance(), licences(), cheque(), the_rest()})
        for (auto& scenario : part) all.push_back(std::move(scenario));
    return all;
}

class Scenarios : public ::testing::TestWithParam<Scenario> {};

TEST_P(Scenarios, AreJudgedAsAnAuditorDoesAndSaidInFrench) {
    const auto& scenario = GetParam();
    auto reading = clean_reading();
    scenario.spoil(reading);
    const auto judgement = judged(reading, scenario.as_of);
    const auto& check = check_of(judgement, scenario.check);
    EXPECT_EQ(check.outcome, scenario.outcome) << check.reasoning;
    EXPECT_EQ(check.code, scenario.code) << check.reasoning;
    EXPECT_THAT(check.message.fr, ::testing::HasSubstr(scenario.says));
    EXPECT_FALSE(check.message.en.empty());
    EXPECT_FALSE(check.advice.fr.empty());
    EXPECT_FALSE(check.evidence.empty()) << "nothing to look at";
    EXPECT_NE(judgement.verdict, Verdict::eligible);
    EXPECT_EQ(judgement.verdict == Verdict::not_eligible, scenario.outcome == Outcome::fail);
}

INSTANTIATE_TEST_SUITE_P(OfTheList, Scenarios, ::testing::ValuesIn(all_scenarios()), [](const auto& named) {
    auto name = std::to_string(named.param.number) + "_" + named.param.code + "_" + std::to_string(named.index);
    for (auto& c : name)
        if (c == '.') c = '_';
    return name;
});

TEST(Scenario17, AnOlderEditionIsToReviewOnceTheLabelNamesTheCurrentOne) {
    auto text = shipped_text();
    const std::string none = "field = \"edition\"\naccepted = []";
    ASSERT_NE(text.find(none), std::string::npos);
    text.replace(text.find(none), none.size(), "field = \"edition\"\naccepted = [\"Version 3\"]");
    const auto book = parse(text, "enr.toml");
    ASSERT_TRUE(book);
    auto reading = clean_reading();
    set(of(reading, "referential"), "edition", std::string{"2011"});
    const auto judgement = judge(reading, **book, deposit, "option");
    EXPECT_EQ(check_of(judgement, "referential.version").code, "referential.other_version");
    EXPECT_EQ(check_of(judgement, "referential.version").outcome, Outcome::review);
}

TEST(Scenario100, ADepositAfterTheDeadlineIsToReviewAndOnlyWhenOneIsSet) {
    auto text = shipped_text();
    const std::string comment = "# deadline = 2017-03-01";
    ASSERT_NE(text.find(comment), std::string::npos);
    text.replace(text.find(comment), comment.size(), "deadline = 2017-02-19");
    const auto book = parse(text, "enr.toml");
    ASSERT_TRUE(book);
    EXPECT_EQ(check_of(judge(clean_reading(), **book, deposit, "option"), "dossier.deadline").code, "dossier.late");
    EXPECT_THROW((void)check_of(judged(clean_reading()), "dossier.deadline"), std::runtime_error);
}

}  // namespace
}  // namespace paraphe::rules::testing
