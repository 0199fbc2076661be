#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "samples/world.hpp"

namespace paraphe::samples {

/// What every piece has: whether it is there, and what was sent in its place.
struct PieceFacts {
    bool present = true;
    std::string instead;        ///< a drawing of lookalikes/, sent in this piece's place
    bool illegible = false;     ///< the scan shows nothing that could be read
};

struct SignedBy {
    Person person;
    std::string role;
    bool signature = true, stamp = true, mention = true;
    std::optional<Date> on;
};

struct LetterFacts : PieceFacts {
    Company company;
    SignedBy by;
    bool statement = true;
    int blanks = 0;             ///< how many of the form's places stay empty
    bool typed_name_only = false;
    int declared_staff = 0;     ///< 0: the letter says nothing
    bool delegation = false;    ///< a power of attorney for the signatory lies beside it
    bool trade_name = false;    ///< the letter names the company as its shop sign does
};

struct ReferentialFacts : PieceFacts {
    Company company;
    SignedBy by;
    std::string edition;
    std::set<int> missing_pages, twice, unparaphed, faint, struck_out;   ///< printed page numbers
    bool same_paraph = false, cropped = false, versos_bare = false, two_paraphs = false, last_paraphed = false, blank_versos = false;
    bool stamp_only = false;
    std::string clause;         ///< "changed", "removed" or "added": what was done to one of the standard's points
    int clause_at = 0;          ///< to which
};

enum class Payment { attested, receipted_invoice, receipt, call };
struct ClusterFacts : PieceFacts {
    ClusterOrg cluster;
    Company member;
    int year = 0;
    Payment payment = Payment::attested;
    double amount = 0;
    Date issued_on{}, paid_on{};
    bool marked = true;         ///< signature or stamp of the cluster
};

struct KbisFacts : PieceFacts {
    Company company;
    Date up_to_date_on{}, printed_on{};
    std::optional<Date> struck_off_on;
    std::string procedure;      ///< a mention among the observations
    bool second_page_lost = false, date_smudged = false, wrong_key = false, handwriting = false, registering = false, anachronism = false;
    bool bare = false;          ///< no code, no activity number, no home address
    bool company_president = false;
    Company holding;
    bool overlay = false, broken_signature = false;
};

struct StaffRow {
    Person person;
    std::string sex, nationality, job, qualification, contract;
    Date born{}, entered{};
    std::optional<Date> left;
};
struct RegisterFacts : PieceFacts {
    Company company;
    Date edited_on{};
    std::vector<StaffRow> rows;
    bool empty = false, no_job = false, no_entry = false, unnamed = false, social_numbers = false, unordered = false, one_site = false, initials = false;
};

enum class Period { from_to, due_date, until, none };
struct InsuranceFacts : PieceFacts {
    Insurer insurer;
    Company insured;
    std::string policy, kind = "RC", activity, document;   ///< kind: RC, decennial, car, premises; document: attestation, quote, terms
    Date issued_on{}, from{}, to{};
    Period period = Period::from_to;
    bool marked = true, broker = false, insurer_named = true;
};

struct LicenceFacts : PieceFacts {
    Vendor vendor;
    Company licensee;
    std::string document = "invoice";   ///< invoice, quote, subscription, education, eula, granted, list
    std::string number;
    Date issued_on{};
    std::optional<Date> ends_on;
    std::vector<std::pair<std::string, int>> products;
};

struct ChequeFacts : PieceFacts {
    Company drawer;
    Bank bank;
    int amount = 400;
    std::string words;                   ///< empty: what the amount says
    int words_amount = 400;
    std::string figures;                 ///< empty: chosen by the layout
    std::string payee = "France IT";
    std::optional<Date> on;
    bool signature = true, cancelled = false, wrong_key = false, altered = false, letter = false, stamp = false;
    std::string number, zone2, zone3;
};

struct BrandFacts : PieceFacts {
    Company company;
    SignedBy by;
    std::set<int> missing_pages;
};

/// Which files are spoiled, and how the dossier is packed beyond what chance would choose.
struct PackingFacts {
    std::string locked;          ///< the piece whose file asks for a password
    std::string garbled;         ///< the piece whose file is no PDF at all
    std::string attack;          ///< a way in which a text layer lies
    std::string attacked;        ///< the piece it lies about
    bool duplicates = false, upside_down = false, shuffled = false, split = false, phone = false, signed_file = false;
};

/// Everything one dossier says.
struct Facts {
    Date as_of{};
    Company us;
    std::optional<Date> deadline;
    LetterFacts letter;
    ReferentialFacts referential;
    ClusterFacts cluster;
    KbisFacts kbis;
    RegisterFacts staff;
    InsuranceFacts insurance;
    LicenceFacts licence;
    ChequeFacts cheque;
    BrandFacts brand;
    PackingFacts packing;

    [[nodiscard]] const PieceFacts& of(std::string_view piece) const;
    [[nodiscard]] PieceFacts& of(std::string_view piece);
};

inline constexpr std::string_view piece_ids[] = {"commitment_letter", "referential", "cluster_membership", "kbis", "staff_register",
                                                 "liability_insurance", "software_licence", "fee_cheque", "brand_rules"};

/// A dossier in which all is well.
Facts clean_facts(Random rng, std::optional<Date> as_of = {});
/// Another company of the same world.
Company stranger(Random& rng, const Facts& beside);

}  // namespace paraphe::samples
