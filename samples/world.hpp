#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "samples/calendar.hpp"
#include "samples/random.hpp"

namespace paraphe::samples {

struct Person {
    std::string civility, first, second, last;  ///< second: further given names, only the register prints them
    [[nodiscard]] std::string full() const { return first + " " + last; }
    [[nodiscard]] std::string initials() const;
    friend bool operator==(const Person&, const Person&) = default;
};

struct Town {
    std::string_view name, postcode, registry;  ///< registry: the town of its commercial court
    int court;                                  ///< the court's number, for the European identifier
};

struct Address {
    std::string street, postcode, town;
    [[nodiscard]] std::string line() const { return street + ", " + postcode + " " + town; }
};

struct Company {
    std::string name, trade_name, acronym;
    std::string form, form_long, role;  ///< "SARL", "Société à responsabilité limitée", "Gérant"
    int capital = 0;
    std::string siren, siret;
    Address address;
    std::string registry;
    int court = 0;
    std::string gestion_no, naf, activity, phone, site;
    Date registered_on{};
    Person director;
    [[nodiscard]] std::string siren_spaced() const { return spaced(siren); }
    [[nodiscard]] std::string siret_spaced() const { return spaced(siren) + " " + siret.substr(9); }
    [[nodiscard]] static std::string spaced(std::string_view siren);
};

struct ClusterOrg {
    std::string_view name, long_name, street, postcode, town;
    std::string siren;
    Person officer;
    std::string_view officer_role;
};

struct Insurer {
    std::string_view name, company, street, town, rcs;  ///< rcs: as its papers print it
    std::string_view policy_form;                       ///< # a digit, anything else itself
};

struct Vendor {
    std::string_view name, country, street;
    std::vector<std::string_view> products;
};

struct Bank {
    std::string_view name, branch_word;
    int colour;  ///< 0xRRGGBB
};

bool luhn(std::string_view digits);
std::string make_siren(Random& rng);
std::string make_siret(Random& rng, const std::string& siren);
/// A number of nine digits that fails Luhn's key.
std::string spoiled_siren(const std::string& siren);

Person make_person(Random& rng);
Address make_address(Random& rng, const Town& town);
Company make_company(Random& rng, Date as_of);
ClusterOrg make_cluster(Random& rng, bool known);
Insurer make_insurer(Random& rng);
Vendor make_vendor(Random& rng);
Bank make_bank(Random& rng);
/// Replaces each # by a digit and each @ by a capital letter.
std::string filled(Random& rng, std::string_view form);

}  // namespace paraphe::samples
