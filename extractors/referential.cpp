// Référentiel ENR: the label's own rule book for companies, initialled on every page and signed on the last.
#include "extractors/common/declaration.hpp"
#include "extractors/common/page_numbers.hpp"
#include "extractors/common/sections.hpp"
#include "extractors/common/slots.hpp"

#include <algorithm>
#include <array>

namespace paraphe {
namespace {

using namespace extractors;

const std::vector<PageKind> kinds{
    {"referential", "referential", false, "", "",
     {{"référentiel", 2, Zone::top}, {"référentiel entreprise numérique responsable", 3.5}, {"référentiel du label", 2}, {"référentiel ENR", 1.8}, {"référentiel label", 2.5, Zone::top}, {"le présent référentiel", 2.5}, {"en paraphant chacune des pages", 4}, {"en paraphant chaque page", 4}, {"paraphe", 0.8, Zone::bottom}, {"paraphes", 0.6, Zone::bottom},
      {"obligations et déontologie", 2.5}, {"déontologie", 1.2}, {"approche commerciale", 2}, {"réalisation de la prestation", 2}, {"démarche de progrès", 1.5}, {"fonctionnement du label", 2.5}, {"propriété du référentiel", 2.5}, {"comité d'attribution du label", 2}, {"CATLAB", 2}, {"modalités de radiation", 1.5},
      {"engagement vis-à-vis du référentiel", 2.5}, {"modalités d'obtention", 1.2}, {"cahier des charges", 0.7}, {"proposition de prix", 1}, {"moyens", 0.2}, {"suivi du projet", 0.6}, {"livraison", 0.3}, {"facturation", 0.4}, {"défaillance", 0.5}, {"enquête de satisfaction", 0.7}, {"démarche de développement durable", 0.8},
      {"l'entreprise respecte la confidentialité", 1.5}, {"l'entreprise respecte la concurrence", 1.5}, {"l'entreprise satisfait aux obligations", 1.5}, {"droits intellectuels", 1}, {"connaissance de l'ensemble du référentiel", 2.5}, {"lu et approuvé le référentiel", 2.5}, {"pris connaissance des exigences", 1}, {"exigences applicables", 1.5}, {"entreprise numérique responsable", 1},
      // the fourteen commitments, as the label words them
      {"conseille et propose une solution adaptée", 2}, {"claire et transparente dans sa proposition de prix", 2}, {"formalise ses engagements", 1.2}, {"les moyens nécessaires au respect des objectifs", 1.5}, {"méthode de suivi de projet", 1.2}, {"nomme un interlocuteur", 1.2},
      {"respecte l'échéancier", 1.2}, {"solution de continuation de sa mission", 1.5}, {"évalue régulièrement la satisfaction", 1.5}, {"pour acceptation du référentiel", 3.5}, {"reconnaît avoir lu et approuvé", 1.2}, {"lu et approuvé le référentiel ENR", 1.5}, {"en toutes ses pages", 1.5},
      {"déclare avoir pris connaissance de l'ensemble du référentiel", 2}, {"en toute circonstance, l'entreprise", 0.8}, {"dans ce cadre, l'entreprise", 0.8}, {"France IT", 0.4}, {"préambule", 0.8}, {"sommaire", 0.8, Zone::top}, {"à ce titre, l'entreprise", 0.8}, {"entreprise candidate", 0.8},
      {"lettre d'engagement", -3, Zone::top}, {"règles d'utilisation de la marque", -2.5}, {"payez contre ce chèque", -5}, {"veuillez agréer", -2}, {"salutations distinguées", -2}, {"objet :", -1.5}, {"attribué à", -2.5}, {"extrait kbis", -4}, {"marque et du logo", -1.5}, {"droit d'usage", -1.5}}},
    {"brochure", "referential", true, "Plaquette de présentation", "Brochure",
     {{"plaquette", 3, Zone::top}, {"pourquoi se faire labelliser", 3}, {"les bénéfices du label", 2.5}, {"comment obtenir le label", 3}, {"ils sont labellisés", 3}, {"témoignages", 2}, {"témoignage", 1.5}, {"un label pour", 1.5, Zone::top}, {"le label en 3 étapes", 2.5}, {"les étapes de la labellisation", 2.5}, {"contactez-nous", 2}, {"rejoignez", 1.5},
      {"dossier de candidature", 1}, {"qui peut candidater", 2}, {"les 14 engagements", 1.5}, {"combien ça coûte", 2}, {"présentation du label", 2.5, Zone::top}, {"découvrez", 1.2}, {"en partenariat avec", 0.8}, {"retrouvez-nous", 1.5}, {"calendrier", 0.8}, {"tarif", 0.8}, {"en paraphant", -4}, {"le présent référentiel", -3}, {"je soussigné", -3}, {"page", -0.2, Zone::bottom}}},
    {"one_page_charter", "referential", true, "Charte d'une page", "One-page charter",
     {{"charte entreprise numérique responsable", 5, Zone::top}, {"charte du label", 4, Zone::top}, {"charte de l'entreprise numérique", 4, Zone::top}, {"la charte", 1.5, Zone::top}, {"charte", 2, Zone::top}, {"nos 14 engagements", 2}, {"signataires de la charte", 2.5}, {"par la présente charte", 2.5}, {"adhère à la charte", 2}, {"en paraphant", -4}, {"le présent référentiel", -4}, {"charte graphique", -5}, {"charte RSE", -5}, {"responsabilité sociétale", -3}}},
    {"label_certificate", "referential", true, "Certificat de label", "Label certificate",
     {{"label ENR", 1.5, Zone::top}, {"attribué à", 3.5}, {"certificat", 2.5, Zone::top}, {"attestation de labellisation", 4, Zone::top}, {"le label entreprise numérique responsable est attribué", 4}, {"est décerné", 3}, {"décerne le label", 3.5}, {"valable 2 ans", 2.5}, {"à compter de sa date d'attribution", 3}, {"date d'attribution", 2}, {"numéro de certificat", 1.5},
      {"certificat d'enregistrement", -4}, {"assurance", -3}, {"responsabilité civile", -3}, {"en paraphant", -4}, {"le présent référentiel", -3}, {"je soussigné", -2}}},
    {"later_referential", "referential", true, "Référentiel du Label Numérique Responsable (INR)", "Standard of the later Label Numérique Responsable",
     {{"label numérique responsable", 4.5, Zone::top}, {"label numérique responsable", 2.5}, {"institut du numérique responsable", 3.5}, {"agence lucie", 3.5}, {"label NR", 2.5}, {"niveau 1", 1}, {"niveau 2", 1}, {"sobriété numérique", 1.5}, {"green IT", 1}, {"stratégie et gouvernance", 1.5}, {"France IT", -3}, {"entreprise numérique responsable", -2.5}}},
};

/// "projet", "version 0.9": by its own words this edition is not, or not yet, in force.
bool of_a_draft(std::string_view line, std::string_view number) {
    static constexpr std::array<std::string_view, 6> words{"PROJET", "PROVISOIRE", "BROUILLON", "DRAFT", "TRAVAIL", "PRELIMINAIRE"};
    if (number.starts_with("0.") || number.starts_with("V0.")) return true;
    return std::ranges::any_of(words, [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

/// "édition 2016", "version 2.1": the word and what follows it.
void read_edition(const std::vector<Sheet>& sheets, Pool& pool, Extraction& out) {
    for (const auto& sheet : sheets)
        for (const std::string_view phrase : {"édition", "version", "révision"})
            for (const auto& span : sheet.text.find(phrase)) {
                const std::string_view line = sheet.text.lines()[span.line].folded;
                std::size_t begin = span.end;
                while (begin < line.size() && (line[begin] == ' ' || line[begin] == ':')) ++begin;
                if (line.substr(begin, 3) == "DE " || line.substr(begin, 3) == "DU ") begin += 3;
                std::size_t end = begin;
                while (end < line.size() && line[end] != ' ' && line[end] != ',' && line[end] != ')') ++end;
                const auto token = line.substr(begin, end - begin);
                // The line that gives the edition has little else to say; a sentence about versions has.
                const Span said{span.line, span.begin, line.size(), 1};
                if (line.size() < 60 && of_a_draft(line, token))
                    out.findings.push_back({"draft_edition", printed(sheet, said), 0.9 * span.quality * sureness(sheet, said), place_of(sheet, said)});
                if (token.empty() || token.size() > 12 || std::ranges::none_of(token, [](char c) { return c >= '0' && c <= '9'; })) continue;
                const Span where{span.line, begin, end, 1};
                pool.add("edition", printed(sheet, where), 0.9 * span.quality * sureness(sheet, where), place_of(sheet, where), "after \"" + std::string(phrase) + "\"");
            }
}

/// Every page with print of its own asks for a paraph somewhere on it: where, is the hand's choice.
void add_paraph_slots(const std::vector<Sheet>& sheets, Extraction& out) {
    for (const auto& sheet : sheets) {
        if (sheet.text.page().problem == PageProblem::blank || (sheet.text.lines().empty() && sheet.text.page().ink_share < 0.002)) continue;
        Slot slot;
        slot.purpose = "paraph";
        slot.place = {sheet.path, sheet.page(), {}};
        const auto labels = sheet.text.find("paraphe");
        if (!labels.empty()) slot.label = sheet.text.printed(labels.back());
        out.slots.push_back(std::move(slot));
    }
}

Extraction read(std::span<const DocumentPage> pages, const Expectations& expectations) {
    const auto sheets = sheets_of(pages);
    Extraction out;
    if (sheets.empty()) return out;
    Pool pool;
    // Only the declaration at the end speaks of the candidate; the rest speaks of any company.
    const auto closing = std::ranges::find_if(sheets.rbegin(), sheets.rend(), [](const Sheet& sheet) { return !sheet.text.lines().empty(); });
    if (closing != sheets.rend()) {
        const std::vector<Sheet> last{*closing};
        read_declarant(last, expectations, false, pool);
        read_signatory(last, pool);
        read_signing(last, pool, out);
        find_blanks(last, out);
    }
    read_page_numbers(sheets, pool);
    read_edition(sheets, pool, out);
    find_sections(sheets, out);
    find_mention(sheets, out);
    find_struck_words(sheets, out);
    add_paraph_slots(sheets, out);
    add_signature_slots(sheets, out);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor referential;
const Extractor referential{"referential", kinds, read};

}  // namespace paraphe
