#include "samples/facts.hpp"

#include <array>
#include <stdexcept>

namespace paraphe::samples {
namespace {

using std::chrono::days;

SignedBy signed_by(Random& rng, const Company& company, Date as_of, int days_before) {
    SignedBy by;
    by.person = company.director;
    by.role = company.role;
    by.stamp = rng.chance(0.6);
    by.mention = rng.chance(0.6);
    by.on = as_of - days{rng.between(0, days_before)};
    return by;
}

std::vector<StaffRow> staff(Random& rng, const Facts& facts) {
    static constexpr std::array<std::array<const char*, 2>, 9> jobs{{{"Développeur", "Employé"}, {"Développeuse web", "Technicien"}, {"Chef de projet", "Cadre"},
                                                                    {"Administrateur réseau", "Agent de maîtrise"}, {"Graphiste", "Employé"}, {"Commercial", "Cadre"},
                                                                    {"Assistante de direction", "Employé"}, {"Intégrateur", "Technicien"}, {"Directeur technique", "Cadre"}}};
    static constexpr std::array<const char*, 6> contracts{"CDI", "CDI", "CDI", "CDI", "CDD", "Apprenti"};
    std::vector<StaffRow> rows;
    const int count = rng.between(3, 13);
    const int span = static_cast<int>((facts.as_of - facts.us.registered_on).count());
    Date entered = facts.us.registered_on + days{rng.between(5, span / 4)};
    for (int i = 0; i < count; ++i) {
        StaffRow row;
        row.person = make_person(rng);
        row.sex = row.person.civility == "Mme" ? "F" : "M";
        row.nationality = rng.chance(0.93) ? "Française" : "Portugaise";
        const auto& [job, qualification] = rng.pick(jobs);
        row.job = job;
        row.qualification = qualification;
        row.contract = rng.pick(contracts);
        row.born = date(rng.between(1960, 1994), static_cast<unsigned>(rng.between(1, 12)), static_cast<unsigned>(rng.between(1, 28)));
        row.entered = entered;
        const int rest = static_cast<int>((facts.as_of - entered).count());
        if (rest < 20) break;
        if (rng.chance(0.25) && rest > 200) row.left = entered + days{rng.between(60, rest - 10)};
        rows.push_back(row);
        entered += days{rng.between(1, std::max(2, rest / 4))};
    }
    return rows;
}

void fill_insurance(Random& rng, Facts& facts) {
    auto& insurance = facts.insurance;
    insurance.insurer = make_insurer(rng);
    insurance.insured = facts.us;
    insurance.policy = filled(rng, insurance.insurer.policy_form);
    insurance.activity = facts.us.activity;
    insurance.document = "attestation";
    const int year = year_of(facts.as_of);
    const bool early = facts.as_of < date(year, 1, 25);
    if (rng.chance(0.6)) {  // the civil year
        insurance.from = date(year, 1, 1);
        insurance.to = date(year, 12, 31);
        insurance.issued_on = early ? facts.as_of - days{rng.between(0, 10)} : insurance.from + days{rng.between(2, 20)};
        if (insurance.issued_on < insurance.from) insurance.issued_on = insurance.from - days{rng.between(3, 20)};
    } else {  // twelve months from any day
        insurance.from = facts.as_of - days{rng.between(20, 300)};
        insurance.to = add_months(insurance.from, 12) - days{1};
        insurance.issued_on = insurance.from + days{rng.between(0, 15)};
    }
    if (rng.chance(0.2)) insurance.period = Period::until;
    insurance.broker = rng.chance(0.2);
}

void fill_cheque(Random& rng, Facts& facts) {
    auto& cheque = facts.cheque;
    cheque.drawer = facts.us;
    cheque.bank = make_bank(rng);
    cheque.on = facts.as_of - days{rng.between(0, 20)};
    cheque.number = filled(rng, "#######");
    cheque.zone2 = filled(rng, "0############").substr(0, 12);
    cheque.zone3 = filled(rng, "############");
    cheque.letter = rng.chance(0.2);
    cheque.stamp = rng.chance(0.15);
}

}  // namespace

const PieceFacts& Facts::of(std::string_view piece) const { return const_cast<Facts*>(this)->of(piece); }

PieceFacts& Facts::of(std::string_view piece) {
    if (piece == "commitment_letter") return letter;
    if (piece == "referential") return referential;
    if (piece == "cluster_membership") return cluster;
    if (piece == "kbis") return kbis;
    if (piece == "staff_register") return staff;
    if (piece == "liability_insurance") return insurance;
    if (piece == "software_licence") return licence;
    if (piece == "fee_cheque") return cheque;
    if (piece == "brand_rules") return brand;
    throw std::invalid_argument("no such piece: " + std::string(piece));
}

Company stranger(Random& rng, const Facts& beside) {
    Company other = make_company(rng, beside.as_of);
    while (other.name.substr(0, 3) == beside.us.name.substr(0, 3) || other.director.last == beside.us.director.last) other = make_company(rng, beside.as_of);
    return other;
}

Facts clean_facts(Random rng, std::optional<Date> as_of) {
    Facts facts;
    facts.as_of = date(rng.between(2015, 2019), static_cast<unsigned>(rng.between(1, 12)), static_cast<unsigned>(rng.between(1, 28)));
    if (as_of) facts.as_of = *as_of;
    auto world = rng.child("world");
    facts.us = make_company(world, facts.as_of);
    auto pieces = rng.child("pieces");
    facts.letter.company = facts.us;
    facts.letter.by = signed_by(pieces, facts.us, facts.as_of, 40);
    facts.referential.company = facts.us;
    facts.referential.by = signed_by(pieces, facts.us, facts.as_of, 40);
    if (pieces.chance(0.6)) facts.referential.by.on = facts.letter.by.on;
    static constexpr std::array<const char*, 4> editions{"Version 2 - janvier 2015", "Version 2.1 - mars 2016", "Édition 2014", "V3 - septembre 2015"};
    facts.referential.edition = pieces.pick(editions);
    facts.brand.company = facts.us;
    facts.brand.by = signed_by(pieces, facts.us, facts.as_of, 40);
    if (pieces.chance(0.6)) facts.brand.by.on = facts.letter.by.on;

    auto& cluster = facts.cluster;
    cluster.cluster = make_cluster(pieces, true);
    cluster.member = facts.us;
    cluster.year = year_of(facts.as_of);
    static constexpr std::array<int, 6> fees{150, 240, 300, 480, 600, 900};
    cluster.amount = pieces.pick(fees);
    const int into_year = static_cast<int>((facts.as_of - date(cluster.year, 1, 1)).count());
    cluster.paid_on = facts.as_of - days{pieces.between(0, std::min(into_year, 120))};
    cluster.issued_on = cluster.paid_on + days{pieces.between(0, static_cast<int>((facts.as_of - cluster.paid_on).count()))};
    cluster.payment = pieces.chance(0.6) ? Payment::attested : pieces.chance(0.5) ? Payment::receipted_invoice : Payment::receipt;

    auto& kbis = facts.kbis;
    kbis.company = facts.us;
    kbis.up_to_date_on = facts.as_of - days{pieces.between(1, 84)};
    kbis.printed_on = kbis.up_to_date_on + days{pieces.chance(0.6) ? 0 : 1};
    if (kbis.printed_on > facts.as_of) kbis.printed_on = facts.as_of;

    facts.staff.company = facts.us;
    facts.staff.edited_on = facts.as_of - days{pieces.between(0, 60)};
    facts.staff.rows = staff(pieces, facts);
    std::erase_if(facts.staff.rows, [&](const StaffRow& row) { return row.entered > facts.staff.edited_on; });
    for (auto& row : facts.staff.rows)
        if (row.left && *row.left > facts.staff.edited_on) row.left.reset();

    fill_insurance(pieces, facts);

    auto& licence = facts.licence;
    licence.vendor = make_vendor(pieces);
    licence.licensee = facts.us;
    licence.number = filled(pieces, "F####-#####");
    licence.issued_on = facts.as_of - days{pieces.between(5, 300)};
    licence.ends_on = licence.issued_on + days{365};
    const int products = pieces.between(1, 4);
    for (int i = 0; i < products; ++i) licence.products.emplace_back(std::string(licence.vendor.products[static_cast<std::size_t>(i)]), pieces.between(1, 15));

    fill_cheque(pieces, facts);
    return facts;
}

}  // namespace paraphe::samples
