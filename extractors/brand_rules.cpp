// Règles d'utilisation de la marque et du logo: the rules of the label's brand, signed by the candidate.
#include "extractors/common/declaration.hpp"
#include "extractors/common/page_numbers.hpp"
#include "extractors/common/slots.hpp"

namespace paraphe {
namespace {

using namespace extractors;

const std::vector<PageKind> kinds{
    {"brand_rules", "brand_rules", false, "", "",
     {{"règles d'utilisation de la marque et du logo", 5, Zone::top}, {"règles d'utilisation de la marque", 4}, {"règles d'utilisation du logo", 4}, {"règlement d'usage de la marque", 5, Zone::top}, {"règlement d'usage", 2.5, Zone::top}, {"charte d'utilisation", 3, Zone::top}, {"conditions d'utilisation de la marque", 4},
      {"la marque et le logo ENR", 3}, {"marque et du logo", 1.5}, {"usage du logo", 1.2}, {"utilisation de la marque", 1.5}, {"droit d'usage personnel", 2}, {"droit d'usage", 1}, {"propriété exclusive de France IT", 2}, {"déposés à l'INPI par France IT", 1.5}, {"supports autorisés", 1.2},
      {"retrait du label", 1}, {"retrait, de suspension", 0.8}, {"contrefaçon", 0.8}, {"usage non conforme", 1.2}, {"zone de protection", 0.7}, {"entreprises labellisées", 0.8}, {"entreprise labellisée", 0.7}, {"entreprise numérique responsable", 0.8}, {"France IT", 0.6}, {"m'engage à les respecter", 1},
      {"s'engage à respecter les présentes règles", 2}, {"connaissance des règles d'utilisation", 2.5}, {"règles d'utilisation de la marque et du logo ENR", 2.5}, {"pour acceptation des règles", 2.5}, {"respecter les règles d'utilisation", 2.5}, {"accepter sans réserve les règles", 2.5}, {"respecter les règles ci-dessus", 2}, {"les règles ci-dessus", 1.5}, {"le titulaire", 0.5}, {"il est interdit d'utiliser le logo", 1.5}, {"supprime la marque et le logo", 1.5},
      {"certificat d'enregistrement", -4, Zone::top}, {"institut national de la propriété", -2.5, Zone::top}, {"lettre d'engagement", -4, Zone::top}, {"en conformité avec le référentiel", -2.5}, {"extrait kbis", -4}, {"en paraphant chacune des pages", -4}, {"notre charte graphique", -2.5}, {"planche de style", -2}}},
    {"graphic_charter", "brand_rules", true, "Charte graphique de l'entreprise", "The company's graphic charter",
     {{"charte graphique", 4.5, Zone::top}, {"charte graphique", 1.5}, {"identité visuelle", 2.5}, {"guide de style", 2.5, Zone::top}, {"brand book", 3, Zone::top}, {"notre logo", 1.5}, {"notre logotype", 1.8}, {"logotype", 1.2}, {"typographie", 1.2}, {"typographies", 0.8}, {"palette de couleurs", 2}, {"couleurs", 0.6}, {"pantone", 2}, {"CMJN", 1.8}, {"RVB", 1.5},
      {"quadrichromie", 1.5}, {"hexadécimal", 1.2}, {"zone d'exclusion", 1}, {"déclinaisons", 1}, {"papeterie", 1}, {"police principale", 1.2}, {"propriété exclusive de France IT", -4}, {"la marque et le logo ENR", -4}, {"règles d'utilisation de la marque et du logo", -3}, {"entreprise labellisée", -2.5}, {"France IT", -2}}},
    {"inpi_certificate", "brand_rules", true, "Certificat INPI", "INPI certificate",
     {{"institut national de la propriété industrielle", 4}, {"certificat d'enregistrement", 4, Zone::top}, {"récépissé de dépôt", 2.5, Zone::top}, {"INPI", 1, Zone::top}, {"marque française", 2}, {"classification de Nice", 2.5}, {"classes de produits", 2}, {"produits et services", 0.8}, {"BOPI", 2.5}, {"date de dépôt", 1.2},
      {"numéro national", 1.5}, {"déposant", 1.2}, {"mandataire", 0.5}, {"s'engage à respecter", -2}, {"règles d'utilisation", -3}, {"registre national des entreprises", -4}, {"immatriculation", -1.5}}},
    {"other_label_rules", "brand_rules", true, "Règlement d'un autre label", "Rules of another label",
     {{"label lucie", 4}, {"agence lucie", 4}, {"qualiopi", 4}, {"label numérique responsable", 4}, {"institut du numérique responsable", 3}, {"marque NF", 3}, {"AFNOR certification", 3}, {"ecolabel", 2.5}, {"french tech", 2.5}, {"B Corp", 3}, {"marque imprim'vert", 4}, {"règlement d'usage de la marque", 2, Zone::top}, {"règlement du label", 2.5, Zone::top},
      {"conditions d'usage de la marque", 2}, {"France IT", -4}, {"entreprise numérique responsable", -4}, {"logo ENR", -4}}},
};

Extraction read(std::span<const DocumentPage> pages, const Expectations& expectations) {
    const auto sheets = sheets_of(pages);
    Extraction out;
    if (sheets.empty()) return out;
    Pool pool;
    read_declarant(sheets, expectations, false, pool);
    read_signatory(sheets, pool);
    read_signing(sheets, pool, out);
    read_page_numbers(sheets, pool);
    find_blanks(sheets, out);
    find_mention(sheets, out);
    add_signature_slots(sheets, out);
    out.fields = pool.fields();
    return out;
}

}  // namespace

extern const Extractor brand_rules;
const Extractor brand_rules{"brand_rules", kinds, read};

}  // namespace paraphe
