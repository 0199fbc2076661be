// Lettre d'engagement: the management states that the company conforms to the label's référentiel.
#include "extractors/common/company_address.hpp"
#include "extractors/common/declaration.hpp"
#include "extractors/common/headcount.hpp"
#include "extractors/common/slots.hpp"
#include "text/fuzzy.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace paraphe {
namespace {

using namespace extractors;

const std::vector<PageKind> kinds{
    {"commitment_letter", "commitment_letter", false, "", "",
     {{"lettre d'engagement", 5, Zone::top}, {"engagement de la direction", 4, Zone::top}, {"lettre d'engagement de la direction", 2, Zone::top}, {"engagement au référentiel", 3, Zone::top}, {"objet : lettre d'engagement", 4}, {"cet engagement porte sur", 1}, {"salutations distinguées", 0.8},
      {"je soussigné", 1.5}, {"en conformité avec le référentiel", 3.5}, {"conforme au référentiel", 2.5}, {"en conformité avec les exigences du référentiel", 2}, {"respecte le référentiel", 2.5},
      {"l'entreprise numérique est en conformité", 3}, {"s'engage au nom de l'entreprise", 2}, {"agissant en qualité de", 1.2}, {"atteste que la société est en conformité", 2}, {"m'engage", 1}, {"s'engage", 0.5},
      {"entreprise numérique responsable", 1.2}, {"label ENR", 0.8}, {"référentiel ENR", 1}, {"référentiel du label", 1}, {"France IT", 0.5}, {"fait à", 0.3, Zone::bottom}, {"dont le siège social", 0.4},
      {"informer France IT de tout changement", 1.5}, {"modalités d'attribution du label", 1.2}, {"démarche de progrès", 0.6}, {"la Direction s'engage à", 2}, {"par son dirigeant", 0.8}, {"adhérente du cluster", 1.2},
      {"règles d'utilisation de la marque", -1.5, Zone::top}, {"lettre de motivation", -4}, {"confidentialité", -0.8, Zone::top}, {"sur l'honneur", -0.3, Zone::top}, {"lettre-chèque", -4}, {"extrait kbis", -4}, {"registre unique du personnel", -4},
      {"bordereau d'envoi", -3, Zone::top}, {"veuillez trouver ci-joint", -3}, {"pièces jointes", -2}, {"en paraphant chacune des pages", -4}, {"sommaire", -2, Zone::top}}},
    {"motivation_letter", "commitment_letter", true, "Lettre de motivation", "Letter of motivation",
     {{"lettre de motivation", 6, Zone::top}, {"motivation", 1.5, Zone::top}, {"nos motivations", 2}, {"nous souhaitons obtenir le label", 2.5}, {"souhaite obtenir le label", 2}, {"candidature au label", 2}, {"notre candidature", 2},
      {"nous sommes convaincus", 1.5}, {"nous serions heureux", 1.5}, {"dans l'espoir", 1}, {"retenir notre candidature", 2.5}, {"veuillez agréer", 1}, {"salutations distinguées", 0.8}, {"madame, monsieur", 0.8}, {"nous espérons", 1},
      {"je soussigné", -2}, {"lettre d'engagement", -3, Zone::top}}},
    {"cover_letter", "commitment_letter", true, "Lettre d'accompagnement", "Covering letter",
     {{"veuillez trouver ci-joint", 3.5}, {"vous trouverez ci-joint", 3.5}, {"veuillez trouver ci-après", 3}, {"vous trouverez en pièces jointes", 3.5}, {"ci-joint le dossier", 3}, {"ci-joint notre dossier", 3}, {"bordereau d'envoi", 4, Zone::top}, {"bordereau de transmission", 4, Zone::top},
      {"pièces jointes", 2}, {"P.J.", 0.8}, {"liste des pièces", 1.5}, {"je vous prie de trouver", 3}, {"nous vous prions de trouver", 3}, {"nous vous adressons", 2}, {"nous vous transmettons", 2.5}, {"je vous transmets", 2.5}, {"objet : envoi", 2.5}, {"objet : dossier", 2}, {"objet : candidature", 1.5},
      {"veuillez agréer", 1.2}, {"salutations distinguées", 1}, {"cordialement", 1.2}, {"bonjour", 1.2, Zone::top}, {"madame, monsieur", 1}, {"restons à votre disposition", 1.5}, {"reste à votre disposition", 1.5}, {"dossier complet", 1}, {"de : ", 0.3, Zone::top},
      {"je soussigné", -3}, {"en conformité avec le référentiel", -3}, {"lettre d'engagement", -1.5, Zone::top}, {"payez contre ce chèque", -5}}},
    {"csr_charter", "commitment_letter", true, "Charte RSE", "CSR charter",
     {{"charte RSE", 6, Zone::top}, {"charte de responsabilité sociétale", 6, Zone::top}, {"responsabilité sociétale de l'entreprise", 2.5}, {"responsabilité sociétale des entreprises", 2.5}, {"charte éthique", 4, Zone::top}, {"charte développement durable", 4, Zone::top}, {"nos engagements", 2, Zone::top},
      {"parties prenantes", 0.8}, {"égalité professionnelle", 1}, {"empreinte carbone", 1}, {"bien-être au travail", 1}, {"diversité", 0.8}, {"fournisseurs responsables", 1}, {"achats responsables", 1}, {"référentiel ENR", -2}, {"France IT", -1.5}, {"je soussigné", -1.5}}},
    {"sworn_statement", "commitment_letter", true, "Attestation sur l'honneur", "Sworn statement",
     {{"attestation sur l'honneur", 5, Zone::top}, {"déclaration sur l'honneur", 5, Zone::top}, {"déclaration du candidat", 3.5, Zone::top}, {"lettre de candidature DC1", 4}, {"DC1", 2, Zone::top}, {"DC2", 2, Zone::top}, {"marché public", 2.5}, {"marchés publics", 2.5}, {"interdiction de soumissionner", 3},
      {"travail dissimulé", 2.5}, {"articles L. 8221", 2}, {"code du travail", 1}, {"obligations fiscales et sociales", 2}, {"certifie sur l'honneur", 1.5}, {"atteste sur l'honneur", 1.8}, {"pouvoir adjudicateur", 2.5}, {"référentiel ENR", -3}, {"label ENR", -2}, {"entreprise numérique responsable", -2}, {"lettre d'engagement", -4, Zone::top}}},
    {"confidentiality_agreement", "commitment_letter", true, "Engagement de confidentialité", "Confidentiality agreement",
     {{"engagement de confidentialité", 6, Zone::top}, {"accord de confidentialité", 6, Zone::top}, {"accord de non-divulgation", 5, Zone::top}, {"clause de confidentialité", 2, Zone::top}, {"informations confidentielles", 2.5}, {"ne pas divulguer", 2}, {"non-divulgation", 2}, {"secret professionnel", 1.2},
      {"tenir strictement confidentielles", 2}, {"non-disclosure agreement", 5, Zone::top}, {"référentiel ENR", -2.5}, {"en conformité avec le référentiel", -3}, {"sommaire", -2, Zone::top}}},
};

/// Words by which the letter states that the company conforms.
constexpr std::array statements{
    std::string_view("en conformité avec"), std::string_view("conforme au référentiel"), std::string_view("conforme aux exigences"), std::string_view("est conforme"), std::string_view("respecte le référentiel"), std::string_view("respecte l'ensemble"),
    std::string_view("respecte les exigences"), std::string_view("respecte les engagements"), std::string_view("conformité au référentiel"), std::string_view("conformité avec le référentiel"), std::string_view("répond aux exigences"), std::string_view("satisfait aux exigences"),
    std::string_view("satisfait au référentiel"), std::string_view("applique le référentiel"), std::string_view("se conforme au"), std::string_view("respect du référentiel"), std::string_view("conformes au référentiel"), std::string_view("en accord avec le référentiel"), std::string_view("respecte les dispositions"),
    std::string_view("met en oeuvre les exigences")};

/// The title of the letter and what it promises to do are no statement: "Engagement de la Direction à respecter le référentiel".
bool only_announces(const Sheet& sheet, const Span& span) {
    if (sheet.text.folded(span).find("CONFORMER") != std::string_view::npos) return true;
    const auto declared = sheet.text.find("soussigné");
    return !declared.empty() && sheet.text.upright_box(span).bottom() < sheet.text.upright_box(declared.front()).y;
}

/// "déclare que l'entreprise s'y conforme": the verb or the adjective, on a line that speaks of the référentiel or next to one that does.
/// "Se conformer" is still to be done, a copy that is "certifiée conforme" says nothing of the company.
std::optional<Span> says_conform(const Sheet& sheet) {
    const auto& lines = sheet.text.lines();
    const auto speaks_of_it = [&](std::size_t k) {
        return std::ranges::any_of(std::array{"REFERENTIEL", "EXIGENCES", "NUMERIQUE RESPONSABLE"}, [&](std::string_view topic) { return find_fuzzy(lines[k].folded, topic).has_value(); });
    };
    for (const auto& span : sheet.text.find("conforme")) {
        const std::string_view line = lines[span.line].folded;
        const auto head = line.substr(0, span.begin), rest = line.substr(std::min(span.end, line.size()));
        if (head.ends_with("COPIE ") || head.ends_with("CERTIFIE ") || head.ends_with("CERTIFIEE ") || (!rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z' && rest.front() != 'S')) continue;
        const std::size_t from = span.line > 0 ? span.line - 1 : 0, to = std::min(span.line + 1, lines.size() - 1);
        for (std::size_t k = from; k <= to; ++k)
            if (speaks_of_it(k) && !only_announces(sheet, span)) return span;
    }
    return {};
}

void note_statement(const std::vector<Sheet>& sheets, Extraction& out) {
    std::size_t words = 0;
    double confidence = 0;
    for (const auto& sheet : sheets) {
        words += sheet.text.page().words.size();
        for (const auto& word : sheet.text.page().words) confidence += word.confidence;
        for (const auto phrase : statements)
            for (const auto& span : sheet.text.find(phrase)) {
                if (only_announces(sheet, span)) continue;
                out.findings.push_back({"statement_of_conformity", printed(sheet, whole_line(sheet, span.line)), span.quality, place_of(sheet, span)});
                return;
            }
        if (const auto span = says_conform(sheet)) {
            out.findings.push_back({"statement_of_conformity", printed(sheet, whole_line(sheet, span->line)), 0.95 * span->quality, place_of(sheet, *span)});
            return;
        }
    }
    // A page of which half was read may hold the statement in the other half.
    const double read = words > 0 ? confidence / static_cast<double>(words) : 0;
    const bool enough = words >= 45 && read > 0.6;
    out.findings.push_back({"no_statement_of_conformity", "", enough ? 0.8 * read : 0.5, {sheets.front().path, sheets.front().page(), {}}});
}

Extraction read(std::span<const DocumentPage> pages, const Expectations& expectations) {
    const auto sheets = sheets_of(pages);
    Extraction out;
    if (sheets.empty()) return out;
    Pool pool;
    read_declarant(sheets, expectations, true, pool);
    read_signatory(sheets, pool);
    read_signing(sheets, pool, out);
    find_blanks(sheets, out);
    find_mention(sheets, out);
    read_headcount(sheets, pool);
    note_statement(sheets, out);
    add_signature_slots(sheets, out);
    for (const auto& sheet : sheets) read_company_address(sheet, pool);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor commitment_letter;
const Extractor commitment_letter{"commitment_letter", kinds, read};

}  // namespace paraphe
