// Liability insurance: an insurer, its agent or a broker certifies that the company is covered.
#include "extractors/common/company.hpp"
#include "extractors/common/company_address.hpp"
#include "extractors/common/contract.hpp"
#include "extractors/common/headcount.hpp"
#include "extractors/common/insurers.hpp"
#include "extractors/common/labels.hpp"
#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"
#include "extractors/common/slots.hpp"
#include "formats/company_name.hpp"
#include "formats/scan.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace paraphe {
namespace {

using namespace extractors;

constexpr std::array insured_cues{
    NameCue{"certifions que la société"}, NameCue{"attestons que la société"}, NameCue{"atteste que la société"}, NameCue{"certifie que la société"}, NameCue{"certifions que l'entreprise"},
    NameCue{"attestons que l'entreprise"}, NameCue{"atteste que l'entreprise"}, NameCue{"certifie que l'entreprise"}, NameCue{"attestons par la présente que", 0.97}, NameCue{"certifions par la présente que", 0.97},
    NameCue{"attestons que", 0.95}, NameCue{"certifions que", 0.95}, NameCue{"atteste que", 0.95}, NameCue{"certifie que", 0.95}, NameCue{"attestons garantir", 0.95}, NameCue{"certifions garantir", 0.95},
    NameCue{"certifie garantir", 0.95}, NameCue{"délivrée à", 0.85}, NameCue{"garantissons la société", 0.95}, NameCue{"souscrit par", 0.9}, NameCue{"souscrite par", 0.9}, NameCue{"agissant pour le compte de", 0.6}};
constexpr std::array insured_labels{Label{"Nom de l'assuré"}, Label{"Nom ou raison sociale de l'assuré"}, Label{"Désignation de l'assuré"}, Label{"Raison sociale de l'assuré"}, Label{"Assuré(e)"}, Label{"Assuré principal"}, Label{"Souscripteur / Assuré"},
                                    Label{"Souscripteur"}, Label{"Preneur d'assurance"}, Label{"Titulaire du contrat"}, Label{"Titulaire", 0.95}, Label{"Sociétaire", 0.9}, Label{"Assuré", 0.97}, Label{"Raison sociale", 0.9},
                                    Label{"Entreprise assurée"}, Label{"Société assurée"}, Label{"Client", 0.7}, Label{"Insured"}, Label{"Policyholder"}};
constexpr std::array insurer_cues{NameCue{"auprès de la compagnie"}, NameCue{"auprès de l'assureur"}, NameCue{"auprès de la société d'assurance"}, NameCue{"pour le compte de la compagnie"}, NameCue{"mandatés par la compagnie", 0.95}, NameCue{"Nous soussignés", 0.93},
                                  NameCue{"Nous, soussignés", 0.93}, NameCue{"Nous soussigné", 0.9}, NameCue{"la compagnie d'assurance", 0.9}, NameCue{"la compagnie", 0.8}, NameCue{"auprès de", 0.85}, NameCue{"pour le compte de", 0.85}};
constexpr std::array insurer_labels{Label{"Compagnie d'assurance"}, Label{"Assureur"}, Label{"Compagnie"}, Label{"Porteur du risque"}, Label{"Insurer"}};
constexpr std::array policy_labels{Label{"contrat d'assurance n°"}, Label{"contrat d'assurance"}, Label{"numéro de contrat"}, Label{"n° de contrat"}, Label{"contrat n°"}, Label{"contrat numéro"}, Label{"contrat portant le numéro"}, Label{"numéro de police"},
                                   Label{"n° de police"}, Label{"police n°"}, Label{"police numéro"}, Label{"sous le numéro", 0.93}, Label{"sous le n°", 0.93}, Label{"sociétaire n°", 0.9}, Label{"n° sociétaire", 0.9}, Label{"numéro de sociétaire", 0.9},
                                   Label{"n° d'adhésion", 0.85}, Label{"référence du contrat", 0.95}, Label{"références", 0.6}, Label{"police", 0.7}, Label{"contrat", 0.7}, Label{"policy number"}, Label{"policy no"}};
constexpr std::array issue_labels{Label{"date d'émission"}, Label{"attestation établie le"}, Label{"établie le", 0.95}, Label{"émise le", 0.95}, Label{"délivrée le", 0.95}, Label{"éditée le", 0.95}, Label{"édité le", 0.95}, Label{"fait le", 0.95}, Label{"date d'édition"}, Label{"en date du", 0.6}};
constexpr std::array mark_words{std::string_view("Pour l'assureur"), std::string_view("Pour la compagnie"), std::string_view("Pour la société d'assurance"), std::string_view("Le Directeur Général"), std::string_view("L'assureur"), std::string_view("Signature et cachet"),
                                std::string_view("Cachet et signature"), std::string_view("Signature de l'assureur"), std::string_view("Cachet de l'assureur"), std::string_view("Pour le cabinet"), std::string_view("L'agent général"), std::string_view("Votre agent"),
                                std::string_view("Le courtier"), std::string_view("Par délégation"), std::string_view("Service souscription"), std::string_view("Le Directeur"), std::string_view("Signature")};
constexpr std::array<std::string_view, 14> issuer_words{"CODE DES ASSURANCES", "ORIAS", "ENTREPRISE REGIE", "ENTREPRISES REGIES", "COURTIER", "COURTAGE", "ACPR", "AUTORITE DE CONTROLE", "SUCCURSALE", "AGENT GENERAL", "INTERMEDIAIRE", "SOCIETE D'ASSURANCE", "ASSURANCES MUTUELLES", "IARD"};

struct Cover {
    std::string_view phrase, name;
};
constexpr std::array covers{Cover{"Responsabilité civile professionnelle et exploitation", "Responsabilité civile exploitation"}, Cover{"Responsabilité civile exploitation", "Responsabilité civile exploitation"}, Cover{"RC exploitation", "Responsabilité civile exploitation"},
                            Cover{"Responsabilité civile professionnelle", "Responsabilité civile professionnelle"}, Cover{"RC professionnelle", "Responsabilité civile professionnelle"}, Cover{"RC pro", "Responsabilité civile professionnelle"},
                            Cover{"après livraison", "Responsabilité civile après livraison"}, Cover{"Responsabilité civile prestataire de service", "Responsabilité civile professionnelle"}, Cover{"Responsabilité civile", "Responsabilité civile"},
                            Cover{"Responsabilité décennale", "Responsabilité décennale"}, Cover{"Garantie décennale", "Responsabilité décennale"}, Cover{"immatériels non consécutifs", "Dommages immatériels non consécutifs"},
                            Cover{"Protection juridique", "Protection juridique"}, Cover{"Cyber", "Cyber"}, Cover{"Responsabilité civile des dirigeants", "Responsabilité des dirigeants"}};

/// What an IT company may do; an insured activity that names none of it is worth an auditor's look.
constexpr std::array<std::string_view, 24> digital_words{"INFORMATIQUE", "NUMERIQUE", "LOGICIEL", "INTERNET", "DIGITAL", "TELECOM", "DEVELOPPEMENT", "HEBERGEMENT", "SITE WEB", " WEB", "SYSTEMES D'INFORMATION", "PROGICIEL", "DONNEES", "RESEAU", "MULTIMEDIA",
                                                         "E-COMMERCE", "CLOUD", "APPLICATION", "REFERENCEMENT", "INFOGERANCE", "PRESTATAIRE DE SERVICE", "CONSEIL", "COMMUNICATION", "INGENIERIE"};

std::vector<NamedCompany> insured_on(const Sheet& sheet) {
    auto names = names_after(sheet, insured_cues);
    for (auto& name : labelled_names(sheet, insured_labels)) names.push_back(std::move(name));
    for (auto& block : address_blocks(sheet)) {
        block.who.confidence *= block.addressee ? 0.9 : 0.35;
        if (block.addressee) block.who.why = "the letter's addressee";
        names.push_back(std::move(block.who));
    }
    // The issuer is no insured: a known insurer's name, a broker's own.
    std::erase_if(names, [](const NamedCompany& name) {
        const std::string folded = fold(name.name);
        return std::ranges::any_of(insurer_names, [&](std::string_view insurer) { return company_likeness(name.name, std::string(insurer)) > 0.9; }) || folded.find("ASSURANCE") != std::string::npos ||
               folded.find("COURTAGE") != std::string::npos || folded.starts_with("CABINET ");
    });
    return names;
}

/// Names that agree are one name: the block of an address often repeats the certificate's sentence in capitals.
void add_names(const Sheet& sheet, const std::vector<NamedCompany>& names, Pool& pool) {
    for (const auto& name : names) {
        double confidence = name.confidence;
        for (const auto& other : names)
            if (&other != &name && other.span.line != name.span.line && company_likeness(other.name, name.name) > 0.85) confidence = 1 - (1 - confidence) * 0.7;
        pool.add("company_name", name.name, confidence, place_of(sheet, name.span), name.why);
    }
}

/// The insurer as the list spells it, when a printed name is it but for a scanner's errors.
std::optional<std::string> known_insurer(std::string_view printed_name) {
    const std::string shape = skeleton(fold(printed_name));
    double best = 0.8;
    std::optional<std::string> found;
    for (const auto name : insurer_names) {
        const double alike = likeness(shape, skeleton(fold(name)));
        if (alike > best) best = alike, found = std::string(name);
    }
    return found;
}

bool speaks_of_insurance(std::string_view folded) {
    return std::ranges::any_of(std::array<std::string_view, 4>{"ASSURANCE", "MUTUELLE", "IARD", "INSURANCE"}, [folded](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

/// A name without the words that half of its trade bears: what tells "MOREAU Assurances" from "Aréas Assurances".
std::string own_part(std::string_view folded) {
    static constexpr std::array<std::string_view, 7> trade{"ASSURANCES", "ASSURANCE", "INSURANCE", "MUTUELLES", "MUTUELLE", "IARD", "COMPANY"};
    std::string own;
    while (!folded.empty()) {
        const auto end = std::min(folded.find(' '), folded.size());
        const auto word = folded.substr(0, end);
        if (std::ranges::find(trade, word) == trade.end()) own += word;
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return own;
}

bool same_own_part(std::string_view printed_name, std::string_view known) {
    const auto wanted = own_part(fold(known));
    return wanted.empty() || likeness(own_part(fold(printed_name)), wanted) >= 0.75;
}

void read_insurer(const Sheet& sheet, Pool& pool) {
    const bool broker_paper = sheet.text.contains("ORIAS") || sheet.text.contains("courtier");
    auto named = names_after(sheet, insurer_cues);
    for (auto& name : labelled_names(sheet, insurer_labels)) named.push_back(std::move(name));
    for (const auto& name : named) {
        const std::string folded = fold(name.name);
        const auto known = known_insurer(name.name);
        const bool by_role = name.why.find("compagnie") != std::string::npos || name.why.find("assur") != std::string::npos || name.why.find("Assur") != std::string::npos || name.why.find("Compagnie") != std::string::npos;
        // A broker signs and is no insurer, whatever its name says.
        const bool broker = folded.starts_with("CABINET ") || folded.find("COURT") != std::string::npos || (broker_paper && !by_role);
        if (!known && (broker || (!by_role && !speaks_of_insurance(folded)))) continue;
        pool.add("insurer", known ? *known : name.name, name.confidence * (known ? 0.99 : 0.85), place_of(sheet, name.span), name.why);
    }
    for (const auto insurer : insurer_names) {
        const auto spans = sheet.text.find(insurer);
        if (spans.empty() || !sharp(sheet, spans.front(), insurer, 12) || !same_own_part(printed(sheet, spans.front()), insurer)) continue;
        // Short names ("Zurich", "QBE") are words and towns as well: they count only at the head or foot.
        const Box box = sheet.text.upright_box(spans.front());
        const bool edge = box.centre_y() < 0.2 || box.centre_y() > 0.85;
        const double weight = insurer.size() >= 10 ? 0.85 : edge ? 0.8 : 0.5;
        pool.add("insurer", printed(sheet, spans.front()), weight * spans.front().quality * sureness(sheet, spans.front()), place_of(sheet, spans.front()), "a known insurer's name");
        break;
    }
}

void read_covers(const std::vector<Sheet>& sheets, Pool& pool) {
    std::vector<std::string> names;
    Place place;
    for (const auto& sheet : sheets) {
        for (const auto& cover : covers) {
            const auto spans = sheet.text.find(cover.phrase);
            if (spans.empty() || std::ranges::find(names, cover.name) != names.end()) continue;
            if (place.box.empty()) place = place_of(sheet, spans.front());
            names.emplace_back(cover.name);
        }
    }
    // The general words add nothing beside a precise kind of liability.
    if (names.size() > 1 && std::ranges::any_of(names, [](const std::string& n) { return n.starts_with("Responsabilité civile "); })) std::erase(names, "Responsabilité civile");
    if (!names.empty()) pool.add("covers", std::move(names), 0.95, place, "words of the certificate");
}

bool any_sheet_has(const std::vector<Sheet>& sheets, std::string_view phrase) {
    return std::ranges::any_of(sheets, [phrase](const Sheet& sheet) { return sheet.text.contains(phrase); });
}

/// No end of cover printed, a tacit renewal instead: the cover runs on from year to year (DOMAIN §3). The rule then asks
/// for a recent issue. A beginning without any end and without those words is half a period: it must not pass for a renewal.
void settle_renewal(const std::vector<Sheet>& sheets, Pool& pool, Extraction& out) {
    if (pool.has("valid_to")) return;
    for (const auto& sheet : sheets) {
        for (const std::string_view phrase : {"tacite reconduction", "renouvelable par tacite", "échéance annuelle", "échéance principale", "renouvelé tacitement", "renouvelable tous les ans"}) {
            const auto spans = sheet.text.find(phrase);
            if (spans.empty()) continue;
            out.findings.push_back({"tacit_renewal", printed(sheet, whole_line(sheet, spans.front().line)), spans.front().quality * sureness(sheet, spans.front()), place_of(sheet, spans.front())});
            const auto* issued = pool.best("issued_on");
            if (issued && !pool.has("valid_from")) pool.add("valid_from", issued->value, 0.95 * issued->confidence, issued->place, "tacit renewal: in force on the day of issue");
            return;
        }
    }
    pool.weaken("valid_from", 0.4, "no end of the period was read");
}

/// Words after "activités déclarées :" up to the end of the sentence.
void note_activity(const Sheet& sheet, Extraction& out) {
    for (const std::string_view phrase : {"activités déclarées", "activités suivantes", "activité assurée", "activités assurées", "activités garanties", "pour ses activités de", "pour l'activité de", "activité déclarée", "nature de l'activité", "activités professionnelles"}) {
        for (const auto& span : sheet.text.find(phrase)) {
            std::string text;
            std::size_t line = span.line, begin = span.end;
            for (int lines = 0; lines < 4 && line < sheet.text.lines().size(); ++lines, ++line, begin = 0) {
                const auto rest = sheet.text.lines()[line].folded.substr(std::min(begin, sheet.text.lines()[line].folded.size()));
                text += rest.substr(0, rest.find(". ")) + ' ';
                if (rest.find(". ") != std::string::npos || rest.ends_with('.')) break;
            }
            const bool digital = std::ranges::any_of(digital_words, [&text](std::string_view word) { return text.find(word) != std::string::npos; });
            out.findings.push_back({digital ? "insured_activity" : "activity_not_digital", text, (digital ? 0.9 : 0.75) * sureness(sheet, span), place_of(sheet, span)});
            return;
        }
    }
}

/// "RC", "RCP", "R.C. Pro", but not "R.C.S.", the trade register.
bool abbreviates_liability(std::string_view folded) {
    for (std::size_t i = 0; i + 1 < folded.size(); ++i) {
        if (folded[i] != 'R' || (i > 0 && scan::letter(folded[i - 1]))) continue;
        auto rest = folded.substr(i + 1);
        if (rest.starts_with('.')) rest.remove_prefix(1);
        if (!rest.starts_with('C')) continue;
        rest.remove_prefix(1);
        if (rest.starts_with('.')) rest.remove_prefix(1);
        if (rest.empty() || !scan::letter(rest.front()) || rest.starts_with('P')) return true;
    }
    return false;
}

/// Does the certificate speak of liability at all, in words that survive a scanner?
bool names_liability(const std::vector<Sheet>& sheets) {
    return std::ranges::any_of(sheets, [](const Sheet& sheet) {
        return sheet.text.contains("responsabilité") || sheet.text.contains("liability") ||
               std::ranges::any_of(sheet.text.lines(), [](const TextLine& line) { return abbreviates_liability(line.folded); });
    });
}

void note_kind(const std::vector<Sheet>& sheets, const Pool& pool, Extraction& out) {
    const Place place{sheets.front().path, sheets.front().page(), {}};
    const bool broker = any_sheet_has(sheets, "ORIAS") || any_sheet_has(sheets, "courtier en assurances") || any_sheet_has(sheets, "courtier d'assurances");
    const auto* insurer = pool.best("insurer");
    if (broker) out.findings.push_back({"broker", "", 0.9, place});
    if (broker && (!insurer || insurer->confidence < 0.45)) out.findings.push_back({"broker_without_insurer", "", 0.85, place});
    const bool decennial = any_sheet_has(sheets, "décennale") || any_sheet_has(sheets, "article 1792");
    const bool general = any_sheet_has(sheets, "responsabilité civile") || any_sheet_has(sheets, "RC professionnelle") || any_sheet_has(sheets, "RC exploitation");
    if (decennial && !general) out.findings.push_back({"other_cover", "décennale", 0.9, place});
    if (!names_liability(sheets)) out.findings.push_back({"no_liability", "", 0.8, place});
    if (!pool.has("valid_from") && !pool.has("valid_to")) out.findings.push_back({"no_period", "", 0.8, place});
}

void read_signatory(const Sheet& sheet, Pool& pool) {
    static constexpr std::array labels{Label{"Nom du signataire"}, Label{"représentée par", 0.8}, Label{"Signataire"}};
    for (const auto& found : labelled_values(sheet, labels))
        if (sheet.text.folded(found.value).size() < 45) pool.add("signatory", printed(sheet, found.value), 0.8 * found.quality * sureness(sheet, found.value), place_of(sheet, found.value), because_of(*found.label));
}

Extraction read(std::span<const DocumentPage> pages, const Expectations&) {
    const auto sheets = sheets_of(pages);
    Pool pool;
    Extraction out;
    if (sheets.empty()) return out;
    read_headcount(sheets, pool);
    for (const auto& sheet : sheets) {
        const auto names = insured_on(sheet);
        add_names(sheet, names, pool);
        read_company_numbers(sheet, names, {issuer_words, insurer_sirens, false}, pool);
        read_insurer(sheet, pool);
        read_references(sheet, policy_labels, "policy_number", pool);
        read_periods(sheet, pool);
        for (const auto& date : labelled_dates(sheet, issue_labels, 15)) pool.add("issued_on", sheet, date, 0.95);
        for (const auto& letter : letter_dates(sheet)) {
            pool.add("issued_on", sheet, letter.date);
            if (!letter.place.empty()) pool.add("place", letter.place, 0.9 * letter.date.confidence, place_of(sheet, letter.place_span), "before the date of the letter");
        }
        read_signatory(sheet, pool);
        note_activity(sheet, out);
        for (auto& slot : mark_slots(sheet, mark_words, "signature")) out.slots.push_back(std::move(slot));
    }
    read_covers(sheets, pool);
    settle_renewal(sheets, pool, out);
    note_kind(sheets, pool, out);
    for (const auto& sheet : sheets) read_company_address(sheet, pool);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor liability_insurance{
    "liability_insurance",
    {{"liability_insurance", "liability_insurance", false, "Attestation d'assurance responsabilité civile", "Liability insurance certificate",
      {{"attestation d'assurance responsabilité civile", 4.5, Zone::top}, {"attestation responsabilité civile", 4.5, Zone::top}, {"attestation de responsabilité civile", 4.5, Zone::top}, {"attestation d'assurance", 3.2, Zone::top}, {"attestation RC", 2.5, Zone::top},
       {"certificat d'assurance", 3, Zone::top}, {"responsabilité civile professionnelle", 1.8}, {"responsabilité civile exploitation", 1.8}, {"responsabilité civile", 1.2}, {"conséquences pécuniaires de la responsabilité civile", 2},
       {"police d'assurance", 1.5}, {"contrat d'assurance", 1.5}, {"présomption de garantie", 2}, {"au-delà des clauses et conditions du contrat", 1.5}, {"ne saurait engager l'assureur", 1.5}, {"engager l'assureur", 1}, {"entreprise régie par le code des assurances", 1.2},
       {"courtier en assurances", 1.2}, {"ORIAS", 0.8}, {"est titulaire d'un contrat", 1.2}, {"dommages corporels, matériels et immatériels", 1}, {"a souscrit", 1}, {"auprès de la compagnie", 1.2}, {"par notre intermédiaire", 1}, {"activités garanties", 1}, {"après livraison", 0.6}, {"attestation", 0.8, Zone::top}, {"l'assureur atteste", 2}, {"liability insurance certificate", 3, Zone::top},
       {"devis", -3, Zone::top}, {"proposition d'assurance", -4, Zone::top}, {"véhicule", -2.5}, {"carte verte", -4}, {"multirisque habitation", -3}, {"avis d'échéance", -4, Zone::top}, {"conditions particulières", -2.5, Zone::top}, {"conditions générales", -1.5, Zone::top},
       {"mutuelle santé", -3}, {"complémentaire santé", -3}, {"quittance", -3, Zone::top}, {"URSSAF", -2}, {"appel de cotisation", -2, Zone::top}}},
     {"decennial_insurance", "liability_insurance", true, "Attestation de garantie décennale", "Ten-year construction cover",
      {{"responsabilité civile décennale", 4, Zone::top}, {"assurance décennale", 4.5, Zone::top}, {"garantie décennale", 2.5}, {"responsabilité décennale", 3}, {"article 1792", 2.5}, {"articles 1792", 2.5}, {"travaux de construction", 1.5}, {"attestation", 1, Zone::top}, {"responsabilité civile professionnelle", -2.5}, {"responsabilité civile exploitation", -2.5}}},
     {"car_insurance", "liability_insurance", true, "Attestation d'assurance automobile", "Car insurance certificate",
      {{"assurance automobile", 4, Zone::top}, {"carte verte", 4}, {"carte internationale d'assurance automobile", 5, Zone::top}, {"immatriculation du véhicule", 3}, {"véhicule assuré", 3}, {"véhicule terrestre à moteur", 2.5}, {"flotte automobile", 3}, {"conducteur", 1.2}, {"attestation d'assurance", 1, Zone::top}}},
     {"premises_insurance", "liability_insurance", true, "Assurance multirisque ou habitation", "Premises or home insurance",
      {{"multirisque habitation", 5}, {"assurance habitation", 4.5}, {"multirisque bureaux", 3}, {"multirisque professionnelle", 2.5}, {"multirisque", 2, Zone::top}, {"risques locatifs", 3}, {"dégâts des eaux", 1.5}, {"incendie", 1}, {"vol et vandalisme", 1.2}, {"bris de glace", 1.2}, {"locaux assurés", 2}, {"responsabilité civile professionnelle", -3}, {"responsabilité civile exploitation", -2.5}}},
     {"private_insurance", "liability_insurance", true, "Responsabilité civile vie privée ou scolaire", "Private liability",
      {{"responsabilité civile vie privée", 6}, {"vie privée", 2}, {"assurance scolaire", 5, Zone::top}, {"responsabilité civile chef de famille", 5}}},
     {"health_insurance", "liability_insurance", true, "Mutuelle santé ou prévoyance", "Health insurance",
      {{"complémentaire santé", 4}, {"mutuelle santé", 4}, {"carte de tiers payant", 5}, {"tiers payant", 3}, {"prévoyance collective", 3}, {"régime frais de santé", 3.5}, {"bénéficiaires", 0.6}}},
     {"directors_insurance", "liability_insurance", true, "Responsabilité civile des dirigeants", "Directors' liability only",
      {{"responsabilité civile des dirigeants", 4.5}, {"responsabilité des mandataires sociaux", 4.5}, {"responsabilité des dirigeants", 4, Zone::top}, {"mandataires sociaux", 1.5}, {"responsabilité civile professionnelle", -3}, {"responsabilité civile exploitation", -3}}},
     {"cyber_insurance", "liability_insurance", true, "Assurance cyber-risques", "Cyber insurance only",
      {{"assurance cyber", 5, Zone::top}, {"cyber-risques", 3.5}, {"cyber risques", 3.5}, {"violation de données", 1.5}, {"rançongiciel", 2}, {"responsabilité civile exploitation", -3}, {"responsabilité civile professionnelle", -2.5}}},
     {"insurance_quote", "liability_insurance", true, "Devis ou proposition d'assurance", "Insurance quotation",
      {{"devis", 3.5, Zone::top}, {"proposition d'assurance", 5, Zone::top}, {"projet de contrat", 4, Zone::top}, {"proposition commerciale", 3, Zone::top}, {"étude personnalisée", 3, Zone::top}, {"devis d'assurance", 3}, {"ce devis est valable", 3}, {"prime annuelle", 1.2}, {"cotisation annuelle TTC", 1.2}, {"bon pour accord", 0.8},
       {"assurance", 1.2}, {"responsabilité civile", 1}, {"ne constitue pas une attestation", 3}, {"sans engagement", 1.2}, {"tarif valable", 2}}},
     {"insurance_conditions", "liability_insurance", true, "Conditions particulières ou générales d'assurance", "Insurance conditions",
      {{"conditions particulières", 4.5, Zone::top}, {"dispositions particulières", 4.5, Zone::top}, {"conditions générales", 3, Zone::top}, {"assurance", 1}, {"responsabilité civile", 1}, {"franchise", 0.6}, {"prime", 0.5}, {"exclusions", 0.8}, {"avenant", 1.5, Zone::top}}},
     {"premium_notice", "liability_insurance", true, "Avis d'échéance ou quittance de prime", "Premium notice",
      {{"avis d'échéance", 5, Zone::top}, {"appel de prime", 5, Zone::top}, {"appel de cotisation", 2, Zone::top}, {"quittance", 4, Zone::top}, {"montant de la prime", 1.5}, {"prime TTC", 1.5}, {"assurance", 1.2}, {"responsabilité civile", 1}, {"à régler avant le", 1.5}, {"prélèvement", 0.6}}}},
    read};

}  // namespace paraphe
