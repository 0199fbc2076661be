#include "samples/world.hpp"

#include <array>

#include "samples/world_data.hpp"

namespace paraphe::samples {
namespace {

int key_digit(const std::string& digits) {
    for (char last = '0'; last <= '9'; ++last)
        if (luhn(digits + last)) return last;
    return '0';
}

std::string digits(Random& rng, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += static_cast<char>('0' + rng.between(0, 9));
    return text;
}

struct Form {
    const char *short_name, *long_name, *role;
    double share;
};
constexpr std::array<Form, 6> forms{{{"SARL", "Société à responsabilité limitée", "Gérant", 0.38},
                                     {"SAS", "Société par actions simplifiée", "Président", 0.3},
                                     {"EURL", "Société à responsabilité limitée (Société à associé unique)", "Gérant", 0.1},
                                     {"SASU", "Société par actions simplifiée à associé unique", "Président", 0.1},
                                     {"SA", "Société anonyme à conseil d'administration", "Président directeur général", 0.06},
                                     {"SCOP SARL", "Société coopérative de production à responsabilité limitée", "Gérant", 0.06}}};

std::string without_accents(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 14> table{{{"é", 'e'}, {"è", 'e'}, {"ê", 'e'}, {"ë", 'e'}, {"É", 'e'}, {"à", 'a'}, {"â", 'a'},
                                                                              {"ï", 'i'}, {"î", 'i'}, {"ô", 'o'}, {"ç", 'c'}, {"û", 'u'}, {"ù", 'u'}, {"È", 'e'}}};
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        bool found = false;
        for (const auto& [accented, letter] : table)
            if (text.substr(i, accented.size()) == accented) {
                plain += letter;
                i += accented.size();
                found = true;
                break;
            }
        if (found) continue;
        const char c = text[i++];
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z') plain += c;
    }
    return plain;
}

}  // namespace

std::string Person::initials() const {
    const auto letter = [](const std::string& name) { return name.substr(0, static_cast<unsigned char>(name[0]) >= 0xC0 ? 2 : 1); };
    return letter(first) + letter(last);
}

std::string Company::spaced(std::string_view siren) {
    std::string text(siren.substr(0, 3));
    text.append(" ").append(siren.substr(3, 3)).append(" ").append(siren.substr(6, 3));
    return text;
}

bool luhn(std::string_view number) {
    int sum = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        int digit = number[number.size() - 1 - i] - '0';
        if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

std::string make_siren(Random& rng) {
    static constexpr std::array<char, 5> heads{'3', '4', '5', '7', '8'};
    const std::string head = std::string(1, rng.pick(heads)) + digits(rng, 7);
    return head + static_cast<char>(key_digit(head));
}

std::string make_siret(Random& rng, const std::string& siren) {
    const std::string head = siren + "000" + std::to_string(rng.between(1, 6));
    return head + static_cast<char>(key_digit(head));
}

std::string spoiled_siren(const std::string& siren) {
    std::string spoiled = siren;
    spoiled[4] = static_cast<char>('0' + (spoiled[4] - '0' + 1) % 10);
    return spoiled;
}

Person make_person(Random& rng) {
    const bool woman = rng.chance(0.4);
    Person person;
    person.civility = woman ? "Mme" : "M.";
    person.first = woman ? rng.pick(data::given_female) : rng.pick(data::given_male);
    if (rng.chance(0.6)) person.second = woman ? rng.pick(data::given_female) : rng.pick(data::given_male);
    if (person.second == person.first) person.second.clear();
    person.last = rng.pick(data::family);
    return person;
}

Address make_address(Random& rng, const Town& town) {
    const std::string number = std::to_string(rng.between(1, 180)) + (rng.chance(0.1) ? " bis" : "");
    return {number + " " + std::string(rng.pick(data::streets)), std::string(town.postcode), std::string(town.name)};
}

Company make_company(Random& rng, Date as_of) {
    Company company;
    const std::string head(rng.pick(data::name_heads));
    company.name = head + " " + std::string(rng.pick(data::name_tails));
    if (rng.chance(0.3)) company.trade_name = head + (rng.chance(0.5) ? ".net" : " Lab");
    if (rng.chance(0.2) && static_cast<unsigned char>(head[0]) < 0x80) company.acronym = head.substr(0, 1) + company.name.substr(company.name.rfind(' ') + 1, 1) + "I";
    double at = rng.real(0, 1);
    Form chosen = forms[0];
    for (const Form& form : forms)
        if ((at -= form.share) < 0) {
            chosen = form;
            break;
        }
    company.form = chosen.short_name;
    company.form_long = chosen.long_name;
    company.role = chosen.role;
    static constexpr std::array<int, 9> capitals{1000, 5000, 7500, 8000, 10000, 20000, 37000, 50000, 150000};
    company.capital = company.form == "SA" ? 37000 + 1000 * rng.between(0, 100) : rng.pick(capitals);
    company.siren = make_siren(rng);
    company.siret = make_siret(rng, company.siren);
    const Town& town = rng.pick(data::towns);
    company.address = make_address(rng, town);
    company.registry = town.registry;
    company.court = town.court;
    company.registered_on = as_of - std::chrono::days{rng.between(420, 7000)};
    company.gestion_no = std::to_string(year_of(company.registered_on)) + " B " + digits(rng, 5);
    company.naf = rng.pick(data::nafs);
    company.activity = rng.pick(data::activities);
    company.phone = "0" + std::to_string(rng.between(1, 5)) + " " + digits(rng, 2) + " " + digits(rng, 2) + " " + digits(rng, 2) + " " + digits(rng, 2);
    company.site = "www." + without_accents(company.name) + ".fr";
    company.director = make_person(rng);
    if (company.director.civility == "Mme") {
        if (company.role == "Gérant") company.role = "Gérante";
        if (company.role.starts_with("Président") && company.form != "SA") company.role = "Présidente";
    }
    return company;
}

ClusterOrg make_cluster(Random& rng, bool known) {
    const auto& from = known ? rng.pick(data::clusters) : rng.pick(data::unknown_clusters);
    static constexpr std::array<std::string_view, 4> roles{"Président", "Trésorier", "Délégué général", "Secrétaire général"};
    ClusterOrg cluster{from.name, from.long_name, from.street, from.postcode, from.town, make_siren(rng), make_person(rng), rng.pick(roles)};
    return cluster;
}

Insurer make_insurer(Random& rng) { return rng.pick(data::insurers); }

Vendor make_vendor(Random& rng) {
    const auto& from = rng.pick(data::vendors);
    return {from.name, from.country, from.street, {std::begin(from.products), std::end(from.products)}};
}

Bank make_bank(Random& rng) { return rng.pick(data::banks); }

std::string filled(Random& rng, std::string_view form) {
    std::string text;
    for (const char c : form) text += c == '#' ? static_cast<char>('0' + rng.between(0, 9)) : c == '@' ? static_cast<char>('A' + rng.between(0, 25)) : c;
    return text;
}

}  // namespace paraphe::samples
