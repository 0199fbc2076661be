// Cluster membership: the cluster certifies that the company is a member and has paid its fees.
#include "extractors/common/company.hpp"
#include "extractors/common/company_address.hpp"
#include "extractors/common/contract.hpp"
#include "extractors/common/headcount.hpp"
#include "extractors/common/labels.hpp"
#include "extractors/common/pool.hpp"
#include "extractors/common/sheets.hpp"
#include "extractors/common/slots.hpp"
#include "formats/amounts.hpp"
#include "formats/company_name.hpp"
#include "formats/dates.hpp"
#include "formats/number_words.hpp"
#include "formats/person.hpp"
#include "text/fold.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace paraphe {
namespace {

using namespace extractors;

constexpr std::array member_cues{
    NameCue{"atteste que la société"}, NameCue{"atteste que l'entreprise"}, NameCue{"certifie que la société"}, NameCue{"certifie que l'entreprise"}, NameCue{"attestons que la société"}, NameCue{"attestons que l'entreprise"}, NameCue{"certifions que la société"},
    NameCue{"certifions que l'entreprise"}, NameCue{"confirmons que la société", 0.98}, NameCue{"confirme que la société", 0.98}, NameCue{"atteste que", 0.95}, NameCue{"certifie que", 0.95}, NameCue{"attestons que", 0.95}, NameCue{"certifions que", 0.95},
    NameCue{"reçu de la société"}, NameCue{"reçu de l'entreprise"}, NameCue{"avoir reçu de", 0.95}, NameCue{"facturé à", 0.95}, NameCue{"adressé à", 0.8}, NameCue{"l'adhésion de la société"}, NameCue{"l'adhésion de l'entreprise"}, NameCue{"l'adhésion de", 0.85}};
constexpr std::array member_labels{Label{"Nom de l'adhérent"}, Label{"Raison sociale de l'adhérent"}, Label{"Adhérent"}, Label{"Membre adhérent"}, Label{"Reçu de", 0.95}, Label{"Raison sociale"}, Label{"Dénomination"}, Label{"Structure adhérente"}, Label{"Entreprise", 0.9}, Label{"Société", 0.85},
                                   Label{"Membre", 0.85}, Label{"Client", 0.85}, Label{"Destinataire", 0.8}, Label{"Facturé à"}};
constexpr std::array issue_labels{Label{"date de facture"}, Label{"date de la facture"}, Label{"date d'émission"}, Label{"établie le", 0.95}, Label{"délivrée le", 0.95}, Label{"éditée le", 0.95}, Label{"fait le", 0.97}, Label{"facture du", 0.95}, Label{"date", 0.8}};
constexpr std::array amount_labels{Label{"total TTC"}, Label{"montant TTC"}, Label{"net à payer", 0.97}, Label{"montant réglé"}, Label{"montant de la cotisation"}, Label{"montant payé"}, Label{"soit la somme de", 0.97}, Label{"la somme de", 0.95}, Label{"d'un montant de", 0.95},
                                   Label{"cotisation de", 0.9}, Label{"cotisation, soit", 0.95}, Label{"soit", 0.8}, Label{"montant", 0.95}, Label{"total", 0.85}, Label{"cotisation annuelle", 0.9}, Label{"cotisation", 0.75}};
constexpr std::array mark_words{std::string_view("Le trésorier"), std::string_view("La trésorière"), std::string_view("Le Président"), std::string_view("La Présidente"), std::string_view("Le Délégué général"), std::string_view("La Déléguée générale"), std::string_view("Le Directeur"), std::string_view("La Directrice"),
                                std::string_view("Signature et cachet"), std::string_view("Cachet et signature"), std::string_view("Cachet de l'association"), std::string_view("Pour l'association"), std::string_view("Pour le cluster"), std::string_view("Le bureau"), std::string_view("Signature")};
constexpr std::array<std::string_view, 5> issuer_words{"ASSOCIATION LOI 1901", "LOI DU 1ER JUILLET 1901", "ASSOCIATION REGIE", "CLUSTER", "NON ASSUJETTIE"};

struct PaidWord {
    std::string_view phrase;
    bool paid;
    double weight;
};
// "à jour de sa cotisation" states payment; an invoice without a word of payment does not.
constexpr std::array paid_words{
    PaidWord{"est à jour de sa cotisation", true, 0.96}, PaidWord{"est à jour de ses cotisations", true, 0.96}, PaidWord{"à jour de sa cotisation", true, 0.95}, PaidWord{"à jour de cotisation", true, 0.95}, PaidWord{"à jour de ses cotisations", true, 0.95}, PaidWord{"à jour du règlement", true, 0.95},
    PaidWord{"a acquitté sa cotisation", true, 0.96}, PaidWord{"s'est acquittée de sa cotisation", true, 0.96}, PaidWord{"a réglé sa cotisation", true, 0.96}, PaidWord{"a versé sa cotisation", true, 0.95}, PaidWord{"facture acquittée", true, 0.97}, PaidWord{"acquittée le", true, 0.97}, PaidWord{"acquitté le", true, 0.97},
    PaidWord{"pour acquit", true, 0.9}, PaidWord{"acquittée", true, 0.9}, PaidWord{"payée le", true, 0.96}, PaidWord{"payé le", true, 0.95}, PaidWord{"réglée par", true, 0.95}, PaidWord{"réglé par", true, 0.93}, PaidWord{"réglée le", true, 0.96}, PaidWord{"réglé le", true, 0.95}, PaidWord{"règlement reçu", true, 0.95},
    PaidWord{"paiement reçu", true, 0.95}, PaidWord{"reçu de cotisation", true, 0.95}, PaidWord{"reçu de la société", true, 0.93}, PaidWord{"en règlement de la cotisation", true, 0.94}, PaidWord{"a bien été encaissé", true, 0.96}, PaidWord{"nous avons bien reçu votre règlement", true, 0.96}, PaidWord{"cotisation réglée", true, 0.95}, PaidWord{"solde : 0,00", true, 0.9},
    PaidWord{"a été réglée", true, 0.95}, PaidWord{"a été payée", true, 0.95}, PaidWord{"a été acquittée", true, 0.95}, PaidWord{"a été versée", true, 0.94}, PaidWord{"a été encaissée", true, 0.95}, PaidWord{"a été perçue", true, 0.93}, PaidWord{"bien été réglée", true, 0.95},
    PaidWord{"réglée en totalité", true, 0.95}, PaidWord{"payée en totalité", true, 0.95}, PaidWord{"acquittée en totalité", true, 0.95}, PaidWord{"intégralement réglée", true, 0.95}, PaidWord{"intégralement payée", true, 0.95}, PaidWord{"entièrement réglée", true, 0.95},
    PaidWord{"n'est pas à jour", false, 0.97}, PaidWord{"n'a pas réglé", false, 0.97}, PaidWord{"appel de cotisation", false, 0.9}, PaidWord{"appel à cotisation", false, 0.9}, PaidWord{"reste à payer", false, 0.85}, PaidWord{"à régler avant le", false, 0.92}, PaidWord{"à régler à réception", false, 0.9},
    PaidWord{"merci de régler", false, 0.92}, PaidWord{"en attente de règlement", false, 0.96}, PaidWord{"en attente de paiement", false, 0.96}, PaidWord{"date limite de paiement", false, 0.88}, PaidWord{"impayée", false, 0.9}, PaidWord{"veuillez adresser votre règlement", false, 0.93}};

constexpr std::array<std::string_view, 6> denials{"PAS ", "NON ", "ETRE ", "SERA ", "DEVRA ", "DOIT "};
constexpr std::size_t denial_reach = 12;   // letters before the words

constexpr double letterhead_ends = 0.25;   // fractions of the page

/// A cluster of the list seen on a sheet.
struct Sighting {
    std::size_t cluster = 0;
    std::string name;          ///< of its names the one that was printed
    Span span;
    double confidence = 0;
};

/// Position and length tell the issuer from a partner in the foot.
double worth_of(const Sheet& sheet, const std::string& name, const Span& span) {
    const double y = sheet.text.upright_box(span).centre_y();
    const double where = y < letterhead_ends ? 0.97 : y > 0.88 ? 0.88 : 0.9;
    const double length = name.size() >= 6 ? 1 : 0.93;
    return where * length * (0.4 + 0.6 * span.quality) * sureness(sheet, span);
}

std::vector<Sighting> sightings_on(const Sheet& sheet, const std::vector<Cluster>& clusters) {
    std::vector<Sighting> seen;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        std::vector<std::string> names{clusters[i].name};
        names.insert(names.end(), clusters[i].aliases.begin(), clusters[i].aliases.end());
        for (const auto& name : names) {
            const bool like_a_word = likeness(fold(name), "CLUSTER") > 0.8 || likeness(fold(name), "CLUSTERS") > 0.8;
            for (const auto& span : sheet.text.find(name)) {
                // "le cluster" is nearly "Clust'R": such a name counts as it is written.
                if (like_a_word && span.quality < 1) continue;
                seen.push_back({i, name, span, worth_of(sheet, name, span)});
            }
        }
    }
    return seen;
}

/// Is the place of that sighting said better by another cluster's name?
bool outdone(const Sighting& one, const std::vector<Sighting>& seen) {
    return std::ranges::any_of(seen, [&](const Sighting& other) {
        const bool there = other.span.line == one.span.line && other.span.begin < one.span.end && one.span.begin < other.span.end;
        return there && other.cluster != one.cluster && other.span.quality > one.span.quality;
    });
}

/// The clusters of the list, each by the name that is plainest on the sheet: its other names are no rivals of it.
void read_cluster(const Sheet& sheet, const std::vector<Cluster>& clusters, Pool& pool) {
    const auto seen = sightings_on(sheet, clusters);
    std::map<std::size_t, Sighting> plainest;
    for (const auto& sighting : seen) {
        if (outdone(sighting, seen)) continue;
        auto& best = plainest.try_emplace(sighting.cluster, sighting).first->second;
        const double surest = std::max(sighting.confidence, best.confidence);
        // A letterhead is often a drawing: what the text says as well is shown there, for it can be read again.
        const auto shown = [&](const Sighting& s) { return std::tuple{sheet.text.upright_box(s.span).centre_y() > letterhead_ends, s.span.quality, s.name.size()}; };
        if (shown(sighting) > shown(best)) best = sighting;
        best.confidence = surest;
    }
    for (const auto& [cluster, sighting] : plainest) pool.add("cluster", sighting.name, sighting.confidence, place_of(sheet, sighting.span), "a name of the list of clusters");
    static constexpr std::array cues{NameCue{"de l'association", 0.6}, NameCue{"adhérente de", 0.5}, NameCue{"adhérent de", 0.5}, NameCue{"adhérent au cluster", 0.6}, NameCue{"membre du cluster", 0.6}, NameCue{"du cluster", 0.55}, NameCue{"membre de l'association", 0.6}};
    for (const auto& name : names_after(sheet, cues)) pool.add("cluster", name.name, name.confidence, place_of(sheet, name.span), name.why + ", not in the list");
}

/// An invoice by its title: it bears no signature. A receipt or a certificate does.
void note_invoice(const Sheet& sheet, Extraction& out) {
    for (const auto& span : sheet.text.find("facture")) {
        const bool heading = span.begin == 0 && sheet.text.upright_box(span).centre_y() < 0.45 && sheet.text.lines()[span.line].folded.size() < 45;
        if (!heading) continue;
        out.findings.push_back({"invoice", printed(sheet, whole_line(sheet, span.line)), 0.9 * span.quality, place_of(sheet, span)});
        return;
    }
}

std::vector<NamedCompany> members_on(const Sheet& sheet, const std::vector<Cluster>& clusters) {
    auto names = names_after(sheet, member_cues);
    for (auto& name : labelled_names(sheet, member_labels)) names.push_back(std::move(name));
    for (auto& block : address_blocks(sheet)) {
        if (!block.addressee) continue;
        block.who.confidence *= 0.85;
        block.who.why = "the letter's addressee";
        names.push_back(std::move(block.who));
    }
    std::erase_if(names, [&clusters](const NamedCompany& name) {
        return std::ranges::any_of(clusters, [&name](const Cluster& cluster) { return company_likeness(name.name, cluster.name) > 0.9 || (!cluster.aliases.empty() && company_likeness(name.name, cluster.aliases) > 0.9); });
    });
    return names;
}

void read_year(const Sheet& sheet, Pool& pool) {
    struct Cue {
        std::string_view phrase;
        double weight;
    };
    static constexpr std::array cues{Cue{"pour l'année", 0.97}, Cue{"au titre de l'année", 0.98}, Cue{"au titre de l'exercice", 0.97}, Cue{"pour l'exercice", 0.95}, Cue{"cotisation de membre pour l'année", 0.98}, Cue{"cotisation annuelle", 0.92}, Cue{"cotisation", 0.92}, Cue{"cotisations", 0.9}, Cue{"adhésion", 0.92},
                                     Cue{"année", 0.85}, Cue{"exercice", 0.8}, Cue{"au titre de", 0.85}, Cue{"saison", 0.7}};
    for (const auto& cue : cues) {
        for (const auto& span : sheet.text.find(cue.phrase)) {
            auto places = sheet.text.right_of(span);
            if (span.line + 1 < sheet.text.lines().size()) places.push_back(whole_line(sheet, span.line + 1));
            for (std::size_t i = 0; i < places.size() && i < 2; ++i) {
                const auto years = find_years(sheet.text.folded(places[i]));
                if (years.empty() || years.front().begin > (i == 0 ? 22u : 8u)) continue;
                const Span where = part_of(places[i], years.front().begin, years.front().end);
                pool.add("year", static_cast<double>(years.front().value), cue.weight * years.front().confidence * (i == 0 ? 1 : 0.93) * (0.5 + 0.5 * span.quality) * sureness(sheet, where), place_of(sheet, where), after_words(cue.phrase));
                break;
            }
        }
    }
    // "du 1er janvier 2017 au 31 décembre 2017"
    std::string text = sheet.text.folded();
    std::ranges::replace(text, '\n', ' ');
    for (const auto& period : find_periods(text)) {
        if (!period.value.from || !period.value.to || days_between(*period.value.from, *period.value.to) > 400) continue;
        const Span where = sheet.text.locate(period.begin, period.end);
        pool.add("year", static_cast<double>(static_cast<int>(period.value.to->year())), 0.9 * period.confidence * sureness(sheet, where), place_of(sheet, where), "a period of a year");
    }
}

void read_amount(const Sheet& sheet, Pool& pool) {
    for (const auto& found : labelled_values(sheet, amount_labels)) {
        const auto amounts = find_amounts(sheet.text.folded(found.value));
        if (amounts.empty() || amounts.front().begin > 24 || amounts.front().confidence < 0.6) continue;
        const Span where = part_of(found.value, amounts.front().begin, amounts.front().end);
        pool.add("amount", amounts.front().value, std::min(0.99, amounts.front().confidence + 0.03) * found.label->weight * (0.5 + 0.5 * found.where.quality) * sureness(sheet, where), place_of(sheet, where), because_of(*found.label));
    }
    for (std::size_t k = 0; k < sheet.text.lines().size(); ++k)
        for (const auto& amount : find_amounts(sheet.text.lines()[k].folded)) {
            const Span where{k, amount.begin, amount.end, 1};
            if (amount.confidence > 0.8) pool.add("amount", amount.value, 0.55 * amount.confidence * sureness(sheet, where), place_of(sheet, where), "a sum on the page");
        }
}

void read_paid(const Sheet& sheet, Pool& pool) {
    std::vector<Span> taken;
    for (const auto& word : paid_words) {
        for (const auto& span : sheet.text.find(word.phrase)) {
            if (std::ranges::any_of(taken, [&span](const Span& t) { return t.line == span.line && t.begin < span.end && span.begin < t.end; })) continue;
            taken.push_back(span);
            // "n'est pas à jour de sa cotisation", "doit être réglée": the denial stands before the words or, in a loose match, among them.
            const std::string_view line = sheet.text.lines()[span.line].folded;
            const std::size_t before = span.begin > denial_reach ? span.begin - denial_reach : 0;
            const std::string_view near = line.substr(before, span.end - before);
            const bool denied = word.paid && std::ranges::any_of(denials, [near](std::string_view denial) { return near.find(denial) != std::string_view::npos; });
            pool.add("paid", word.paid && !denied, word.weight * (0.3 + 0.7 * span.quality) * sureness(sheet, span), place_of(sheet, span), std::string(word.phrase));
        }
    }
}

/// "Je soussigné, Rémi Perrin, Délégué général", "Le trésorier, Jean-Marc Le Goff le 12/01/2018".
void read_signatory(const Sheet& sheet, Pool& pool) {
    static constexpr std::array cues{NameCue{"Je soussigné(e)", 0.95}, NameCue{"Je soussignée", 0.95}, NameCue{"Je soussigné", 0.95}, NameCue{"Le trésorier", 0.9}, NameCue{"La trésorière", 0.9}, NameCue{"Le Président", 0.8}, NameCue{"La Présidente", 0.8}};
    for (const auto& cue : cues) {
        for (const auto& span : sheet.text.find(cue.phrase)) {
            for (const auto& beside : sheet.text.right_of(span)) {
                const Span value = trimmed(sheet, beside);
                auto text = sheet.text.folded(value);
                std::size_t begin = text.find_first_not_of(" ,;:");
                if (begin == std::string_view::npos) break;
                std::size_t end = text.size();
                for (const std::string_view stop : {",", " LE ", " EN QUALITE", " AGISSANT", " PRESIDENT", " DIRECT", " TRESORI", " DELEGUE", " (", " ATTESTE"}) end = std::min(end, text.find(stop, begin));
                const Span name = trimmed(sheet, part_of(value, begin, end));
                if (name.end - name.begin < 4 || name.end - name.begin > 45) break;
                pool.add("signatory", printed(sheet, name), cue.weight * sureness(sheet, name), place_of(sheet, name), after_words(cue.phrase));
                break;
            }
        }
    }
}

Extraction read(std::span<const DocumentPage> pages, const Expectations& expected) {
    const auto sheets = sheets_of(pages);
    Pool pool;
    Extraction out;
    read_headcount(sheets, pool);
    for (const auto& sheet : sheets) {
        read_cluster(sheet, expected.clusters, pool);
        const auto names = members_on(sheet, expected.clusters);
        for (const auto& name : names) pool.add("company_name", name.name, name.confidence, place_of(sheet, name.span), name.why);
        read_company_numbers(sheet, names, {issuer_words, {}, false}, pool);
        read_year(sheet, pool);
        read_amount(sheet, pool);
        read_paid(sheet, pool);
        for (const auto& date : labelled_dates(sheet, issue_labels, 12)) pool.add("issued_on", sheet, date, 0.9);
        for (const auto& letter : letter_dates(sheet)) {
            pool.add("issued_on", sheet, letter.date);
            if (!letter.place.empty()) pool.add("place", letter.place, 0.9 * letter.date.confidence, place_of(sheet, letter.place_span), "before the date of the letter");
        }
        read_signatory(sheet, pool);
        note_invoice(sheet, out);
        for (auto& slot : mark_slots(sheet, mark_words, "signature")) out.slots.push_back(std::move(slot));
    }
    for (const auto& sheet : sheets) read_company_address(sheet, pool);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor cluster_membership{
    "cluster_membership",
    {{"cluster_membership", "cluster_membership", false, "Attestation d'adhésion au cluster", "Cluster membership certificate",
      {{"attestation d'adhésion", 4, Zone::top}, {"attestation de cotisation", 4, Zone::top}, {"attestation de règlement de cotisation", 4.5, Zone::top}, {"reçu de cotisation", 4, Zone::top}, {"certificat d'adhésion", 3.5, Zone::top}, {"facture de cotisation", 4, Zone::top}, {"justificatif de règlement", 2.5, Zone::top},
       {"appel de cotisation", 3.2, Zone::top}, {"appel à cotisation", 3.2, Zone::top}, {"cotisation de membre", 2}, {"à jour de sa cotisation", 2.5}, {"à jour de cotisation", 2.2}, {"à jour de ses cotisations", 2}, {"est adhérente", 2}, {"est adhérent", 2}, {"membre adhérent", 2}, {"notre cluster", 2}, {"cluster", 1.2}, {"adhérent", 1},
       {"cotisation annuelle", 1.2}, {"cotisation", 1}, {"adhésion", 1}, {"le trésorier", 1}, {"de l'association", 0.8}, {"membre de notre association", 1.8}, {"pour l'année", 0.6}, {"filière numérique", 0.8}, {"professionnels du numérique", 0.8}, {"attestation", 0.8, Zone::top},
       {"URSSAF", -5}, {"MEDEF", -3}, {"CPME", -3}, {"CGPME", -3}, {"Syntec", -3}, {"chambre de commerce et d'industrie", -2.5}, {"cotisations sociales", -4}, {"obligations sociales", -3.5}, {"code de la sécurité sociale", -4}, {"obligations fiscales", -4}, {"bulletin d'adhésion", -4, Zone::top}, {"demande d'adhésion", -4, Zone::top}, {"assurance", -1.5}, {"assemblée générale ordinaire", -1.5, Zone::top}, {"convocation", -3, Zone::top},
       {"référentiel", -2, Zone::top}}},
     {"membership_form", "cluster_membership", true, "Bulletin d'adhésion", "Membership form",
      {{"bulletin d'adhésion", 6, Zone::top}, {"demande d'adhésion", 5, Zone::top}, {"formulaire d'adhésion", 5, Zone::top}, {"souhaite adhérer", 3}, {"déclare adhérer", 2.5}, {"à retourner", 1.5}, {"chèque à l'ordre de", 0.8}, {"cocher", 0.8}, {"votre cotisation", 0.8}}},
     {"urssaf_vigilance", "cluster_membership", true, "Attestation de vigilance URSSAF", "Social security certificate (URSSAF)",
      {{"attestation de vigilance", 5, Zone::top}, {"URSSAF", 3.5}, {"article L.243-15 du code de la sécurité sociale", 3}, {"code de la sécurité sociale", 2}, {"obligations de déclaration et de paiement", 2.5}, {"cotisations de sécurité sociale", 2}, {"cotisations et contributions sociales", 2}, {"obligations sociales", 1.5}, {"code de sécurité", 1}}},
     {"tax_certificate", "cluster_membership", true, "Attestation fiscale", "Tax certificate",
      {{"attestation de régularité fiscale", 6, Zone::top}, {"attestation fiscale", 5, Zone::top}, {"direction générale des finances publiques", 3}, {"obligations fiscales", 2.5}, {"impôt sur les sociétés", 1.2}, {"service des impôts des entreprises", 2.5}}},
     {"other_membership", "cluster_membership", true, "Adhésion à un autre organisme", "Membership of another body",
      {{"chambre de commerce et d'industrie", 3}, {"MEDEF", 4}, {"Syntec", 3.5}, {"CPME", 4}, {"CGPME", 4}, {"French Tech", 3}, {"pôle de compétitivité", 2.5}, {"fédération professionnelle", 2}, {"attestation d'adhésion", 1.5, Zone::top}, {"est adhérent", 0.8}, {"cluster", -2}}},
     {"meeting_notice", "cluster_membership", true, "Convocation à une assemblée générale", "Notice of a general meeting",
      {{"convocation", 4, Zone::top}, {"assemblée générale ordinaire", 2.5, Zone::top}, {"ordre du jour", 2.5}, {"pouvoir à retourner", 2}, {"rapport moral", 2}, {"nous avons le plaisir de vous convier", 2.5}, {"procès-verbal", 1.5, Zone::top}}}},
    read};

}  // namespace paraphe
