// Software licences: proof that the company holds the right to use the software it works with.
#include "extractors/common/company.hpp"
#include "extractors/common/contract.hpp"
#include "extractors/common/labels.hpp"
#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"
#include "extractors/common/software.hpp"
#include "formats/company_name.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace extractors;

constexpr std::array licensee_cues{NameCue{"facturé à"}, NameCue{"adresse de facturation"}, NameCue{"destinataire", 0.85}, NameCue{"licence concédée à"}, NameCue{"licence accordée à"}, NameCue{"concédée à la société"}, NameCue{"licensed to"}, NameCue{"bill to"}, NameCue{"sold to"},
                                   NameCue{"billed to"}, NameCue{"atteste que la société", 0.95}, NameCue{"certifie que la société", 0.95}, NameCue{"certifions que la société", 0.95}, NameCue{"attestons que la société", 0.95}, NameCue{"This agreement is issued to", 0.9}, NameCue{"je soussigné", 0.3}};
constexpr std::array licensee_labels{Label{"Nom du licencié"}, Label{"Titulaire de la licence"}, Label{"Licencié"}, Label{"Licensee"}, Label{"Licence accordée à"}, Label{"Registered to"}, Label{"Enregistré au nom de"}, Label{"Utilisateur enregistré"}, Label{"Organisation", 0.9}, Label{"Organization", 0.9},
                                     Label{"Customer name"}, Label{"Customer"}, Label{"Company name"}, Label{"Company", 0.9}, Label{"Nom du client"}, Label{"Client", 0.95}, Label{"Raison sociale", 0.9}, Label{"Société", 0.85}, Label{"Entreprise", 0.85}, Label{"Account name", 0.9}, Label{"Tenant", 0.8}, Label{"Abonné", 0.9}, Label{"Titulaire", 0.9}};
constexpr std::array vendor_labels{Label{"Éditeur"}, Label{"Editeur du logiciel"}, Label{"Vendor"}, Label{"Publisher"}, Label{"Licensor", 0.9}, Label{"Concédant", 0.9}, Label{"Fournisseur", 0.8}};
constexpr std::array product_labels{Label{"Nom du produit"}, Label{"Produit"}, Label{"Product name"}, Label{"Product"}, Label{"Logiciel", 0.9}, Label{"Désignation du logiciel"}, Label{"Software", 0.85}};
constexpr std::array invoice_labels{Label{"facture n°"}, Label{"facture numéro"}, Label{"numéro de facture"}, Label{"n° de facture"}, Label{"invoice number"}, Label{"invoice no"}, Label{"invoice #"}, Label{"authorization number", 0.85}, Label{"license number", 0.8}, Label{"facture", 0.8}};
constexpr std::array issue_labels{Label{"date de facture"}, Label{"date de la facture"}, Label{"date de facturation"}, Label{"invoice date"}, Label{"order date", 0.97}, Label{"date de commande", 0.9}, Label{"date d'achat", 0.95}, Label{"purchase date", 0.95}, Label{"date d'émission"}, Label{"situation au", 0.97}, Label{"état au", 0.95},
                                  Label{"mis à jour le", 0.95}, Label{"inventaire au", 0.97}, Label{"inventaire du", 0.95}, Label{"arrêté au", 0.93}, Label{"facture du", 0.97}, Label{"établi le", 0.93}, Label{"établie le", 0.93}, Label{"fait le", 0.93}, Label{"issue date"}, Label{"date", 0.8}};

/// A dated reference beside a document's title: "N° 184678 du 21/03/2017".
void read_reference_line(const Sheet& sheet, Pool& pool) {
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k) {
        const auto& line = sheet.text.lines()[k];
        if (line.box.centre_y() > 0.4 || !(line.folded.starts_with("NO ") || line.folded.find("FACTURE NO ") != std::string::npos)) continue;
        const auto begin = line.folded.starts_with("NO ") ? 3 : line.folded.find("FACTURE NO ") + 11;
        const auto length = reference_length(std::string_view(line.folded).substr(begin));
        if (length == 0) continue;
        const Span number{k, begin, begin + length, 1};
        pool.add("invoice_number", printed(sheet, number), 0.9 * sureness(sheet, number), place_of(sheet, number), "a number under the title");
        const std::string_view rest = std::string_view(line.folded).substr(begin + length);
        for (const auto& date : find_dates(rest)) {
            if (date.begin > 8) break;
            const Span where{k, begin + length + date.begin, begin + length + date.end, 1};
            pool.add("issued_on", to_iso(date.value), 0.96 * date.confidence * sureness(sheet, where), place_of(sheet, where), "after the document's number");
            break;
        }
    }
}

/// A list that the company made of its own software says so at its head: "Inventaire des licences de logiciels", "Parc logiciel".
bool own_list(const std::vector<Sheet>& sheets) {
    static constexpr std::array<std::string_view, 8> lists{"INVENTAIRE", "LISTE", "ETAT DES", "TABLEAU", "SUIVI", "RECAPITULATIF", "RELEVE", "PARC "};
    static constexpr std::array<std::string_view, 4> things{"LOGICIEL", "LICENCE", "PROGICIEL", "ABONNEMENT"};
    const auto one_of = [](std::string_view text, const auto& words) { return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; }); };
    const auto titled = [&](const Sheet& sheet) {
        return std::ranges::any_of(sheet.text.lines(), [&](const auto& line) { return line.box.centre_y() < 0.35 && line.folded.size() < 90 && one_of(line.folded, lists) && one_of(line.folded, things); });
    };
    return std::ranges::any_of(sheets, [&](const Sheet& sheet) { return titled(sheet) || sheet.text.contains("licences détenues") || sheet.text.contains("la société certifie détenir"); });
}

/// "Mosaïque Web - situation au 4 janvier 2018": the name before the date of the list.
void names_before_state(const Sheet& sheet, std::vector<NamedCompany>& names) {
    for (const std::string_view phrase : {"situation au", "état au", "inventaire au", "mis à jour le", "arrêté au"}) {
        for (const auto& span : sheet.text.find(phrase)) {
            const Span before = trimmed(sheet, {span.line, 0, span.begin, 1});
            if (before.end - before.begin < 3) continue;
            const CutName cut = cut_name(sheet.text.folded(before));
            const Span name = trimmed(sheet, part_of(before, cut.begin, cut.end));
            if (name.end - name.begin >= 3) names.push_back({printed(sheet, name), 0.93 * sureness(sheet, name), name, "before the date of the list"});
        }
    }
}

std::vector<NamedCompany> licensees_on(const Sheet& sheet, bool own) {
    auto names = names_after(sheet, licensee_cues);
    for (auto& name : labelled_names(sheet, licensee_labels)) names.push_back(std::move(name));
    if (own) names_before_state(sheet, names);
    for (auto& block : address_blocks(sheet)) {
        // On an invoice the seller stands at the head's left and the buyer at the right; a list bears its maker's head.
        const bool head = block.box.y < 0.2;
        block.who.confidence *= own ? (head ? 1.05 : 0.7) : (block.addressee && block.box.y > 0.1 ? 0.9 : 0.3);
        block.who.why = own ? "the head of the company's own list" : block.addressee ? "the addressee" : block.who.why;
        names.push_back(std::move(block.who));
    }
    std::erase_if(names, [](const NamedCompany& name) { return known_vendor(fold(name.name)).has_value(); });
    return names;
}

/// The head of the next column beside a column's head: "Logiciel | Éditeur ou vendeur | Licence | Postes".
bool heads_a_column(std::string_view folded) {
    static constexpr std::array<std::string_view, 10> heads{"EDITEUR", "VENDEUR", "OU VENDEUR", "FOURNISSEUR", "LICENCE", "POSTES", "NOMBRE", "VERSION", "TYPE", "QUANTITE"};
    return std::ranges::any_of(heads, [folded](std::string_view head) { return folded.starts_with(head); });
}

void read_software(const std::vector<Sheet>& sheets, Pool& pool) {
    std::vector<std::string> products;
    double sure = 1;
    Place place;
    for (const auto& sheet : sheets) {
        for (const auto& seen : software_on(sheet)) {
            if (std::ranges::find(products, seen.product) == products.end() && products.size() < 60) products.push_back(seen.product);
            sure = std::min(sure, std::max(0.6, seen.confidence));
            place = place.box.empty() ? place_of(sheet, seen.span) : place;
            if (!seen.vendor.empty()) pool.add("vendor", seen.vendor, (products.size() == 1 ? 0.9 : 0.7) * seen.confidence, place_of(sheet, seen.span), "the maker of a product on the page");
        }
        for (const auto& found : labelled_values(sheet, product_labels)) {
            const auto text = printed(sheet, found.value);
            if (found.under || heads_a_column(sheet.text.folded(found.value)) || text.size() < 2 || text.size() > 60 || find_fuzzy(fold(text), "VERSION") || std::ranges::find(products, text) != products.end() || products.size() >= 60) continue;
            if (products.empty()) place = place_of(sheet, found.value);
            const bool part = std::ranges::any_of(products, [&text](const std::string& product) { return fold(text).find(fold(product)) != std::string::npos; });
            if (!part) products.push_back(text);
        }
        for (const auto& found : labelled_values(sheet, vendor_labels)) {
            if (heads_a_column(sheet.text.folded(found.value))) continue;
            const auto vendor = known_vendor(sheet.text.folded(found.value));
            const auto text = vendor ? *vendor : printed(sheet, found.value);
            if (text.size() >= 2 && text.size() < 40) pool.add("vendor", text, (vendor ? 0.93 : 0.6) * found.quality * sureness(sheet, found.value), place_of(sheet, found.value), because_of(*found.label));
        }
    }
    if (!products.empty()) pool.add("products", std::move(products), 0.93 * sure, place, "names of products");
}

bool any_has(const std::vector<Sheet>& sheets, std::initializer_list<std::string_view> phrases) {
    return std::ranges::any_of(phrases, [&sheets](std::string_view phrase) { return std::ranges::any_of(sheets, [phrase](const Sheet& sheet) { return sheet.text.contains(phrase); }); });
}

bool title_has(const std::vector<Sheet>& sheets, std::initializer_list<std::string_view> phrases) {
    for (const auto phrase : phrases)
        for (const auto& sheet : sheets)
            for (const auto& span : sheet.text.find(phrase))
                if (sheet.text.upright_box(span).centre_y() < 0.35 && sheet.text.lines()[span.line].folded.size() < (span.end - span.begin) + 30) return true;
    return false;
}

/// What kind of proof it is: only what weakens it is told.
void note_proof(const std::vector<Sheet>& sheets, const Pool& pool, Extraction& out) {
    const Place place{sheets.front().path, sheets.front().page(), {}};
    const bool bought = any_has(sheets, {"facture", "invoice", "total TTC", "acquittée", "clé de licence", "license key", "order date", "license id", "numéro de licence", "numéro de série", "abonnement", "subscription id", "certifie détenir", "receipt"});
    if (title_has(sheets, {"devis", "bon de commande", "proposition commerciale", "quotation", "purchase order", "proforma"}) && !title_has(sheets, {"facture", "invoice"})) out.findings.push_back({"quote_only", "", 0.85, place});
    const bool eula = any_has(sheets, {"contrat de licence utilisateur final", "end user license agreement", "CLUF", "EULA", "conditions d'utilisation du logiciel"});
    const auto* licensee = pool.best("company_name");
    if (eula && !bought && (!licensee || licensee->confidence < 0.7)) out.findings.push_back({"eula_only", "", 0.85, place});
    for (const std::string_view phrase : {"usage éducatif", "licence éducation", "version étudiant", "education edition", "academic license", "licence académique", "enseignant et étudiant", "usage personnel", "usage privé", "personal use only", "famille et étudiant", "home and student", "non-commercial use", "usage non commercial"})
        for (const auto& sheet : sheets)
            if (const auto spans = sheet.text.find(phrase); !spans.empty()) {
                out.findings.push_back({"education_use", printed(sheet, spans.front()), 0.85 * spans.front().quality, place_of(sheet, spans.front())});
                return;
            }
}

Extraction read(std::span<const DocumentPage> pages, const Expectations&) {
    const auto sheets = sheets_of(pages);
    Pool pool;
    Extraction out;
    if (sheets.empty()) return out;
    const bool own = own_list(sheets);
    for (const auto& sheet : sheets) {
        const auto names = licensees_on(sheet, own);
        for (const auto& name : names) pool.add("company_name", name.name, name.confidence, place_of(sheet, name.span), name.why);
        read_company_numbers(sheet, names, {{}, {}, own}, pool);
        for (const auto& date : labelled_dates(sheet, issue_labels, 12)) pool.add("issued_on", sheet, date, 0.95);
        for (const auto& letter : letter_dates(sheet)) pool.add("issued_on", sheet, letter.date, 0.97);
        read_references(sheet, invoice_labels, "invoice_number", pool);
        read_reference_line(sheet, pool);
        read_periods(sheet, pool);
    }
    read_software(sheets, pool);
    note_proof(sheets, pool, out);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor software_licence{
    "software_licence",
    {{"software_licence", "software_licence", false, "Licences des logiciels", "Software licences",
      {{"facture de licences", 4.5, Zone::top}, {"inventaire des logiciels", 4.5, Zone::top}, {"liste des logiciels", 4, Zone::top}, {"inventaire du parc logiciel", 4.5, Zone::top}, {"inventaire des licences", 4.5, Zone::top}, {"liste des licences", 4, Zone::top}, {"logiciels et licences", 3, Zone::top}, {"licences de logiciels", 2.5, Zone::top}, {"licences détenues", 2.5}, {"détient les licences", 2.5}, {"license certificate", 4, Zone::top}, {"certificat de licence", 4, Zone::top},
       {"attestation de licence", 4, Zone::top}, {"contrat de licence", 2.5, Zone::top}, {"attestation de licences", 4, Zone::top}, {"confirmation d'abonnement", 3.5, Zone::top}, {"subscription confirmation", 3.5, Zone::top}, {"end user license agreement", 3}, {"clé de licence", 2.5}, {"license key", 2.5}, {"product key", 2.5}, {"numéro de série", 1}, {"numéro de licence", 2.2},
       {"logiciel libre", 1.8}, {"éditeur / licence", 2}, {"licence perpétuelle", 2.2}, {"licence annuelle", 2}, {"abonnement", 1}, {"subscription", 1.2}, {"licence", 1.2}, {"licences", 1.2}, {"license", 1.2}, {"licensee", 1.8}, {"open license", 2.5}, {"authorization number", 2}, {"postes", 0.4}, {"poste(s)", 0.6},
       {"Microsoft", 1}, {"Office 365", 1.5}, {"Windows", 0.8}, {"Adobe", 1.2}, {"Creative Cloud", 1.5}, {"JetBrains", 1.5}, {"Sage", 0.8}, {"EBP", 0.8}, {"Ciel", 0.4}, {"antivirus", 1.2}, {"logiciels", 1}, {"droits d'utilisation des logiciels", 2.5}, {"licence jusqu'au", 2.2}, {"licence valable", 1.5}, {"facture", 0.8, Zone::top}, {"invoice", 0.8, Zone::top}, {"total TTC", 0.5}, {"#amount_rows", 0.3},
       {"GPL", 1.2}, {"Debian", 0.8}, {"maintenance logicielle", 1.5}, {"contrat de maintenance", 1.5, Zone::top},
       {"devis", -2.5, Zone::top}, {"bon de commande", -2.5, Zone::top}, {"bon de livraison", -3, Zone::top}, {"licence professionnelle", -4}, {"permis de conduire", -5}, {"référentiel", -2.5, Zone::top}, {"règles d'utilisation", -3, Zone::top}, {"règlement d'usage", -3, Zone::top}, {"registre unique du personnel", -4, Zone::top}, {"assurance responsabilité civile", -2.5}, {"extrait kbis", -3, Zone::top},
       {"bulletin de paie", -4, Zone::top}}},
     {"software_quote", "software_licence", true, "Devis ou bon de commande de logiciels", "Quotation or order for software",
      {{"devis", 3.4, Zone::top}, {"bon de commande", 3.2, Zone::top}, {"proposition commerciale", 2, Zone::top}, {"quotation", 4, Zone::top}, {"purchase order", 4, Zone::top}, {"facture proforma", 4, Zone::top}, {"pro forma", 3, Zone::top}, {"bon pour accord", 1.2}, {"validité de l'offre", 2}, {"devis valable", 2}, {"licence", 1.2}, {"licences", 1}, {"logiciel", 1}, {"abonnement", 0.8}, {"poste(s)", 0.5},
       {"assurance", -2.5}, {"référentiel", -4}, {"article", -1.5}, {"l'entreprise s'engage", -2}, {"en toute circonstance", -2}, {"approche commerciale", -3}, {"réalisation de la prestation", -3}, {"obligations et déontologie", -4}, {"#amount_rows", 0.3}}},
     {"eula", "software_licence", true, "Contrat de licence utilisateur final (CLUF) seul", "Licence agreement alone (EULA)",
      {{"contrat de licence utilisateur final", 4.5, Zone::top}, {"end user license agreement", 3.5, Zone::top}, {"CLUF", 2.5}, {"software license terms", 4, Zone::top}, {"termes du contrat de licence logiciel", 4.5, Zone::top}, {"GNU general public license", 3.5, Zone::top}, {"licensee", -3.5}, {"order date", -2.5}, {"license certificate", -3.5, Zone::top}, {"license id", -2.5}, {"clé de licence", -2.5}, {"facture", -2}}},
     {"delivery_note", "software_licence", true, "Bon de livraison", "Delivery note", {{"bon de livraison", 5.5, Zone::top}, {"delivery note", 5, Zone::top}, {"bordereau de livraison", 5, Zone::top}, {"reçu en bon état", 2}, {"transporteur", 1.2}, {"colis", 1.2}}},
     {"own_licence_terms", "software_licence", true, "Licence concédée par l'entreprise à ses clients", "Licence that the company grants to its clients",
      {{"conditions générales de licence", 3.5, Zone::top}, {"contrat de licence de logiciel", 2.5, Zone::top}, {"conditions générales de vente", 3, Zone::top}, {"concède au client", 4}, {"le prestataire concède", 4}, {"le concédant concède au client", 4}, {"le client s'engage à utiliser le logiciel", 3}, {"le prestataire", 1}, {"droit d'utilisation non exclusif", 1}}},
     {"diploma", "software_licence", true, "Diplôme (licence professionnelle) ou autre licence sans rapport", "Diploma or unrelated licence",
      {{"licence professionnelle", 5}, {"diplôme national de licence", 6}, {"diplôme", 2.5, Zone::top}, {"université", 2}, {"permis de conduire", 6}, {"licence IV", 5}, {"débit de boissons", 4}, {"licence sportive", 5}, {"le président de l'université", 2}}}},
    read};

}  // namespace paraphe
